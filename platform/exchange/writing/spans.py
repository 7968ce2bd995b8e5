"""Words of another script carry their language, so that fonts, line heights and reading voices fit (WCAG 3.1.2)."""

from html import escape
from typing import Final

from exchange.writing.scripts import runs

#: Scripts that belong to one language of the site; Latin and Cyrillic letters serve several.
_LANGUAGE: Final = {"lao": "lo", "han": "zh-hans"}


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
