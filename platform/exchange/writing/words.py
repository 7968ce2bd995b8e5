"""The words of a text, without a language model: Lao by longest coverage with a word list, Chinese by terms.

Finding needs no words (search works on clusters); glosses, the edge of a highlight and line breaks do. The Lao list
is the head words of a dictionary plus our own terms; see `data/README.md`.
"""

import gzip
import re
from collections.abc import Callable, Collection, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

from exchange.writing.clusters import CLUSTER, clusters
from exchange.writing.fold import fold, fold_with_offsets

__all__ = ["clusters", "lao_words", "word_spans", "words"]

DATA = Path(__file__).parent / "data"
LONGEST_LAO = 10
LONGEST_CHINESE = 12
_TOKEN = re.compile(
    r"(?P<number>[\d\u0ed0-\u0ed9]+(?:[.,:/][\d\u0ed0-\u0ed9]+)*)"
    r"|(?P<lao>[\u0e80-\u0ecf\u0eda-\u0eff]+)"
    r"|(?P<han>[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]+)"
    # A word of Latin, Cyrillic or any other alphabet, with an apostrophe inside but not at its edges.
    r"|(?P<word>(?:(?![\u0e80-\u0eff\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af])[^\W\d_]"
    r"[\u0300-\u036f]*)+(?:['’](?:(?![\u0e80-\u0eff])[^\W\d_])+)*)"
    r"|(?P<space>\s+)"
    r"|(?P<mark>.)",
    re.DOTALL,
)
_UNSOUNDED = "ໆຯ"
# A consonant without a vowel is nearly always the end of the syllable before it.
_BARE = re.compile("[\u0e81-\u0eae\u0edc-\u0edf][\u0ebc\u0ec6\u0ec8-\u0ecc\u0eaf]*")


@cache
def lao_words() -> frozenset[str]:
    """The Lao word list in folded spelling, read once."""
    heads = gzip.decompress((DATA / "lao_words.txt.gz").read_bytes()).decode()
    own = (DATA / "lao_common.txt").read_text("utf-8")
    return frozenset(heads.split()) | frozenset(fold(own).split())


@cache
def chinese_terms() -> frozenset[str]:
    """Our own short list of Chinese terms, for headings and PDF, read once."""
    return frozenset((DATA / "chinese_terms.txt").read_text("utf-8").split())


def words(text: str, terms: Collection[str] = ()) -> list[str]:
    """The text in pieces: words, numbers, white space and single marks. Joined they are the text.

    No Lao cluster is cut. Chinese is cut around our own terms and the `terms` given; what they do not cover comes
    character by character, so this is for headings and PDF and not for search.
    """
    return [text[start:end] for _, start, end in _pieces(text, frozenset(terms))]


def word_spans(text: str, terms: Collection[str] = ()) -> list[tuple[int, int]]:
    """Where the words and numbers of a text begin and end; white space and punctuation are left out."""
    return [(start, end) for kind, start, end in _pieces(text, frozenset(terms)) if kind not in ("space", "mark")]


def _pieces(text: str, terms: frozenset[str]) -> Iterator[tuple[str, int, int]]:
    for match in _TOKEN.finditer(text):
        kind = str(match.lastgroup)
        start, end = match.span()
        if kind == "lao":
            ends = _lao_ends(match.group())
        elif kind == "han":
            ends = _chinese_ends(match.group(), terms)
        else:
            yield kind, start, end
            continue
        begin = start
        for stop in ends:
            yield kind, begin, start + stop
            begin = start + stop


def _lao_ends(run: str) -> list[int]:
    """Where the words of a Lao run end. The list is folded, so the run is too, and its ends are led back."""
    folded = fold_with_offsets(run)
    known = lao_words()

    def is_word(piece: str) -> bool:
        return piece in known or piece.rstrip(_UNSOUNDED) in known

    bounds = [0, *(match.end() for match in CLUSTER.finditer(folded.text))]
    ends = cover(folded.text, bounds, is_word, LONGEST_LAO)
    bare = {end for end, following in pairwise(ends) if _BARE.fullmatch(folded.text[end:following])}
    return [folded.offsets[end] for end in ends if end not in bare]


def _chinese_ends(run: str, terms: frozenset[str]) -> list[int]:
    own = chinese_terms()
    bounds = list(range(len(run) + 1))
    return cover(run, bounds, lambda piece: piece in own or piece in terms, LONGEST_CHINESE)


def cover(text: str, bounds: list[int], is_word: Callable[[str], bool], longest: int) -> list[int]:
    """Cut a text between known words so that least is left over, then so that there are fewest pieces.

    Args:
        text: the run to cut.
        bounds: the places where a cut is allowed, first 0, last the length.
        is_word: whether a piece is a known word.
        longest: how many steps between bounds a word may span.

    Returns:
        The places where the pieces end. A step no word covers is a piece of its own.
    """
    best: list[tuple[int, int, int]] = [(0, 0, 0)]
    for end in range(1, len(bounds)):
        missed, pieces, _ = best[end - 1]
        choice = (missed + 1, pieces + 1, end - 1)
        for begin in range(max(0, end - longest), end):
            if is_word(text[bounds[begin] : bounds[end]]):
                missed, pieces, _ = best[begin]
                if (missed, pieces + 1) < choice[:2]:
                    choice = (missed, pieces + 1, begin)
        best.append(choice)
    ends: list[int] = []
    end = len(bounds) - 1
    while end:
        ends.append(bounds[end])
        end = best[end][2]
    return ends[::-1]
