"""What search may know of courses: own texts only, published things only, enrolled things for the enrolled."""

import pytest
from wagtail.models import PageViewRestriction

from courses.enrolments import enrolling
from courses.outline.indexing import documents_of_course, documents_of_lesson, live_courses, live_lessons
from courses.outline.models import CoursePage, LessonPage
from exchange.accounts.models import User
from exchange.places.models import Country
from search import audiences
from search.models import IndexChange
from search.registry import source_of
from tests.factories import outline


@pytest.fixture
def course(countries: dict[str, Country]) -> CoursePage:
    course = outline.course(branches=["maternity"], languages="en lo")
    course.countries.set([countries["LA"], countries["CN"]])
    course.save()
    return course


def test_a_language_without_own_text_is_not_indexed(course: CoursePage) -> None:
    assert [each.language for each in documents_of_course(course)] == ["lo", "en"]
    assert [each.language for each in documents_of_lesson(outline.lessons_of(course)[0])] == ["lo", "en"]


def test_a_lesson_is_one_group_with_the_words_of_its_language(course: CoursePage) -> None:
    lao, english = documents_of_lesson(outline.lessons_of(course)[0])
    assert lao.group == english.group
    assert (lao.title, lao.path, lao.kind) == ("lesson-1-1 lo", "courses/basics/module-1/lesson-1-1/", "lesson")
    assert "ເງິນສົມທົບ" in lao.body and "insurable" not in lao.body
    assert (lao.countries, lao.branches, lao.audience) == (("CN", "LA"), ("maternity",), ("public",))


def test_lessons_for_enrolled_learners_are_found_by_them_only(course: CoursePage) -> None:
    course.enrolled_only = True
    course.save()
    assert {each.audience for each in documents_of_lesson(outline.lessons_of(course)[0])} == {
        (f"enrolled:{course.uuid}",)
    }
    assert {each.audience for each in documents_of_course(course)} == {("public",)}


@pytest.mark.parametrize("hidden", ["course", "module"])
def test_nothing_below_an_unpublished_page_is_found(course: CoursePage, hidden: str) -> None:
    page = course if hidden == "course" else course.get_children().first().specific
    page.unpublish()
    assert live_lessons().count() == (0 if hidden == "course" else 1)
    assert live_courses().count() == (0 if hidden == "course" else 1)


def test_lessons_hear_when_their_course_is_withdrawn(course: CoursePage) -> None:
    IndexChange.objects.all().delete()
    course.save_revision().publish()
    keys = {f"outline.lessonpage:{lesson.pk}" for lesson in outline.lessons_of(course)}
    assert keys <= set(IndexChange.objects.values_list("key", flat=True))


def test_a_learner_holds_the_token_of_their_closed_course(course: CoursePage, learner: User) -> None:
    course.enrolled_only = True
    course.save()
    token = f"enrolled:{course.uuid}"
    assert token not in audiences.of_user(learner)
    enrolling.enrol(learner=learner, course=course)
    assert token in audiences.of_user(learner)


def test_a_lesson_behind_two_doors_is_found_by_nobody(course: CoursePage) -> None:
    course.enrolled_only = True
    course.save()
    lesson = outline.lessons_of(course)[0]
    PageViewRestriction.objects.create(page=lesson, restriction_type="password", password="open")
    assert {each.audience for each in documents_of_lesson(lesson)} == {()}


def test_both_are_registered() -> None:
    assert all(source_of(model) for model in (CoursePage, LessonPage))
