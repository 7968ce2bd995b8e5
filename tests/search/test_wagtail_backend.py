"""The admin's own search and its choosers find Lao and Chinese titles."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Site
from wagtail.search.backends import get_search_backend

from exchange.accounts.models import User
from exchange.basepage.models import BasePage
from exchange.glossary.models import Label, Term
from exchange.home.models import InformationPage
from exchange.media.models import ExchangeDocument, ExchangeImage
from search.models import AdminText

LAO, CHINESE, ENGLISH = "ກົດໝາຍວ່າດ້ວຍປະກັນສັງຄົມປີ໒໐໑໘", "老挝社会保险法实施细则", "Guide to contributions"
TITLES = {"title_en": ENGLISH, "title_lo": LAO, "title_zh_hans": CHINESE}
WORDS = ["ປະກັນສັງຄົມ", "ກົດຫມາຍ", "保险", "contrib", "ກົດໝາຍ 2018"]


@pytest.fixture
def page(db: None) -> InformationPage:
    page = InformationPage(slug="guide", **TITLES)
    BasePage.objects.get(depth=1).add_child(instance=page)
    return page


@pytest.fixture
def objects(page: InformationPage) -> dict[str, Any]:
    image = ExchangeImage.objects.create(file=get_test_image_file(), **{"title": ENGLISH, **TITLES})
    file = SimpleUploadedFile("a.txt", b"text")
    document = ExchangeDocument.objects.create(file=file, **{"title": ENGLISH, **TITLES})
    term = Term(code="social-security")
    term.labels.set([Label(language=code, text=text) for code, text in (("lo", LAO), ("zh-hans", CHINESE))])
    term.labels.add(Label(language="en", text=ENGLISH))
    term.save()
    return {"page": page, "image": image, "document": document, "snippet": term}


@pytest.mark.parametrize("kind", ["page", "image", "document", "snippet"])
@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("way", ["search", "autocomplete"])
def test_a_word_inside_a_title_is_found(objects: dict[str, Any], kind: str, word: str, way: str) -> None:
    model = type(objects[kind])
    backend = get_search_backend()
    assert list(getattr(backend, way)(word, model.objects.all())) == [objects[kind]]
    assert list(getattr(backend, way)("ບໍ່ມີ 没有", model.objects.all())) == []


def test_a_page_is_found_through_the_model_of_all_pages(page: InformationPage) -> None:
    found = BasePage.objects.live().search("社会保险")
    assert found.count() == 1
    assert found[0].pk == page.pk


def test_titles_that_begin_with_the_word_come_first(page: InformationPage) -> None:
    for number, title in enumerate(["The law", "Law of the land"]):
        page.add_sibling(instance=InformationPage(slug=f"p{number}", title_en=title))
    assert [str(found) for found in InformationPage.objects.autocomplete("law")] == ["Law of the land", "The law"]


def test_a_changed_title_is_found_and_the_old_one_is_not(page: InformationPage) -> None:
    page.title_lo = "ຄູ່ມື"
    page.save()
    assert InformationPage.objects.search("ຄູ່ມື").count() == 1
    assert InformationPage.objects.search("ປະກັນສັງຄົມ").count() == 0


def test_a_deleted_page_leaves_no_text_behind(page: InformationPage) -> None:
    page.delete()
    assert not AdminText.objects.filter(title__contains="保险").exists()


def test_filters_of_the_admin_hold(page: InformationPage) -> None:
    assert InformationPage.objects.filter(live=False).search("保险").count() == 0
    assert InformationPage.objects.exclude(pk=page.pk).autocomplete("保险").count() == 0


def test_the_table_can_be_made_anew(page: InformationPage) -> None:
    AdminText.objects.all().delete()
    call_command("wagtail_update_index", verbosity=0)
    assert InformationPage.objects.search("保险").count() == 1


# Wagtail leaves the temporary file of a picture it draws to the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize(
    "address", ["/admin/pages/search/", "/admin/choose-page/search/", "/admin/images/", "/admin/documents/"]
)
@pytest.mark.parametrize("word", ["ປະກັນສັງຄົມ", "保险"])
def test_the_desk_finds_it(
    client: Client, administrator: User, objects: dict[str, Any], settings: Settings, address: str, word: str
) -> None:
    settings.EXCHANGE_DEMO = True  # staff without a second factor
    Site.objects.update(root_page=objects["page"].get_parent())
    administrator.is_superuser = True
    administrator.save()
    client.force_login(administrator)
    response = client.get(address, {"q": word, "page_type": "basepage.BasePage"}, follow=True)
    assert response.status_code == 200
    assert ENGLISH in response.text or LAO in response.text
