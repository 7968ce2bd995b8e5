"""My courses, and the three buttons of a course: enrol, read, start the quiz.

Every button is a form that is posted: nothing of a learner changes by following a link. Who is not signed in is
sent to do so and comes back to the page they stood on.
"""

from uuid import UUID

from allauth.account.models import EmailAddress
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from courses.enrolments import assessing, completing, enrolling, progress
from courses.enrolments.models import Enrolment
from courses.enrolments.my_courses import courses_of
from courses.enrolments.standing import completion_of
from courses.outline.models import CatalogueIndexPage, CoursePage, LessonActivity, LessonPage
from courses.outline.tree import outline_of
from courses.quizzes.attempting import QuizIsEmpty
from exchange.accounts.models import User
from exchange.basepage.models import BasePage
from exchange.languages import SOURCE


@login_required
def my_courses(request: HttpRequest) -> HttpResponse:
    """List the learner's courses, each with its progress and the way on."""
    context = {"courses": courses_of(_learner(request)), "catalogue": CatalogueIndexPage.objects.live().first()}
    return render(request, "courses/enrolments/my_courses.html", context)


@require_POST
def enrol(request: HttpRequest, course: UUID) -> HttpResponse:
    """Enrol in a course and open its first lesson."""
    page = get_object_or_404(CoursePage.objects.live(), uuid=course)
    if not request.user.is_authenticated:
        return _sign_in(request, page)
    learner = _learner(request)
    if not EmailAddress.objects.filter(user=learner, verified=True).exists():
        messages.warning(request, _("Confirm your e-mail address first, then enrol."))
        return redirect("account_email")
    try:
        enrolment = enrolling.enrol(learner=learner, course=page)
    except enrolling.EnrolmentClosed:
        messages.error(request, _("This course takes no enrolments today."))
        return redirect(page.get_url(request))
    messages.success(request, _("You are enrolled. Your progress is kept from now on."))
    read = frozenset(enrolment.lessons_read.values_list("lesson_id", flat=True))
    first = outline_of(page).unread_after(None, read)
    return redirect((first or page).get_url(request))


@require_POST
def read(request: HttpRequest, lesson: int) -> HttpResponse:
    """Record a lesson as read and go on to the next one, or to the course after the last."""
    page = get_object_or_404(LessonPage.objects.live(), pk=lesson)
    if not request.user.is_authenticated:
        return _sign_in(request, page)
    enrolment = _enrolment(request, page.course)
    if enrolment is None:
        return _not_enrolled(request, page.course)
    completed_before = completion_of(enrolment) is not None
    progress.mark_read(enrolment=enrolment, lesson=page, language=get_language() or SOURCE)
    if not completed_before and completing.complete_if_due(enrolment=enrolment):
        messages.success(request, _("You have completed the course."))
        return redirect(page.course.get_url(request))
    following = outline_of(page.course).after(page)
    return redirect((following or page.course).get_url(request))


@require_POST
def start(request: HttpRequest, activity: int) -> HttpResponse:
    """Open the quiz of an activity: continue the open attempt or begin another."""
    chosen = get_object_or_404(LessonActivity.objects.select_related("quiz", "lesson"), pk=activity)
    lesson = chosen.lesson
    if not lesson.live:
        raise Http404
    if not request.user.is_authenticated:
        return _sign_in(request, lesson)
    enrolment = _enrolment(request, lesson.course)
    if enrolment is None:
        return _not_enrolled(request, lesson.course)
    try:
        attempt = assessing.start(enrolment=enrolment, activity=chosen, language=get_language() or SOURCE)
    except assessing.NoAttemptsLeft:
        messages.error(request, _("All attempts of this quiz are used. Ask the trainers of the course."))
        return redirect(lesson.get_url(request))
    except QuizIsEmpty:
        messages.error(request, _("This quiz has no questions yet. Come back later."))
        return redirect(lesson.get_url(request))
    return redirect("quizzes:attempt", attempt.uuid)


def _learner(request: HttpRequest) -> User:
    assert isinstance(request.user, User)  # noqa: S101 - asked only after is_authenticated
    return request.user


def _enrolment(request: HttpRequest, course: CoursePage) -> Enrolment | None:
    found = Enrolment.objects.filter(learner=_learner(request), course=course).select_related("completion", "course")
    return found.first() if course.live else None


def _sign_in(request: HttpRequest, page: BasePage) -> HttpResponse:
    return redirect_to_login(page.get_url(request), reverse("account_login"))


def _not_enrolled(request: HttpRequest, course: CoursePage) -> HttpResponse:
    messages.warning(request, _("Enrol in the course first."))
    return redirect(course.get_url(request) or "/")
