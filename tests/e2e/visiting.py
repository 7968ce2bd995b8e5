"""A visitor without a browser: follows links and reads what stands on a page."""

import gzip
import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final
from urllib.parse import urldefrag, urljoin, urlsplit

VOID: Final = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
#: What a machine reads or what is no sentence of the page.
UNREAD: Final = frozenset({"script", "style", "code", "pre", "cite", "title"})
#: Names that stay English in every language: what an office or a publication calls itself.
KNOWN: Final = (
    "Social Security Programs Throughout the World",
    "Asia and the Pacific",
    "State Council Information Office",
)
LATIN: Final = re.compile(r"[A-Za-z][A-Za-z'’-]*(?:[ \u00a0]+[A-Za-z][A-Za-z'’-]*){3,}")


@dataclass
class Reply:
    """What the server answered."""

    address: str
    status: int
    headers: dict[str, str]
    text: str


def get(address: str) -> Reply:
    """Fetch an address as a stranger; an error page is an answer too."""
    request = urllib.request.Request(address, headers={"Accept-Encoding": "gzip", "User-Agent": "walk"})  # noqa: S310 - our own server
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
            return _reply(address, answer)
    except urllib.error.HTTPError as error:
        with error:
            return _reply(address, error)


def _reply(address: str, answer: "urllib.response.addinfourl | urllib.error.HTTPError") -> Reply:
    headers = {name.lower(): value for name, value in answer.headers.items()}
    body = answer.read()
    if headers.get("content-encoding") == "gzip":
        body = gzip.decompress(body)
    is_text = headers.get("content-type", "").startswith(("text/", "application/xml"))
    return Reply(address, int(answer.status or 0), headers, body.decode() if is_text else "")


@dataclass
class Sheet(HTMLParser):
    """The parts of a page that a walk looks at."""

    language: str = ""
    title: str = ""
    headings: int = 0
    links: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    texts: list[tuple[str, str]] = field(default_factory=list)
    _open: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    @classmethod
    def of(cls, html: str) -> "Sheet":
        sheet = cls()
        sheet.feed(html)
        sheet.close()
        return sheet

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        language = given.get("lang") or (self._open[-1][1] if self._open else "")
        if tag not in VOID:
            self._open.append((tag, language))
        if tag == "html":
            self.language = language
        self.headings += tag == "h1"
        self._look_for_inline(tag, given)
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if tag in {"script", "img", "source", "iframe", "audio", "video"} and given.get("src"):
            self.loaded.append(given["src"])
        if tag == "link" and given.get("rel") in {"stylesheet", "icon", "preload"}:
            self.loaded.append(given["href"])
        for name in ("alt", "title", "placeholder", "aria-label", "data-offline"):
            self.texts.append((language, given.get(name, "")))

    def _look_for_inline(self, tag: str, given: dict[str, str]) -> None:
        if "style" in given or any(name.startswith("on") for name in given):
            self.inline.append(f"<{tag} {given}>")
        if tag == "style" or (tag == "script" and "src" not in given and given.get("type") != "application/json"):
            self.inline.append(f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            if self._open.pop()[0] == tag:
                return

    def handle_data(self, data: str) -> None:
        if any(tag == "title" for tag, _language in self._open) and not any(tag == "svg" for tag, _l in self._open):
            self.title += data
        if not any(tag in UNREAD for tag, _language in self._open):
            self.texts.append((self._open[-1][1] if self._open else "", data))

    def english_sentences(self) -> Iterator[str]:
        """Yield runs of four Latin words or more outside parts that say they are English."""
        for language, text in self.texts:
            if not language.startswith("en"):
                found = (match[0] for match in LATIN.finditer(text))
                yield from (words for words in found if not any(name in words for name in KNOWN))


def inside(address: str, page: str, demo: str) -> str | None:
    """Return the address of a link on this site without its fragment, or None for any other link."""
    whole = urldefrag(urljoin(page, address))[0]
    return whole if whole.startswith(f"{demo}/") and urlsplit(whole).scheme == "http" else None
