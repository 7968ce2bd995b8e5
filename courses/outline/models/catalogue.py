"""CatalogueIndexPage: all courses."""

from typing import Any, ClassVar

from django.db import models
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import PagePermissionTester

from courses.outline.models.privacy import ShortChecks
from courses.outline.trainers import CataloguePermissionTester
from exchange.accounts.roles import AnyUser
from exchange.basepage.models import BasePage
from exchange.content_i18n import language_tabs


class CatalogueIndexPage(ShortChecks, BasePage):
    """The list of courses, with filters. One per site, at ``courses/``."""

    intro = models.TextField(_("introduction"), blank=True)

    max_count = 1
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["outline.CoursePage"]
    template = "courses/outline/catalogue.html"
    edit_handler = language_tabs(translated=["title", "intro"], shared=[FieldPanel("slug")])

    class Meta:
        verbose_name = _("course catalogue")
        verbose_name_plural = _("course catalogues")

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        """Find the course without asking first what kind of page it is: one query a level instead of two."""
        if not path_components or not self.live:
            return super().route(request, path_components)
        slug, *rest = path_components
        (course_model,) = self.allowed_subpage_models()
        courses = course_model.objects.child_of(self).filter(slug=slug)
        course = (courses.defer_streamfields() if rest else courses).first()
        if course is None:
            raise Http404
        course._cached_parent_obj = self
        return course.route(request, rest)

    def permissions_for_user(self, user: AnyUser) -> PagePermissionTester:
        """Let trainers begin a course here."""
        return CataloguePermissionTester(user, self)
