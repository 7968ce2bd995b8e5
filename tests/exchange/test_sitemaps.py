"""What search engines are told."""

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction, Site

from exchange.basepage.models import BasePage
from exchange.home.models import HomePage, InformationPage


@pytest.fixture
def pages(db: None) -> dict[str, InformationPage]:
    home = HomePage(title_en="Home", slug="map-home")
    BasePage.get_first_root_node().add_child(instance=home)
    Site.objects.update(root_page=home)
    made = {}
    for slug, live in (("open", True), ("draft", False), ("private", True)):
        page = InformationPage(title_en=slug, slug=slug, live=live)
        home.add_child(instance=page)
        made[slug] = page
    PageViewRestriction.objects.create(page=made["private"], restriction_type=PageViewRestriction.LOGIN)
    return made


def test_the_map_names_public_pages_in_each_language(client: Client, pages: dict[str, InformationPage]) -> None:
    text = client.get("/sitemap.xml").text
    for language in ("lo", "en", "zh-hans"):
        assert f"/{language}/open/</loc>" in text
        assert f'hreflang="{language}"' in text


def test_the_map_names_no_draft_and_no_private_page(client: Client, pages: dict[str, InformationPage]) -> None:
    text = client.get("/sitemap.xml").text
    assert "draft" not in text
    assert "private" not in text


@pytest.mark.parametrize("slug", ["draft", "private"])
def test_neither_opens_by_guessing_its_address(client: Client, pages: dict[str, InformationPage], slug: str) -> None:
    response = client.get(f"/lo/{slug}/")
    assert response.status_code == (404 if slug == "draft" else 302)


def test_robots_keep_out_of_the_admin_and_of_certificates(client: Client, db: None) -> None:
    text = client.get("/robots.txt").text
    assert "Disallow: /admin/" in text
    assert "Disallow: /c/" in text
