"""Policy briefs and other papers of several A4 pages, in the look of the site."""

from dataclasses import dataclass
from html import escape

from exchange.typesetting.paths import DOCUMENT_SHEET

STYLESHEETS = (DOCUMENT_SHEET,)


@dataclass(frozen=True, kw_only=True)
class Imprint:
    """What stands around the text of a document; every line is written in the document's language.

    Attributes:
        kind: what it is, above the title: "Policy brief".
        publisher: who publishes it; repeated at the head of each page.
        date: the date in words.
        reference: number or other mark; repeated at the foot of each page.
        summary: one or two sentences below the title.
    """

    kind: str
    publisher: str
    date: str
    reference: str = ""
    summary: str = ""


def document_html(*, title: str, language: str, body_html: str, imprint: Imprint) -> str:
    """Return a whole page for ``render_pdf(…, stylesheets=STYLESHEETS)``.

    ``body_html`` is trusted HTML of headings h2 to h4, paragraphs, lists, tables with caption and ``th
    scope``, and these parts: ``section.page`` starts on a new page; ``dl.facts`` is a box of key facts
    (each pair in a ``div``); ``aside.note`` is a remark; ``p.source`` names a source; ``td.number`` is
    set to the right. Everything else is plain text and gets escaped.
    """
    summary = f'<p class="summary">{escape(imprint.summary)}</p>' if imprint.summary else ""
    return (
        f'<!doctype html><html lang="{escape(language)}"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title></head><body>"
        f'<header><p class="kind">{escape(imprint.kind)}</p><h1>{escape(title)}</h1>'
        f'<p class="imprint">{_line_of(imprint)}</p>{summary}</header>'
        f"<main>{body_html}</main></body></html>"
    )


def _line_of(imprint: Imprint) -> str:
    """Return publisher, date and reference in one line, without what is empty."""
    parts = {"publisher": imprint.publisher, "date": imprint.date, "reference": imprint.reference}
    return " · ".join(f'<span class="{part}">{escape(text)}</span>' for part, text in parts.items() if text)
