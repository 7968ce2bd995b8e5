"""Learners of the own courses who have not taken a step for 14 days."""

import datetime
from typing import Any

import pytest
from django.utils import timezone

from courses.enrolments import enrolling, progress
from courses.enrolments.desk.cards import card, stuck
from courses.enrolments.models import Enrolment, LessonProgress
from courses.outline.models import CoursePage
from exchange.accounts.models import User
from tests.factories import outline

pytestmark = pytest.mark.django_db
NOW = timezone.now()
LONG_AGO = NOW - datetime.timedelta(days=15)


@pytest.fixture
def own(trainer: User) -> CoursePage:
    course = outline.course(slug="own")
    course.trainers.create(user=trainer)
    course.save()
    return course


def enrolled(learner: User, course: CoursePage, *, at: datetime.datetime) -> Enrolment:
    enrolment = enrolling.enrol(learner=learner, course=course)
    Enrolment.objects.filter(pk=enrolment.pk).update(enrolled_at=at)
    return enrolment


def test_who_enrolled_long_ago_and_read_nothing_is_stuck(own: CoursePage, learner: User, trainer: User) -> None:
    enrolment = enrolled(learner, own, at=LONG_AGO)
    assert stuck(trainer, now=NOW) == [enrolment]
    assert card(trainer).rows[0].url == f"mailto:{learner.email}"


def test_who_enrolled_lately_is_not(own: CoursePage, learner: User, trainer: User) -> None:
    enrolled(learner, own, at=NOW)
    assert stuck(trainer, now=NOW) == []


def test_a_lesson_read_lately_is_a_step(own: CoursePage, learner: User, trainer: User) -> None:
    enrolment = enrolled(learner, own, at=LONG_AGO)
    progress.mark_read(enrolment=enrolment, lesson=outline.lessons_of(own)[0], language="lo")
    assert stuck(trainer, now=NOW) == []
    LessonProgress.objects.update(read_at=LONG_AGO)
    assert stuck(trainer, now=NOW) == [enrolment]


def test_learners_of_others_are_not_shown(learner: User, trainer: User, editor: User) -> None:
    enrolled(learner, outline.course(slug="foreign"), at=LONG_AGO)
    assert stuck(trainer, now=NOW) == []
    assert len(stuck(editor, now=NOW)) == 1


def test_the_desk_costs_the_same_however_many_learners(
    own: CoursePage, make_person: Any, trainer: User, django_assert_max_num_queries: Any
) -> None:
    for number in range(5):
        enrolled(make_person(f"l{number}@example.org"), own, at=LONG_AGO)
    with django_assert_max_num_queries(4):
        assert len(card(trainer).rows) == 5
