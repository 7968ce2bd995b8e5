"""Where a line may break: Lao has no spaces between words, and a Chinese heading should not tear a word.

`breakable` and `breakable_html` are for PDF only: the type-setter does not know where Lao words end, and a line
without a break runs off the page. Their U+200B must never reach the database, the index or a browser page.
"""

import re
from collections.abc import Collection
from html import escape
from itertools import pairwise

from exchange.writing.scripts import script_of
from exchange.writing.words import words

ZERO_WIDTH_SPACE = "\u200b"
_LAO_RUN = re.compile("[\u0e80-\u0eff]+")
_CLINGING_LAO = "\u0ec6\u0eaf"
_CLINGING_HAN = "的地得了着过们"
# Left alone: what is not set as running text, and the title, which becomes the PDF's name.
_UNTOUCHED = "pre|code|kbd|samp|script|style|textarea|title|svg"
_HTML = re.compile(
    rf"<({_UNTOUCHED})\b[^>]*>.*?</\1\s*>"
    r"|<!--.*?-->"
    r"|<[a-zA-Z/!?](?:[^>\"']|\"[^\"]*\"|'[^']*')*>"
    r"|(?P<text>[^<]+)",
    re.DOTALL | re.IGNORECASE,
)


def breakable(text: str) -> str:
    """The text with a zero-width space between Lao words, for PDF. Without them it is the text again.

    Never before ໆ, ຯ or a closing mark, and never inside a cluster.
    """
    return _LAO_RUN.sub(lambda run: ZERO_WIDTH_SPACE.join(_lao_pieces(run.group())), text)


def breakable_html(html: str) -> str:
    """An HTML text with `breakable` applied to what is read; tags, attributes, comments and code stay as they are."""
    return _HTML.sub(lambda part: breakable(part.group()) if part["text"] else part.group(), html)


def with_wbr(text: str, terms: Collection[str] = ()) -> str:
    """Safe HTML of a heading or label: `<wbr>` between Lao words, and around known words in Chinese.

    Use it with `word-break: keep-all` for Chinese headings. `terms` adds words to the short list of our own; two
    characters no word covers stay together, as do 的, 了 and their like with the word before.
    """
    parts = words(text, terms)
    marked = [escape(part) for part in parts[:1]]
    for before, part in pairwise(parts):
        marked.append("<wbr>" + escape(part) if _may_break(before, part) else escape(part))
    return "".join(marked)


def _may_break(before: str, after: str) -> bool:
    scripts = script_of(before[-1]), script_of(after[0])
    if scripts == ("lao", "lao"):
        return after[0] not in _CLINGING_LAO
    if scripts == ("han", "han"):
        return (len(before) > 1 or len(after) > 1 or before in _CLINGING_HAN) and after not in _CLINGING_HAN
    return False


def _lao_pieces(run: str) -> list[str]:
    pieces: list[str] = []
    for word in words(run):
        if pieces and word[0] in _CLINGING_LAO:
            pieces[-1] += word
        else:
            pieces.append(word)
    return pieces
