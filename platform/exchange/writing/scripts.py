"""Which script a character is in, and which language a text is likely to be in."""

import re
from collections import Counter
from typing import Literal, NamedTuple, cast

Script = Literal["lao", "han", "latin", "cyrillic", "other"]

_SCRIPT = re.compile(
    r"(?P<lao>[\u0e80-\u0eff]+)"
    r"|(?P<han>[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]+)"
    r"|(?P<latin>[A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff\uff21-\uff3a\uff41-\uff5a]+)"
    r"|(?P<cyrillic>[\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f]+)"
)
# One Chinese character says as much as about three letters.
_WEIGHT = {"lao": 1, "han": 3, "latin": 1}
_LANGUAGE: dict[str, Literal["lo", "zh", "en"]] = {"lao": "lo", "han": "zh", "latin": "en"}


class Run(NamedTuple):
    """A stretch of one script: `text[start:end]`."""

    script: Script
    start: int
    end: int


def script_of(character: str) -> Script:
    """The script of one character; digits, marks, spaces and punctuation are "other"."""
    match = _SCRIPT.match(character)
    return _name(match) if match else "other"


def runs(text: str) -> list[Run]:
    """The text as stretches of one script, without gaps."""
    found: list[Run] = []
    done = 0
    for match in _SCRIPT.finditer(text):
        if match.start() > done:
            found.append(Run("other", done, match.start()))
        found.append(Run(_name(match), match.start(), match.end()))
        done = match.end()
    if done < len(text):
        found.append(Run("other", done, len(text)))
    return found


def language_of(text: str) -> Literal["lo", "zh", "en"] | None:
    """The likeliest of Lao, Chinese and English, by counting letters; None where there are none of theirs."""
    counts: Counter[str] = Counter()
    for run in runs(text):
        if run.script in _WEIGHT:
            counts[run.script] += (run.end - run.start) * _WEIGHT[run.script]
    if not counts:
        return None
    script, _ = counts.most_common(1)[0]
    return _LANGUAGE[script]


def _name(match: re.Match[str]) -> Script:
    return cast(Script, match.lastgroup)
