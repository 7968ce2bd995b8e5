"""The glossary page and its labels."""

from typing import Any

import pytest
from django.db import IntegrityError
from django.test import Client

from exchange.glossary.demo import load
from exchange.glossary.labels import shown_terms, term_label
from exchange.glossary.letters import initial
from exchange.glossary.models import Label, Term


@pytest.fixture
def pension(db: None) -> Term:
    term = Term(code="pension", definition_en="Paid every month.", definition_lo="ຈ່າຍທຸກເດືອນ.")
    term.labels.set(
        [
            Label(language="lo", text="ບຳນານ", review_state="sourced"),
            Label(language="en", text="pension"),
            Label(language="en", kind="alternative", text="retirement pay"),
        ]
    )
    term.save()
    return term


def test_the_preferred_label_of_the_language_is_shown(pension: Term) -> None:
    label = term_label(pension, "lo")
    assert label is not None
    assert label.text == "ບຳນານ"


def test_a_term_without_a_label_in_the_language_shows_the_source_language(pension: Term) -> None:
    (shown,) = shown_terms(["pension", "unknown"], "zh-hans")
    assert (shown.label.text, shown.label.language) == ("pension", "en")
    assert shown.definition.is_fallback


def test_a_term_has_one_preferred_label_a_language(pension: Term) -> None:
    with pytest.raises(IntegrityError):
        Label.objects.create(term=pension, language="lo", text="ເງິນບຳນານ")


@pytest.mark.parametrize(
    ("text", "language", "letter"), [("ເງິນສົມທົບ", "lo", "ງ"), ("养老金", "zh-hans", "Y"), ("pension", "en", "P")]
)
def test_terms_stand_under_the_letter_of_their_script(text: str, language: str, letter: str) -> None:
    assert initial(text, language) == letter


@pytest.mark.parametrize("language", ["lo", "en", "zh-hans"])
def test_the_44_terms_of_the_demo_stand_in_every_language(client: Client, db: None, language: str) -> None:
    load()
    load()
    assert Term.objects.count() == 44
    text = client.get(f"/{language}/glossary/").text
    assert text.count('<article class="card term"') == 44
    assert 'lang="lo"' in text
    assert 'lang="zh-hans"' in text


def test_a_draft_term_is_not_shown(client: Client, pension: Term) -> None:
    pension.live = False
    pension.save()
    assert "retirement pay" not in client.get("/en/glossary/").text


def test_more_terms_cost_no_more_queries(client: Client, db: None, django_assert_max_num_queries: Any) -> None:
    load()
    with django_assert_max_num_queries(4):
        client.get("/en/glossary/")
