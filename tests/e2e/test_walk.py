"""A visitor follows every link in each language; nothing is missing, strange or in the wrong language."""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from urllib.parse import urlsplit

import pytest

from tests.e2e.conftest import LANGUAGES
from tests.e2e.visiting import Reply, Sheet, get, inside

pytestmark = pytest.mark.e2e

FEWEST = 40
#: Several combinations of filters show the same rows: the walk takes each list once.
ONE_OF_MANY = ("search/?", "library/?", "compare/?", "courses/?", "glossary/?")
STRICT = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}


@cache
def walk(demo: str, language: str) -> dict[str, Reply]:
    """Visit everything that the first page of a language leads to, in that language."""
    seen: dict[str, Reply] = {}
    waiting = {f"{demo}/{language}/"}
    with ThreadPoolExecutor(4) as visitors:
        while waiting:
            replies = list(visitors.map(get, sorted(waiting)))
            seen.update((reply.address, reply) for reply in replies)
            waiting = {link for reply in replies for link in _links(reply, demo, language)} - set(seen)
    return seen


def _links(reply: Reply, demo: str, language: str) -> Iterator[str]:
    for href in Sheet.of(reply.text).links:
        link = inside(href, reply.address, demo)
        if link is None or (link.count("?") and _is_one_of_many(link)):
            continue
        first = urlsplit(link).path.split("/")[1]
        if first == language or (first == "c" and link.endswith(f"lang={language}")) or first == "documents":
            yield link


def _is_one_of_many(link: str) -> bool:
    return any(part in link for part in ONE_OF_MANY) and "page=" not in link


def pages(demo: str, language: str) -> dict[str, Sheet]:
    """The HTML pages of a walk."""
    return {
        address: Sheet.of(reply.text)
        for address, reply in walk(demo, language).items()
        if reply.headers.get("content-type", "").startswith("text/html")
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_somewhere(demo: str, language: str) -> None:
    seen = walk(demo, language)
    assert {reply.address: reply.status for reply in seen.values() if reply.status != 200} == {}
    assert len(seen) >= FEWEST, sorted(seen)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_says_its_language_title_and_heading(demo: str, language: str) -> None:
    wrong = {
        address: (sheet.language, sheet.title.strip(), sheet.headings)
        for address, sheet in pages(demo, language).items()
        if sheet.language != language or not sheet.title.strip() or sheet.headings != 1
    }
    assert wrong == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_a_strict_policy_and_keeps_to_it(demo: str, language: str) -> None:
    for address, reply in walk(demo, language).items():
        if not reply.headers.get("content-type", "").startswith("text/html"):
            continue
        policy = dict(
            part.strip().split(" ", 1) for part in reply.headers["content-security-policy"].split(";") if part.strip()
        )
        assert {name: policy.get(name) for name in STRICT} == STRICT, address
        assert "unsafe" not in str(policy), address
        sheet = Sheet.of(reply.text)
        assert sheet.inline == [], address
        assert [source for source in sheet.loaded if inside(source, address, demo) is None] == [], address


@pytest.mark.parametrize("language", ["lo", "zh-hans"])
def test_no_english_sentence_is_left(demo: str, language: str) -> None:
    found: Counter[str] = Counter()
    first: dict[str, str] = {}
    for address, sheet in pages(demo, language).items():
        for sentence in sheet.english_sentences():
            found[sentence] += 1
            first.setdefault(sentence, address.removeprefix(demo))
    assert found == {}, "\n" + "\n".join(f"{count:4} × {text}   {first[text]}" for text, count in found.most_common())


@pytest.mark.parametrize("language", LANGUAGES)
def test_documents_are_read_to_their_last_page(demo: str, language: str) -> None:
    documents: dict[str, set[int]] = {}
    for address in walk(demo, language):
        parts = urlsplit(address).path.strip("/").split("/")
        if parts[1:2] == ["library"] and len(parts) == 4 and parts[3].isdigit():
            documents.setdefault(parts[2], set()).add(int(parts[3]))
    assert len(documents) >= 12
    assert {uuid: numbers for uuid, numbers in documents.items() if numbers != set(range(1, max(numbers) + 1))} == {}
    assert all(4 <= max(numbers) <= 8 for numbers in documents.values())
