"""Progress: a lesson is read once, whatever the language, and one goes on where one left."""

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from courses.enrolments import enrolling, progress
from courses.enrolments.models import Enrolment, LessonProgress
from courses.outline.models import LessonPage, ModulePage
from courses.outline.tree import Module, Outline, outline_of
from exchange.accounts.models import User
from tests.factories import outline


@pytest.fixture
def enrolment(learner: User) -> Enrolment:
    return enrolling.enrol(learner=learner, course=outline.course())


def test_a_lesson_read_twice_counts_once_and_keeps_its_first_language(enrolment: Enrolment) -> None:
    lesson = outline.lessons_of(enrolment.course)[0]
    progress.mark_read(enrolment=enrolment, lesson=lesson, language="lo")
    progress.mark_read(enrolment=enrolment, lesson=lesson, language="en")
    assert [each.language for each in LessonProgress.objects.all()] == ["lo"]


def test_the_database_refuses_a_second_row(enrolment: Enrolment) -> None:
    lesson = outline.lessons_of(enrolment.course)[0]
    progress.mark_read(enrolment=enrolment, lesson=lesson, language="lo")
    with pytest.raises(IntegrityError), transaction.atomic():
        LessonProgress.objects.create(enrolment=enrolment, lesson=lesson, language="en")


def test_a_lesson_of_another_course_is_refused(enrolment: Enrolment) -> None:
    foreign = outline.lessons_of(outline.course(slug="other"))[0]
    with pytest.raises(progress.ForeignLesson):
        progress.mark_read(enrolment=enrolment, lesson=foreign, language="lo")


def test_going_on_is_the_next_unread_lesson(enrolment: Enrolment) -> None:
    first, second, third = outline.lessons_of(enrolment.course)
    found = outline_of(enrolment.course)
    assert found.unread_after(None, set()) == first
    assert found.unread_after(first.pk, {first.pk}) == second
    assert found.unread_after(third.pk, {first.pk, third.pk}) == second
    assert found.unread_after(third.pk, {first.pk, second.pk, third.pk}) is None


@pytest.mark.django_db  # a page looks up its content type
@given(count=st.integers(0, 6), last=st.none() | st.integers(1, 8), read=st.sets(st.integers(1, 8)))
def test_going_on_always_finds_an_unread_lesson_while_there_is_one(
    count: int, last: int | None, read: set[int]
) -> None:
    lessons = tuple(LessonPage(pk=number) for number in range(1, count + 1))
    found = Outline((Module(ModulePage(pk=99), 1, lessons),)).unread_after(last, read)
    unread = {lesson.pk for lesson in lessons} - read
    assert (found.pk in unread) if found else not unread
