"""The demo's case studies."""

import re

import pytest
from django.test import Client

from exchange.places.demo import load as load_places
from knowledge.cases.demo import load
from knowledge.cases.indexing import documents
from knowledge.cases.models import CaseStudyPage
from tests.factories.outline import home_page


@pytest.fixture(autouse=True)
def _loaded(db: None) -> None:
    load_places()
    home_page()
    load()


def test_three_experiences_stand_in_all_languages_and_loading_twice_changes_nothing() -> None:
    page = CaseStudyPage.objects.get(slug="lao-self-employed")
    page.lede_en = "Corrected by an editor."
    page.save_revision().publish()
    load()
    assert CaseStudyPage.objects.count() == 3
    assert CaseStudyPage.objects.get(slug="lao-self-employed").lede_en == "Corrected by an editor."
    assert {page.documents.count() for page in CaseStudyPage.objects.all()} == {2, 3}


@pytest.mark.parametrize("language", ["lo", "en", "zh-hans"])
@pytest.mark.parametrize("slug", ["lao-self-employed", "china-one-card", "tajikistan-accounts-migrants"])
def test_each_is_told_in_full(client: Client, language: str, slug: str) -> None:
    html = client.get(f"/{language}/case-studies/{slug}/").text
    assert html.count('<ul class="bars">') == 2
    assert 'class="fallback"' not in html
    assert len(re.findall(r'<section aria-labelledby="(?:problem|action|result|lesson)">', html)) == 4


def test_a_share_is_drawn_on_the_whole(client: Client) -> None:
    html = client.get("/en/case-studies/lao-self-employed/").text
    assert 'width="94.0%"' in html


def test_what_a_source_leaves_out_is_no_word_for_search() -> None:
    load()
    bodies = [document.body for page in CaseStudyPage.objects.all() for document in documents(page)]
    assert len(bodies) == 9
    assert [body for body in bodies if "None" in body.split()] == []
