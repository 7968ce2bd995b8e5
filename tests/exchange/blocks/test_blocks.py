"""Blocks: what they show, what they say to search, and that no policy of the browser is broken by them."""

import re
from typing import Any

import pytest
from django.utils import translation
from wagtail.blocks import StreamBlock, StreamValue
from wagtail.images.tests.utils import get_test_image_file

from exchange.blocks import body_blocks, text_of
from exchange.glossary.models import Label, Term
from exchange.media.models import ExchangeImage

BODY = StreamBlock(body_blocks())


def stream(*blocks: tuple[str, Any]) -> StreamValue:
    return BODY.to_python([{"type": name, "value": value} for name, value in blocks])


def html(*blocks: tuple[str, Any], language: str = "en") -> str:
    with translation.override(language):
        return re.sub(r"[ \n]+", " ", stream(*blocks).render_as_block({"LANGUAGE_CODE": language}))


BARS = {
    "caption": "Rates",
    "unit": "%",
    "scale": None,
    "first_name": "Employer",
    "second_name": "Worker",
    "rows": [
        {"label": "Lao PDR", "value": "6", "second": "5.5", "note": "2017"},
        {"label": "China", "value": "16", "second": "7", "note": ""},
    ],
    "source": "DFDL",
}
TABLE = {
    "caption": "One month",
    "cells": {
        "columns": [{"type": "text", "heading": "Part"}, {"type": "number", "heading": "Kip"}],
        "rows": [{"values": ["Employer", "270,000"]}],
        "caption": "",
    },
    "row_headings": True,
    "source": "Own calculation",
}
CALLOUT = {"kind": "warning", "heading": "Mind the words", "text": "<p>Disease too.</p>"}
FACTS = {"heading": "Figures", "facts": [{"label": "Rate", "value": "5.5 %", "year": "2017", "source": "DFDL"}]}
SOURCES = {
    "sources": [
        {
            "title": "Law",
            "publisher": "NA",
            "year": "2018",
            "note": "p. 3",
            "url": "https://example.org/",
            "state": "verified",
        }
    ]
}
VIDEO = {"title": "A talk", "url": "https://example.org/v", "minutes": 3, "transcript": "<p>Good morning.</p>"}


def test_bars_are_as_long_as_their_share_of_the_longest() -> None:
    page = html(("bars", BARS))
    assert 'width="26.1%"' in page  # 6 of 23
    assert 'x1="26.1%" x2="50.0%"' in page  # and 5.5 more
    assert 'x1="69.6%" x2="100.0%"' in page


def test_a_given_scale_is_the_full_line() -> None:
    assert 'width="6.0%"' in html(("bars", BARS | {"scale": "100"}))


def test_bars_without_a_second_value_draw_one_part() -> None:
    row = {"label": "All", "value": "0", "second": None, "note": ""}
    assert "<line" not in html(("bars", BARS | {"rows": [row]}))


@pytest.mark.parametrize(("language", "shown"), [("en", "6 + 5.5%"), ("zh-hans", "6 + 5.5%")])
def test_figures_are_written_as_the_language_writes_them(language: str, shown: str) -> None:
    assert f"<b>{shown}</b>" in html(("bars", BARS), language=language)


def test_another_unit_stands_apart_and_never_breaks() -> None:
    assert "<b>6 + 5.5\N{NO-BREAK SPACE}LAK</b>" in html(("bars", BARS | {"unit": "LAK"}))


def test_a_table_has_headings_a_label_and_numbers_at_the_end() -> None:
    page = html(("table", TABLE))
    assert 'role="region" aria-label="One month"' in page
    assert '<th scope="row" >Employer</th>' in page
    assert '<td class="n">270,000</td>' in page


def test_a_callout_says_its_kind_in_words() -> None:
    assert "Warning" in html(("callout", CALLOUT))
    assert "Example" in html(("callout", CALLOUT | {"kind": "example"}))


def test_key_facts_carry_year_and_source() -> None:
    page = html(("key_facts", FACTS))
    assert all(part in page for part in ("5.5 %", "2017", "DFDL"))


def test_sources_say_whether_they_were_checked() -> None:
    page = html(("source_note", SOURCES))
    assert '<a href="https://example.org/">Law</a>' in page
    assert "NA · 2018 · p. 3" in page
    assert "Checked against the official text" in page


def test_a_video_is_a_link_with_a_transcript_and_embeds_nothing() -> None:
    page = html(("video", VIDEO))
    assert 'href="https://example.org/v"' in page
    assert "Good morning." in page
    assert not re.search(r"<iframe|<embed|<video", page)


@pytest.mark.django_db
def test_a_term_opens_to_its_definition_in_the_language_of_the_reader() -> None:
    term = Term.objects.create(code="ceiling", definition_en="An upper limit.", definition_lo="ຂອບເຂດສູງສຸດ.")
    for language, text in (("en", "ceiling"), ("lo", "ເພດານ")):
        Label.objects.create(term=term, language=language, text=text)
    page = html(("glossary", {"terms": ["ceiling", "unknown"]}), language="lo")
    assert "<dfn >ເພດານ</dfn>" in page
    assert "ຂອບເຂດສູງສຸດ." in page


@pytest.mark.django_db
def test_a_definition_that_stands_in_says_its_language() -> None:
    term = Term.objects.create(code="ceiling", definition_en="An upper limit.")
    Label.objects.create(term=term, language="en", text="ceiling")
    page = html(("glossary", {"terms": ["ceiling"]}), language="lo")
    assert '<dfn lang="en">ceiling</dfn>' in page
    assert '<p lang="en">An upper limit.</p>' in page


@pytest.mark.django_db
@pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning")  # Wagtail's spooled renditions
def test_a_picture_carries_its_description_or_the_one_given_here() -> None:
    image = ExchangeImage.objects.create(title_en="Office", alternative_text_en="A counter", file=get_test_image_file())
    block = {"image": image.pk, "alt": "", "caption": "Vientiane", "credit": "LSSO"}
    assert 'alt="A counter"' in html(("picture", block))
    assert 'alt="Two clerks &amp; a queue"' in html(("picture", block | {"alt": "Two clerks & a queue"}))


def test_no_block_writes_inline_style_or_script() -> None:
    page = html(
        ("bars", BARS),
        ("table", TABLE),
        ("callout", CALLOUT),
        ("key_facts", FACTS),
        ("source_note", SOURCES),
        ("video", VIDEO),
        ("text", "<p>Text</p>"),
    )
    assert not re.search(r"\sstyle=|<script|<style|\son\w+=", page)


def test_search_hears_words_and_no_settings() -> None:
    words = text_of(
        stream(
            ("text", "<h2>Who pays</h2><p>The <b>employer</b>.</p>"),
            ("callout", CALLOUT),
            ("bars", BARS),
            ("table", TABLE),
            ("key_facts", FACTS),
            ("video", VIDEO),
            ("glossary", {"terms": ["ceiling"]}),
        )
    )
    for expected in ("Who pays", "employer", "Mind the words", "Lao PDR", "270,000", "5.5 %", "Good morning."):
        assert expected in words
    for unwanted in ("warning", "Warning", "ceiling", "https://", "<b>"):
        assert unwanted not in words


def test_an_empty_stream_has_no_words() -> None:
    assert text_of(stream()) == ""
