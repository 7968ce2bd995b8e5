"""Pages that every installation begins with: the home page, pages of information, one list page per room."""

import tomllib
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Model
from wagtail.models import Site

from exchange.basepage.models import BasePage
from exchange.home.models import HomePage, InformationPage
from exchange.languages import column

CONTENT = Path(__file__).with_name("founding.toml")
HTTP_PORT = 80
Index = TypeVar("Index", bound=BasePage)


def _fill(instance: Model, texts: dict[str, dict[str, str]]) -> None:
    for field, by_language in texts.items():
        for language, text in by_language.items():
            setattr(instance, column(field, language), text)


def found() -> None:
    """Make the home page the root of the site and add the pages of information; what is there stays as it is."""
    content: dict[str, Any] = tomllib.loads(CONTENT.read_text(encoding="utf8"))
    home = _home(content["home"])
    for row in content["page"]:
        page = InformationPage.objects.filter(slug=row["slug"]).first()
        if page is None:
            page = InformationPage(slug=row["slug"], show_in_footer=True)
            _fill(page, row["text"])
            home.add_child(instance=page)
            page.save_revision().publish()


def _home(texts: dict[str, dict[str, str]]) -> HomePage:
    home = HomePage.objects.first()
    if home is None:
        root = BasePage.get_first_root_node()
        # Wagtail's "Welcome" page stands where ours will be.
        root.get_children().filter(slug="home").exclude(content_type__model="homepage").delete()
        root.refresh_from_db()
        home = HomePage(slug="home")
        _fill(home, texts)
        root.add_child(instance=home)
        home.save_revision().publish()
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    values = {
        "hostname": address.hostname or "localhost",
        "port": address.port or HTTP_PORT,
        "root_page_id": home.pk,
        "site_name": "South-South Exchange",
    }
    site = Site.objects.filter(is_default_site=True).first()
    Site.objects.update_or_create(pk=site.pk if site else None, defaults=values | {"is_default_site": True})
    return home


def found_list(model: type[Index], *, slug: str, content: Path) -> Index:
    """Return the one list page of a room, made below the home page if there is none.

    Args:
        model: the page's class, with translated ``title`` and ``intro``.
        slug: its address below the language.
        content: a TOML file with a table per field, a text per language.
    """
    index: Index | None = model.objects.first()
    if index is None:
        index = model(slug=slug)
        _fill(index, tomllib.loads(content.read_text(encoding="utf8")))
        HomePage.objects.get().add_child(instance=index)
        index.save_revision().publish()
    return index
