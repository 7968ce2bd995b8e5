"""The three buttons of a course and the page of my courses, asked by five kinds of visitor."""

from collections.abc import Callable
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from courses.enrolments import assessing, enrolling, progress, rewards
from courses.enrolments.models import Completion, CourseAttempt, Enrolment, LessonProgress
from courses.outline.models import CoursePage, LessonActivity
from courses.outline.standing import Link
from courses.quizzes.contexts import context_of
from exchange.accounts.models import User
from tests.conftest import VISITORS
from tests.factories import outline
from tests.factories.quizzes import make_quiz

ClientOf = Callable[[str], Client]
SIGNED_IN = [visitor for visitor in VISITORS if visitor != "stranger"]


@pytest.fixture
def course(db: None) -> CoursePage:
    return outline.course()


@pytest.fixture
def quiz(course: CoursePage) -> LessonActivity:
    return outline.activity(outline.lessons_of(course)[-1], quiz=make_quiz(attempts_allowed=2))


def address(name: str, *args: Any, language: str = "lo") -> str:
    with translation.override(language):
        return reverse(f"enrolments:{name}", args=args)


@pytest.mark.parametrize("visitor", SIGNED_IN)
def test_everybody_with_an_account_may_enrol_and_starts_with_the_first_lesson(
    course: CoursePage, client_of: ClientOf, visitor: str
) -> None:
    answer = client_of(visitor).post(address("enrol", course.uuid))
    assert answer.headers["Location"] == "/lo/courses/basics/module-1/lesson-1-1/"
    assert Enrolment.objects.count() == 1


def test_a_stranger_signs_in_first_and_comes_back_to_the_course(course: CoursePage, client: Client) -> None:
    answer = client.post(address("enrol", course.uuid))
    assert answer.headers["Location"] == "/lo/accounts/login/?next=/lo/courses/basics/"
    assert not Enrolment.objects.exists()


def test_an_unconfirmed_address_is_confirmed_first(course: CoursePage, client_of: ClientOf, learner: User) -> None:
    EmailAddress.objects.filter(user=learner).update(verified=False)
    assert client_of("learner").post(address("enrol", course.uuid)).headers["Location"] == "/lo/accounts/email/"
    assert not Enrolment.objects.exists()


@pytest.mark.parametrize("name", ["enrol", "read", "start"])
def test_following_a_link_changes_nothing(
    course: CoursePage, quiz: LessonActivity, client_of: ClientOf, name: str
) -> None:
    argument = {"enrol": course.uuid, "read": outline.lessons_of(course)[0].pk, "start": quiz.pk}[name]
    assert client_of("learner").get(address(name, argument)).status_code == 405


def test_a_closed_course_says_so_and_enrols_nobody(course: CoursePage, client_of: ClientOf) -> None:
    course.enrolment_closes = "2020-01-01"
    course.save()
    client = client_of("learner")
    page = client.post(address("enrol", course.uuid, language="en"), follow=True)
    assert "This course takes no enrolments today." in page.content.decode()
    assert not Enrolment.objects.exists()


def test_reading_goes_to_the_next_lesson_and_records_the_language(
    course: CoursePage, client_of: ClientOf, learner: User
) -> None:
    enrolling.enrol(learner=learner, course=course)
    first = outline.lessons_of(course)[0]
    answer = client_of("learner").post(address("read", first.pk, language="zh-hans"))
    assert answer.headers["Location"] == "/zh-hans/courses/basics/module-1/lesson-1-2/"
    assert LessonProgress.objects.get().language == "zh-hans"


def test_the_last_lesson_completes_and_says_so(course: CoursePage, client_of: ClientOf, learner: User) -> None:
    enrolling.enrol(learner=learner, course=course)
    client = client_of("learner")
    for lesson in outline.lessons_of(course):
        page = client.post(address("read", lesson.pk, language="en"), follow=True)
    assert page.redirect_chain == [("/en/courses/basics/", 302)]
    assert "You have completed the course." in page.content.decode()
    assert Completion.objects.get().learner == learner


def test_who_has_not_enrolled_cannot_record_progress(course: CoursePage, client_of: ClientOf) -> None:
    answer = client_of("learner").post(address("read", outline.lessons_of(course)[0].pk))
    assert answer.headers["Location"] == "/lo/courses/basics/"
    assert not LessonProgress.objects.exists()


def test_starting_the_quiz_opens_it_and_a_second_click_opens_the_same(
    course: CoursePage, quiz: LessonActivity, client_of: ClientOf, learner: User
) -> None:
    enrolling.enrol(learner=learner, course=course)
    client = client_of("learner")
    first = client.post(address("start", quiz.pk)).headers["Location"]
    attempt = CourseAttempt.objects.get().attempt
    assert first == f"/lo/quiz/{attempt.uuid}/"
    assert client.post(address("start", quiz.pk)).headers["Location"] == first


