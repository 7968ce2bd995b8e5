"""Enrolling a learner in a course."""

from django.db import transaction
from django.utils import timezone

from courses.enrolments.models import Enrolment
from courses.outline.models import CoursePage
from exchange.accounts.models import User


class EnrolmentClosed(Exception):
    """The course takes no learners today."""


@transaction.atomic
def enrol(*, learner: User, course: CoursePage) -> Enrolment:
    """Enrol the learner, or return the enrolment that stands.

    Raises:
        EnrolmentClosed: the course takes no learners today, or is not published. Who is enrolled stays so.
    """
    standing = Enrolment.objects.filter(learner=learner, course=course).first()
    if standing:
        return standing
    if not course.live or not course.takes_enrolments_on(timezone.localdate()):
        raise EnrolmentClosed
    enrolment, _created = Enrolment.objects.get_or_create(learner=learner, course=course)
    return enrolment
