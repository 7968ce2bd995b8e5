"""CatalogueIndexPage: all courses."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import PagePermissionTester

from courses.outline.trainers import CataloguePermissionTester
from exchange.accounts.roles import AnyUser
from exchange.basepage.models import BasePage
from exchange.content_i18n import language_tabs


class CatalogueIndexPage(BasePage):
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

    def permissions_for_user(self, user: AnyUser) -> PagePermissionTester:
        """Let trainers begin a course here."""
        return CataloguePermissionTester(user, self)
