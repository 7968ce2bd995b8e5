"""The same test before and after a workshop, so that what was learnt can be seen."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from courses.quizzes import attempting
from courses.quizzes.contexts import AttemptContext, Link
from courses.quizzes.models import Attempt
from courses.workshops.models import TestAttempt, WorkshopPage
from exchange.accounts.models import User
from exchange.content_i18n import own_or_fallback

Phase = TestAttempt.Phase


class TestClosed(Exception):
    """The test is not open now, or was submitted before."""

    __test__ = False


def is_open(workshop: WorkshopPage, phase: str) -> bool:
    """Say whether the test of this phase may be taken now: before until the end, after from the beginning."""
    if workshop.quiz_id is None:
        return False
    now = timezone.now()
    return now < workshop.ends_at if phase == Phase.PRE else now >= workshop.starts_at


@transaction.atomic
def start(*, workshop: WorkshopPage, learner: User, phase: str, language: str) -> Attempt:
    """Open the test of a phase, or return the attempt that stands open. Each is taken once.

    Raises:
        TestClosed: not now, or not again.
        attempting.QuizIsEmpty: it has no questions yet.
    """
    mine = Attempt.objects.filter(
        test_attempt__workshop=workshop, test_attempt__phase=phase, learner=learner
    ).select_for_update(of=("self",))
    standing = mine.first()
    if workshop.quiz is None or not is_open(workshop, phase) or (standing and not standing.is_open):
        raise TestClosed
    if standing:
        return standing
    purpose = f"workshop:{workshop.uuid}:{phase}"
    attempt = attempting.start(quiz=workshop.quiz, learner=learner, language=language, purpose=purpose)
    TestAttempt.objects.get_or_create(attempt=attempt, defaults={"workshop": workshop, "phase": phase})
    return attempt


def context_of(attempt: Attempt) -> AttemptContext | None:
    """Tell the quiz pages where the attempt belongs, or None for an attempt of another room."""
    ours = TestAttempt.objects.filter(attempt=attempt).select_related("workshop").first()
    if ours is None:
        return None
    title = own_or_fallback(ours.workshop, "title")
    back = Link(url=ours.workshop.get_url() or reverse("enrolments:courses"), label=_("Back to the workshop"))
    return AttemptContext(
        title=str(title.value),
        title_language=title.language if title.language != get_language() else "",
        back=back,
        attempts_left=0,
        next=back,
    )
