"""ModulePage: a chapter of a course."""

from typing import Any, ClassVar

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import PagePermissionTester

from courses.outline.models.course import CoursePage
from courses.outline.models.privacy import ShortChecks
from courses.outline.trainers import CoursePermissionTester
from exchange.accounts.roles import AnyUser
from exchange.basepage.models import BasePage
from exchange.content_i18n import language_tabs


class ModulePage(ShortChecks, BasePage):
    """A chapter: a title above its lessons. It has no page of its own, its address leads to its course."""

    parent_page_types: ClassVar[list[str]] = ["outline.CoursePage"]
    subpage_types: ClassVar[list[str]] = ["outline.LessonPage"]
    template = "courses/outline/module_preview.html"
    edit_handler = language_tabs(translated=["title"], shared=[FieldPanel("slug")])

    class Meta:
        verbose_name = _("module")
        verbose_name_plural = _("modules")

    @cached_property
    def course(self) -> CoursePage:
        """The course this module belongs to."""
        found: CoursePage = CoursePage.objects.ancestor_of(self).defer_streamfields().get()
        return found

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        """Hide the lessons of a module that is not published."""
        if not self.live:
            raise Http404
        if not path_components:
            return super().route(request, path_components)
        slug, *rest = path_components
        (lesson_model,) = self.allowed_subpage_models()
        lesson = lesson_model.objects.child_of(self).filter(slug=slug).first()
        if lesson is None:
            raise Http404
        lesson.course = self.course
        return lesson.route(request, rest)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Lead to the module's place on the course page."""
        return redirect(f"{self.course.get_url(request)}#{self.slug}")

    def is_listed_publicly(self) -> bool:
        """Keep modules out of the sitemap: the course is there."""
        return False

    def desk_address(self) -> str:
        """Return where trainers work on it: the builder of its course."""
        return reverse("desk_course", args=[self.course.pk])

    def permissions_for_user(self, user: AnyUser) -> PagePermissionTester:
        """Let the trainers of the course edit it."""
        return CoursePermissionTester(user, self)
