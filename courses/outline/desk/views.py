"""The screens of a course at the desk: the list, the new course, the builder."""

from collections.abc import Callable
from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods
from wagtail.admin import messages

from courses.outline.desk import building, submitting
from courses.outline.desk.advice import advice_on
from courses.outline.desk.forms import NewCourseForm
from courses.outline.desk.listing import listed_courses
from courses.outline.desk.state import builder_of, submitted
from courses.outline.models import CoursePage, LessonPage, ModulePage
from exchange.accounts.models import User
from exchange.accounts.roles import is_editor, is_trainer
from exchange.basepage.models import BasePage
from exchange.content_i18n import enabled_languages
from exchange.languages import LANGUAGE_NAMES, SOURCE

Act = Callable[[HttpRequest, CoursePage], str]


def languages() -> list[tuple[str, str]]:
    """Return the enabled languages, code and own name."""
    return [(code, LANGUAGE_NAMES[code]) for code in enabled_languages()]


def _person(request: HttpRequest) -> User:
    """Return who is at the desk: every screen has refused strangers by then."""
    return cast(User, request.user)


def _own_language() -> str:
    current = get_language() or SOURCE
    return current if current in enabled_languages() else SOURCE


@require_GET
def courses(request: HttpRequest) -> HttpResponse:
    """List the courses of a trainer; editors see all."""
    if not is_trainer(request.user):
        raise PermissionDenied
    context = {
        "courses": listed_courses(request.user),
        "languages": languages(),
        "header_title": _("Courses"),
        "page_title": _("Courses"),
        "header_icon": "list-ul",
    }
    return render(request, "courses/outline/desk/courses.html", context)


@require_http_methods(["GET", "POST"])
def new_course(request: HttpRequest) -> HttpResponse:
    """Begin a course with three answers."""
    if not is_trainer(request.user):
        raise PermissionDenied
    form = NewCourseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        course = building.begin_course(
            titles={_own_language(): form.cleaned_data["title"]},
            country=form.cleaned_data["country"],
            hours=form.cleaned_data["hours"],
            maker=_person(request),
        )
        return redirect("desk_course", course.pk)
    context = {
        "form": form,
        "language": LANGUAGE_NAMES[_own_language()],
        "header_title": _("New course"),
        "page_title": _("New course"),
        "header_icon": "list-ul",
    }
    return render(request, "courses/outline/desk/new_course.html", context)


def _course(request: HttpRequest, pk: int) -> CoursePage:
    course = get_object_or_404(CoursePage.objects.select_related("latest_revision"), pk=pk)
    if not is_trainer(request.user) or not course.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return course


