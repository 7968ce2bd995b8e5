"""A course is completed by its declared rule, once, and stays so."""

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from hypothesis import given
from hypothesis import strategies as st

from courses.enrolments import assessing, completing, enrolling, progress
from courses.enrolments.completing import Requirements, is_due
from courses.enrolments.models import Completion, Enrolment, LessonProgress
from courses.enrolments.signals import course_completed
from courses.outline.models import CoursePage, LessonActivity, LessonPage
from exchange.accounts.models import User
from tests.factories import outline
from tests.factories.quizzes import make_quiz

ids = st.frozensets(st.integers(1, 8))
requirements = st.builds(
    Requirements, read_all_lessons=st.booleans(), pass_quizzes=st.booleans(), lessons=ids, quizzes=ids
)


@given(requirements=requirements, read=ids, passed=ids, more=ids)
def test_doing_more_never_undoes_what_was_due(
    requirements: Requirements, read: frozenset[int], passed: frozenset[int], more: frozenset[int]
) -> None:
    if is_due(requirements=requirements, read=read, passed=passed):
        assert is_due(requirements=requirements, read=read | more, passed=passed | more)


@given(requirements=requirements, read=ids, passed=ids)
def test_what_is_due_meets_every_rule_that_is_declared(
    requirements: Requirements, read: frozenset[int], passed: frozenset[int]
) -> None:
    if is_due(requirements=requirements, read=read, passed=passed):
        assert requirements.lessons
        assert not requirements.read_all_lessons or requirements.lessons <= read
        assert not requirements.pass_quizzes or requirements.quizzes <= passed


@given(requirements=requirements)
def test_nobody_completes_a_course_without_doing_anything(requirements: Requirements) -> None:
    assert not is_due(requirements=requirements, read=frozenset(), passed=frozenset())


@given(requirements=requirements)
def test_whoever_did_everything_completes_unless_there_is_nothing_to_do(requirements: Requirements) -> None:
    done = is_due(requirements=requirements, read=requirements.lessons, passed=requirements.quizzes)
    has_rule = requirements.read_all_lessons or (requirements.pass_quizzes and bool(requirements.quizzes))
    assert done == (bool(requirements.lessons) and has_rule)


@pytest.fixture
def course(db: None) -> CoursePage:
    return outline.course()


@pytest.fixture
def enrolment(course: CoursePage, learner: User) -> Enrolment:
    return enrolling.enrol(learner=learner, course=course)


def read_all(enrolment: Enrolment) -> None:
    for lesson in outline.lessons_of(enrolment.course):
        progress.mark_read(enrolment=enrolment, lesson=lesson, language="lo")


@pytest.fixture
def last_quiz(course: CoursePage) -> LessonActivity:
    return outline.activity(outline.lessons_of(course)[-1], quiz=make_quiz())


def test_reading_all_but_one_lesson_completes_nothing(enrolment: Enrolment) -> None:
    for lesson in outline.lessons_of(enrolment.course)[:-1]:
        progress.mark_read(enrolment=enrolment, lesson=lesson, language="lo")
    assert not Completion.objects.exists()


def test_the_last_lesson_completes_a_course_without_quiz(enrolment: Enrolment) -> None:
    read_all(enrolment)
    completion = Completion.objects.get()
    assert (completion.learner, completion.course_id, completion.score) == (
        enrolment.learner,
        enrolment.course_id,
        None,
    )


def test_a_required_quiz_must_be_passed_too(enrolment: Enrolment, last_quiz: LessonActivity) -> None:
    read_all(enrolment)
    assert not Completion.objects.exists()
    attempt = assessing.start(enrolment=enrolment, activity=last_quiz, language="lo")
    outline.finish(attempt, rightly=False)
    assert not Completion.objects.exists()
    attempt = assessing.start(enrolment=enrolment, activity=last_quiz, language="zh-hans")
    outline.finish(attempt, rightly=True)
    assert Completion.objects.get().score == 100


def test_the_quiz_first_and_the_lessons_after_completes_as_well(
    enrolment: Enrolment, last_quiz: LessonActivity
) -> None:
    outline.finish(assessing.start(enrolment=enrolment, activity=last_quiz, language="lo"), rightly=True)
    assert not Completion.objects.exists()
    read_all(enrolment)
    assert Completion.objects.exists()


def test_an_optional_quiz_asks_for_nothing(enrolment: Enrolment, course: CoursePage) -> None:
    outline.activity(outline.lessons_of(course)[0], quiz=make_quiz(), required=False)
    read_all(enrolment)
    assert Completion.objects.exists()


def test_the_same_quiz_passed_outside_the_course_does_not_count(
    enrolment: Enrolment, last_quiz: LessonActivity
) -> None:
    from courses.quizzes import attempting

    outline.finish(
        attempting.start(quiz=last_quiz.quiz, learner=enrolment.learner, language="lo", purpose="pre-test"),
        rightly=True,
    )
    read_all(enrolment)
    assert not Completion.objects.exists()


def test_the_rule_and_the_facts_are_kept_as_they_were(enrolment: Enrolment, last_quiz: LessonActivity) -> None:
    outline.finish(assessing.start(enrolment=enrolment, activity=last_quiz, language="zh-hans"), rightly=True)
    read_all(enrolment)
    facts = Completion.objects.get().facts
    assert facts["rule"] == {"read_all_lessons": True, "pass_quizzes": True}
    assert [each["language"] for each in facts["lessons_read"]] == ["lo", "lo", "lo"]
    assert [(each["quiz"], each["language"]) for each in facts["quizzes"]] == [(str(last_quiz.quiz.uuid), "zh-hans")]


def test_a_lesson_added_later_takes_nothing_away(enrolment: Enrolment) -> None:
    read_all(enrolment)
    before = Completion.objects.get()
    outline.lesson(enrolment.course.get_children().first().specific, slug="added")
    assert completing.complete_if_due(enrolment=enrolment) == before


def test_taking_a_lesson_away_grants_nothing_by_itself(enrolment: Enrolment) -> None:
    lessons = outline.lessons_of(enrolment.course)
    for lesson in lessons[:-1]:
        progress.mark_read(enrolment=enrolment, lesson=lesson, language="lo")
    lessons[-1].unpublish()
    assert not Completion.objects.exists()


def test_completion_is_announced_once(enrolment: Enrolment) -> None:
    heard: list[Completion] = []

    def listen(*, completion: Completion, **_kwargs: object) -> None:
        heard.append(completion)

    course_completed.connect(listen)
    try:
        read_all(enrolment)
        read_all(enrolment)
    finally:
        course_completed.disconnect(listen)
    assert heard == [Completion.objects.get()]


def test_erasing_a_learner_keeps_the_completion_without_them(enrolment: Enrolment) -> None:
    read_all(enrolment)
    enrolment.learner.delete()
    completion = Completion.objects.get()
    assert (completion.learner, completion.enrolment) == (None, None)
    assert not LessonProgress.objects.exists()


def test_a_course_that_somebody_completed_cannot_be_deleted(enrolment: Enrolment) -> None:
    read_all(enrolment)
    with pytest.raises(ProtectedError):
        CoursePage.objects.get(pk=enrolment.course_id).delete()
    assert LessonPage.objects.count() == 3


def test_a_course_without_any_rule_is_refused(course: CoursePage) -> None:
    course.read_all_lessons = course.pass_quizzes = False
    with pytest.raises(ValidationError) as refused:
        course.full_clean()
    assert "read_all_lessons" in refused.value.message_dict
