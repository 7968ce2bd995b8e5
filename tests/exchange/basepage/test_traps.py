"""Each trap that Wagtail with modeltranslation is known to hold, sprung on purpose."""

import ast
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import translation
from wagtail.actions.copy_page import CopyPageAction
from wagtail.rich_text import RichText

from exchange.accounts.models import User
from exchange.basepage.models import BasePage
from exchange.content_i18n import Part, is_empty, own_or_fallback, translation_state
from exchange.home.models import HomePage, InformationPage


@pytest.fixture
def home(db: None) -> HomePage:
    root = BasePage.get_first_root_node()
    home = HomePage(title_en="Home", slug="start")
    root.add_child(instance=home)
    return home


@pytest.fixture
def about(home: HomePage) -> InformationPage:
    page = InformationPage(title_en="About", body_en="<p>English</p>", slug="about")
    home.add_child(instance=page)
    return page


@pytest.mark.parametrize("language", ["lo", "zh-hans", "en"])
def test_saving_with_the_admin_in_another_language_writes_no_fallback_into_it(
    about: InformationPage, language: str
) -> None:
    with translation.override(language):
        page = InformationPage.objects.get(pk=about.pk)
        page.full_clean()
        page.save()
        page.save_revision().publish()
    stored = InformationPage.objects.filter(pk=about.pk).values("title_lo", "title_zh_hans", "title_en").get()
    assert stored == {"title_lo": None, "title_zh_hans": None, "title_en": "About"}


@pytest.mark.parametrize("language", ["lo", "zh-hans"])
def test_the_bare_title_and_the_draft_title_are_the_source_language(about: InformationPage, language: str) -> None:
    with translation.override(language):
        page = InformationPage.objects.get(pk=about.pk)
        page.title_lo = "ກ່ຽວກັບ"
        page.title_zh_hans = "关于"
        page.save()
        page.save_revision()
    row = BasePage.objects.filter(pk=about.pk).values_list("draft_title", flat=True).get()
    assert row == "About"
    with translation.override("en"):
        assert InformationPage.objects.get(pk=about.pk).title == "About"


def test_the_admin_shows_the_title_in_the_editors_language(about: InformationPage) -> None:
    about.title_lo = "ກ່ຽວກັບ"
    about.save()
    with translation.override("lo"):
        assert BasePage.objects.get(pk=about.pk).get_admin_display_title() == "ກ່ຽວກັບ"


def test_an_opened_and_left_rich_text_counts_as_untranslated(about: InformationPage) -> None:
    about.body_lo = '<p data-block-key="x"></p>'
    about.save()
    with translation.override("lo"):
        assert "English" in InformationPage.objects.get(pk=about.pk).body
    assert is_empty(RichText('<p data-block-key="x">\xa0</p>'))


def test_copying_in_a_lao_admin_gives_the_copy_its_title_in_the_source_language(
    about: InformationPage, administrator: User
) -> None:
    with translation.override("lo"):
        copy = CopyPageAction(page=about, update_attrs={"title": "Copy", "slug": "copy"}, user=administrator).execute(
            skip_permission_checks=True
        )
    stored = BasePage.objects.filter(pk=copy.pk).values("title_en", "title_lo").get()
    assert stored == {"title_en": "Copy", "title_lo": None}


def test_wagtails_first_pages_have_a_title(db: None) -> None:
    assert not BasePage.objects.filter(title_en=None).exists()


def test_a_page_may_not_take_the_address_of_a_view(home: HomePage) -> None:
    page = InformationPage(title_en="Search", slug="search", path="", depth=3)
    with pytest.raises(ValidationError, match="search"):
        page.clean()


def test_only_the_source_title_is_required(home: HomePage) -> None:
    page = InformationPage(title_en="Only English", slug="only-english")
    home.add_child(instance=page)
    assert page.pk


def test_fallback_says_in_which_language_it_is(about: InformationPage) -> None:
    part = own_or_fallback(about, "body", "lo")
    assert (part.language, part.is_fallback) == ("en", True)
    assert (own_or_fallback(about, "body", "en").is_fallback) is False


def test_the_state_counts_fields_with_text_in_any_language(about: InformationPage) -> None:
    about.title_lo = "ກ່ຽວກັບ"
    states = translation_state(about)
    assert states["en"].percent == 100
    assert (states["lo"].done, states["lo"].needed, states["lo"].missing) == (1, 2, ("body",))
    assert states["zh-hans"].percent == 0


def test_a_page_with_nothing_translated_answers_and_says_so(about: InformationPage, client: Client) -> None:
    from wagtail.models import Site

    Site.objects.update(root_page=about.get_parent())
    about.save_revision().publish()
    text = client.get("/lo/about/").text
    assert '<html lang="lo">' in text
    assert '<div class="fallback" lang="en"' in text
    assert "ລາວ" in text


@pytest.mark.parametrize("language", ["lo", "en", "zh-hans"])
def test_each_language_has_a_preview_of_its_own(about: InformationPage, administrator: User, language: str) -> None:
    about.body_lo, about.body_zh_hans = "<p>ພາສາລາວ</p>", "<p>中文</p>"
    response = about.make_preview_request(preview_mode=language)
    assert f'<html lang="{language}">' in response.text
    assert {"lo": "ພາສາລາວ", "en": "English", "zh-hans": "中文"}[language] in response.text


def _imported_names(file: Path) -> list[str]:
    tree = ast.parse(file.read_text(encoding="utf8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == "wagtail.models"]
    return [alias.name for node in imports for alias in node.names]


def test_the_unswapped_page_class_is_imported_by_no_room_of_ours() -> None:
    root = Path(__file__).resolve().parents[3]
    folders = [root / "platform" / "exchange", root / "search", root / "courses", root / "knowledge"]
    files = [file for folder in folders for file in folder.rglob("*.py")]
    assert [file for file in files if "Page" in _imported_names(file)] == []


def test_a_lao_title_in_the_source_column_stands_in_and_is_not_english(home: HomePage) -> None:
    page = InformationPage(title_en="ສຳມະນາ", title_lo="ສຳມະນາ", slug="samana")
    home.add_child(instance=page)
    assert own_or_fallback(page, "title", "en") == Part("ສຳມະນາ", "lo", True)
    assert own_or_fallback(page, "title", "lo") == Part("ສຳມະນາ", "lo", False)
    assert translation_state(page)["en"].missing == ("title",)
    assert translation_state(page)["lo"].percent == 100


@pytest.mark.parametrize("title", ["COVID-19", "513,315", "2.5 %"])
def test_names_and_numbers_may_be_the_same_in_two_languages(home: HomePage, title: str) -> None:
    page = InformationPage(title_en=title, title_zh_hans=title, title_lo="513.315", slug="same")
    home.add_child(instance=page)
    assert own_or_fallback(page, "title", "en").is_fallback is False
