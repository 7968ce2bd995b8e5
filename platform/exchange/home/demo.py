"""Makes the home page the root of the site and loads the information pages of the demo."""

import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Model
from wagtail.models import Site

from exchange.basepage.models import BasePage
from exchange.home.models import HomePage, InformationPage
from exchange.languages import column

CONTENT = Path(__file__).parent / "demo_content" / "home.toml"
HTTP_PORT = 80


def _fill(instance: Model, texts: dict[str, dict[str, str]]) -> None:
    for field, by_language in texts.items():
        for language, text in by_language.items():
            setattr(instance, column(field, language), text)


def load() -> None:
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
