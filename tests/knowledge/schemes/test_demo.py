"""The demo's comparison."""

import pytest
from django.test import Client

from exchange.places.demo import load as load_places
from knowledge.schemes.demo import load
from knowledge.schemes.models import Indicator, Provision, Review


@pytest.fixture
def _loaded() -> None:
    load_places()
    load()


@pytest.mark.usefixtures("_loaded")
def test_loading_twice_changes_nothing_and_keeps_corrections() -> None:
    before = Provision.objects.count(), Review.objects.count(), Indicator.objects.count()
    corrected = Provision.objects.filter(indicator__code="employer-rate", country="LA").get()
    Provision.objects.filter(pk=corrected.pk).update(number=7)
    load()
    assert (Provision.objects.count(), Review.objects.count(), Indicator.objects.count()) == before
    assert Provision.objects.get(pk=corrected.pk).number == 7


@pytest.mark.usefixtures("_loaded")
def test_every_verified_value_says_since_when() -> None:
    verified = Provision.objects.filter(review_state="verified")
    assert verified.exists()
    assert not verified.filter(reviews=None).exists()


@pytest.mark.usefixtures("_loaded")
@pytest.mark.parametrize("language", ["lo", "en", "zh-hans"])
def test_the_whole_grid_has_no_text_of_another_language(client: Client, language: str) -> None:
    html = client.get(f"/{language}/compare/").text
    table = html[html.index("<table") : html.index("</table>")]
    assert table.count('role="rowheader"') == Indicator.objects.count()
    assert "lang=" not in table
