"""ModulePage: a chapter of a course."""

from typing import Any, ClassVar

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import PagePermissionTester

from courses.outline.models.course import CoursePage
from courses.outline.trainers import CoursePermissionTester
from exchange.accounts.roles import AnyUser
from exchange.basepage.models import BasePage
from exchange.content_i18n import language_tabs


class ModulePage(BasePage):
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
        return super().route(request, path_components)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Lead to the module's place on the course page."""
        return redirect(f"{self.get_parent().get_url(request)}#{self.slug}")

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """Keep modules out of the sitemap: the course is there."""
        return []

    def permissions_for_user(self, user: AnyUser) -> PagePermissionTester:
        """Let the trainers of the course edit it."""
        return CoursePermissionTester(user, self)