def test_the_limit_of_attempts_is_kept(
    course: CoursePage, quiz: LessonActivity, client_of: ClientOf, learner: User
) -> None:
    enrolment = enrolling.enrol(learner=learner, course=course)
    for left in (1, 0):
        attempt = assessing.start(enrolment=enrolment, activity=quiz, language="lo")
        outline.finish(attempt, rightly=False)
        assert context_of(attempt).attempts_left == left
    with pytest.raises(assessing.NoAttemptsLeft):
        assessing.start(enrolment=enrolment, activity=quiz, language="lo")
    page = client_of("learner").post(address("start", quiz.pk, language="en"), follow=True)
    assert "All attempts of this quiz are used." in page.content.decode()


def test_the_quiz_pages_learn_where_they_belong(course: CoursePage, quiz: LessonActivity, learner: User) -> None:
    enrolment = enrolling.enrol(learner=learner, course=course)
    attempt = assessing.start(enrolment=enrolment, activity=quiz, language="lo")
    with translation.override("zh-hans"):
        told = context_of(attempt)
    assert (told.title, told.title_language) == ("lesson-2-1 zh_hans", "")
    assert told.back and told.back.url == "/zh-hans/courses/basics/module-2/lesson-2-1/"
    assert told.again_url == address("start", quiz.pk, language="zh-hans")
    assert told.next and told.next.url == "/zh-hans/courses/basics/module-1/lesson-1-1/"


def test_after_completion_the_quiz_leads_to_what_it_brought(
    course: CoursePage, quiz: LessonActivity, learner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rewards, "_sources", [lambda completion: [Link(label="Certificate", url="/c/ABC")]])
    enrolment = enrolling.enrol(learner=learner, course=course)
    for lesson in outline.lessons_of(course):
        progress.mark_read(enrolment=enrolment, lesson=lesson, language="lo")
    attempt = outline.finish(assessing.start(enrolment=enrolment, activity=quiz, language="lo"), rightly=True)
    told = context_of(attempt).next
    assert told and (told.url, told.label) == ("/c/ABC", "Certificate")


@pytest.mark.parametrize("language", ["lo", "en", "zh-hans"])
@pytest.mark.parametrize("visitor", VISITORS)
def test_my_courses_are_for_those_signed_in(
    course: CoursePage, client_of: ClientOf, visitor: str, language: str
) -> None:
    answer = client_of(visitor).get(address("courses", language=language))
    assert answer.status_code == (302 if visitor == "stranger" else 200)


def test_my_courses_cost_the_same_for_one_and_for_ten(
    client_of: ClientOf, learner: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client, used = client_of("learner"), []
    for start, end in ((0, 1), (1, 10)):
        for number in range(start, end):
            enrolling.enrol(learner=learner, course=outline.course(slug=f"course-{number}"))
        client.get(address("courses"))
        with django_assert_max_num_queries(15) as counted:
            client.get(address("courses"))
        used.append(len(counted))
    assert used[0] == used[1]


def test_an_unpublished_course_stays_in_my_courses_and_keeps_progress(
    course: CoursePage, client_of: ClientOf, learner: User
) -> None:
    enrolment = enrolling.enrol(learner=learner, course=course)
    progress.mark_read(enrolment=enrolment, lesson=outline.lessons_of(course)[0], language="lo")
    course.unpublish()
    assert "Your progress is kept." in client_of("learner").get(address("courses", language="en")).content.decode()


def test_the_home_page_leads_back_to_the_lesson_one_left(
    course: CoursePage, client_of: ClientOf, learner: User
) -> None:
    enrolment = enrolling.enrol(learner=learner, course=course)
    progress.mark_read(enrolment=enrolment, lesson=outline.lessons_of(course)[0], language="lo")
    page = client_of("learner").get("/lo/").content.decode()
    assert 'href="/lo/courses/basics/module-1/lesson-1-2/"' in page
    assert 'href="/lo/courses/basics/"' in Client().get("/lo/").content.decode()


def test_with_every_lesson_read_the_course_leads_to_the_missing_quiz(
    course: CoursePage, quiz: LessonActivity, client_of: ClientOf, learner: User
) -> None:
    enrolment = enrolling.enrol(learner=learner, course=course)
    for lesson in outline.lessons_of(course):
        progress.mark_read(enrolment=enrolment, lesson=lesson, language="lo")
    page = client_of("learner").get("/lo/courses/basics/").content.decode()
    assert f'href="/lo/courses/basics/module-2/lesson-2-1/#activity-{quiz.pk}"' in page


def test_when_the_missing_lesson_was_taken_away_the_learner_completes_with_one_click(
    course: CoursePage, client_of: ClientOf, learner: User
) -> None:
    enrolment = enrolling.enrol(learner=learner, course=course)
    first, second, third = outline.lessons_of(course)
    for lesson in (first, second):
        progress.mark_read(enrolment=enrolment, lesson=lesson, language="lo")
    third.unpublish()
    client = client_of("learner")
    assert "Complete the course" in client.get("/en/courses/basics/").content.decode()
    client.post(address("read", second.pk))
    assert Completion.objects.exists()
