"""HomePage and InformationPage."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField

from exchange.basepage.models import BasePage
from exchange.content_i18n import language_tabs
from exchange.home.teasers import teasers

RICH_TEXT = ["h2", "h3", "bold", "ol", "ul", "link", "document-link"]


class HomePage(BasePage):
    """The first page: one sentence, the search box, three doors, and what the rooms have to show."""

    lede = models.TextField(_("first sentence"), blank=True)

    max_count = 1
    parent_page_types: ClassVar[list[str]] = ["basepage.BasePage"]
    template = "home/home_page.html"
    edit_handler = language_tabs(translated=["title", "lede"], shared=[])

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the teasers of all rooms."""
        return {**super().get_context(request, *args, **kwargs), "teasers": teasers(request)}


class InformationPage(BasePage):
    """A page of text: about, privacy, accessibility."""

    body = RichTextField(_("text"), blank=True, features=RICH_TEXT)
    show_in_footer = models.BooleanField(_("link at the foot of every page"), default=False)

    template = "home/information_page.html"
    subpage_types: ClassVar[list[str]] = []
    edit_handler = language_tabs(
        translated=["title", "body"], shared=[FieldPanel("slug"), FieldPanel("show_in_footer")]
    )

    class Meta:
        verbose_name = _("information page")
        verbose_name_plural = _("information pages")