@require_http_methods(["GET", "POST"])
def build(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the builder; a posted form does one thing and comes back to it."""
    course = _course(request, pk)
    if request.method == "POST":
        act = ACTS.get(request.POST.get("act", ""))
        if act is None or (_is_closed(request, course) and act not in OPEN_WHILE_SUBMITTED):
            messages.warning(request, _("The course is with the editors: withdraw it to change it."))
            return redirect("desk_course", pk)
        return redirect(act(request, course) or reverse("desk_course", args=[pk]))
    builder = builder_of(course)
    context = {
        "builder": builder,
        "course": course,
        "draft": course.get_latest_revision_as_object() if course.latest_revision_id else course,
        "advice": advice_on(builder),
        "languages": languages(),
        "focus": request.GET.get("focus", ""),
        "own_language": _own_language(),
        "is_closed": builder.is_submitted and not is_editor(request.user),
        "may_publish": course.permissions_for_user(request.user).can_publish(),
        "header_title": builder.title,
        "page_title": builder.title,
        "header_icon": "list-ul",
    }
    return render(request, "courses/outline/desk/builder.html", context)


def _is_closed(request: HttpRequest, course: CoursePage) -> bool:
    """Say whether the trainer must withdraw first: an editor reads what was submitted."""
    keys = list(BasePage.objects.descendant_of(course, inclusive=True).values_list("pk", flat=True))
    return not is_editor(request.user) and submitted(keys).exists()


def _part(request: HttpRequest, course: CoursePage, name: str, model: Any) -> Any:
    """Return the page of this course that the form names; a page of another course is not found."""
    value = request.POST.get(name, "")
    return get_object_or_404(model.objects.descendant_of(course), pk=int(value) if value.isdecimal() else 0)


def _typed(request: HttpRequest) -> dict[str, str]:
    return {_own_language(): " ".join(request.POST.get("title", "").split())}


def _at(course: CoursePage, place: str) -> str:
    """Return the address of a page in the builder."""
    return f"{reverse('desk_course', args=[course.pk])}#{place}"


def _in_field(course: CoursePage, field: str) -> str:
    """Return the address with the focus in a field: without a fragment, or browsers ignore ``autofocus``."""
    return f"{reverse('desk_course', args=[course.pk])}?focus={field}"


def _add_module(request: HttpRequest, course: CoursePage) -> str:
    titles = _typed(request)
    if not any(titles.values()):
        return _in_field(course, "module")
    module = building.add_module(course=course, titles=titles, maker=_person(request))
    return _in_field(course, f"module-{module.pk}")


def _add_lesson(request: HttpRequest, course: CoursePage) -> str:
    module, titles = _part(request, course, "module", ModulePage), _typed(request)
    before = _part(request, course, "before", LessonPage) if request.POST.get("before") else None
    if before and not before.is_child_of(module):
        before = None
    if any(titles.values()):
        building.add_lesson(module=module, titles=titles, maker=_person(request), before=before)
    return _in_field(course, f"module-{module.pk}")


def _add_quiz(request: HttpRequest, course: CoursePage) -> str:
    module = _part(request, course, "module", ModulePage)
    return reverse("desk_quiz", args=[building.add_quiz(module=module, maker=_person(request)).pk])


def _any_part(request: HttpRequest, course: CoursePage) -> Any:
    return _part(request, course, "page", BasePage).specific


def _move(by: int) -> Act:
    def act(request: HttpRequest, course: CoursePage) -> str:
        page = _any_part(request, course)
        building.move(page=page, by=by, maker=_person(request))
        return _at(course, f"page-{page.pk}")

    return act


def _copy(request: HttpRequest, course: CoursePage) -> str:
    page = _any_part(request, course)
    building.copy(page=page, maker=_person(request))
    return _at(course, f"page-{page.pk}")


def _remove(request: HttpRequest, course: CoursePage) -> str:
    building.remove(page=_any_part(request, course), maker=_person(request))
    return ""


def _rename(request: HttpRequest, course: CoursePage) -> str:
    is_course = request.POST.get("page") == str(course.pk)
    page = course if is_course else _any_part(request, course)
    titles = {code: " ".join(request.POST.get(f"title_{code}", "").split()) for code in enabled_languages()}
    minutes = request.POST.get("minutes", "")
    if any(titles.values()):
        number = min(int(minutes), 1000) if minutes.isdecimal() else None
        building.rename(page=page, titles=titles, minutes=number, maker=_person(request))
    else:
        messages.error(request, _("Write the title in at least one language."))
    return _at(course, f"page-{page.pk}")


def _rule(request: HttpRequest, course: CoursePage) -> str:
    read, quizzes = "read_all_lessons" in request.POST, "pass_quizzes" in request.POST
    if read or quizzes:
        building.set_rule(course=course, read_all_lessons=read, pass_quizzes=quizzes, maker=_person(request))
    else:
        messages.error(request, _("Choose at least one rule, or nobody can complete the course."))
    return _at(course, "rule")


def _submit(request: HttpRequest, course: CoursePage) -> str:
    if submitting.submit(course=course, user=_person(request)):
        messages.success(request, _("Submitted: the editors have been told."))
    else:
        messages.warning(request, _("Nothing has changed since the last submission."))
    return ""


def _withdraw(request: HttpRequest, course: CoursePage) -> str:
    submitting.withdraw(course=course, user=_person(request))
    messages.success(request, _("Withdrawn: you can edit the course again."))
    return ""


def _publish(request: HttpRequest, course: CoursePage) -> str:
    try:
        submitting.publish(course=course, user=_person(request))
    except submitting.CannotPublish as error:
        title = error.page.get_admin_display_title()
        messages.error(request, _("“%(title)s” cannot be published: %(reason)s") % {"title": title, "reason": error})
    else:
        messages.success(request, _("The course is published with its lessons."))
    return ""


ACTS: dict[str, Act] = {
    "add-module": _add_module,
    "add-lesson": _add_lesson,
    "add-quiz": _add_quiz,
    "up": _move(-1),
    "down": _move(1),
    "copy": _copy,
    "remove": _remove,
    "rename": _rename,
    "rule": _rule,
    "submit": _submit,
    "withdraw": _withdraw,
    "publish": _publish,
}
OPEN_WHILE_SUBMITTED = (_withdraw,)


@require_GET
def preview(request: HttpRequest, pk: int, language: str) -> HttpResponse:
    """Show the draft of a course or lesson as a learner reads it in this language."""
    page = get_object_or_404(BasePage, pk=pk).specific
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    if language not in enabled_languages():
        return redirect("desk_preview", pk, SOURCE)
    draft = page.get_latest_revision_as_object()
    response: HttpResponse = draft.make_preview_request(request, language)
    return response
