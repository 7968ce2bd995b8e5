"""Enrolling: once, while the course takes learners."""

import datetime

import pytest
import time_machine

from courses.enrolments import enrolling
from courses.enrolments.models import Enrolment
from exchange.accounts.models import User
from tests.factories import outline

TODAY = datetime.date(2026, 11, 24)


def test_enrolling_twice_gives_the_same_enrolment(learner: User) -> None:
    course = outline.course()
    assert enrolling.enrol(learner=learner, course=course) == enrolling.enrol(learner=learner, course=course)
    assert Enrolment.objects.count() == 1


@pytest.mark.parametrize(
    ("opens", "closes", "is_open"),
    [
        (None, None, True),
        (TODAY, TODAY, True),
        (TODAY + datetime.timedelta(1), None, False),
        (None, TODAY - datetime.timedelta(1), False),
    ],
)
def test_the_dates_of_the_course_decide(
    learner: User, opens: datetime.date | None, closes: datetime.date | None, is_open: bool
) -> None:
    course = outline.course(enrolment_opens=opens, enrolment_closes=closes)
    with time_machine.travel("2026-11-24T03:00Z", tick=False):
        if is_open:
            assert enrolling.enrol(learner=learner, course=course)
        else:
            with pytest.raises(enrolling.EnrolmentClosed):
                enrolling.enrol(learner=learner, course=course)


def test_the_day_begins_in_vientiane(learner: User) -> None:
    course = outline.course(enrolment_opens=TODAY)
    with time_machine.travel("2026-11-23T17:30Z", tick=False):  # 00:30 on the 24th in Vientiane
        assert enrolling.enrol(learner=learner, course=course)


def test_who_is_enrolled_stays_so_when_enrolment_closes(learner: User) -> None:
    course = outline.course()
    enrolment = enrolling.enrol(learner=learner, course=course)
    course.enrolment_closes = datetime.date(2020, 1, 1)
    assert enrolling.enrol(learner=learner, course=course) == enrolment


def test_an_unpublished_course_takes_nobody(learner: User) -> None:
    course = outline.course()
    course.unpublish()
    with pytest.raises(enrolling.EnrolmentClosed):
        enrolling.enrol(learner=learner, course=course)
