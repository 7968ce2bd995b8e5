"""Words of another script carry their language, so that fonts, line heights and reading voices fit (WCAG 3.1.2)."""

import re
from html import escape, unescape
from typing import Final

from exchange.writing.scripts import runs

#: Scripts that belong to one language of the site; Latin and Cyrillic letters serve several.
_LANGUAGE: Final = {"lao": "lo", "han": "zh-hans"}
_LETTERS: Final = {"lo": "\u0e80-\u0eff", "zh-hans": "\u3400-\u9fff"}
_TAG: Final = re.compile(r"(<[^>]*>)")


def with_languages(text: str, language: str) -> str:
    """The text as escaped HTML, its runs of Lao or Chinese in spans with ``lang`` unless the text is in that language.

    Args:
        text: plain text.
        language: code of the language the text is in.
    """
    parts = []
    for run in runs(text):
        words, code = escape(text[run.start : run.end]), _LANGUAGE.get(run.script, language)
        parts.append(words if code == language else f'<span lang="{code}">{words}</span>')
    return "".join(parts)


def html_with_languages(html: str, language: str) -> str:
    """The same for HTML of our own making: only texts between tags are touched.

    Args:
        html: well-formed HTML without scripts or styles.
        language: code of the language its texts are in.
    """
    foreign = re.compile("[" + "".join(span for code, span in _LETTERS.items() if code != language) + "]")
    if not foreign.search(html):
        return html
    parts = _TAG.split(html)
    return "".join(
        part if part.startswith("<") or not foreign.search(part) else with_languages(unescape(part), language)
        for part in parts
    )
