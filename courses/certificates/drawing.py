"""From snapshot to sheet: HTML in our look, then PDF/A-3a. The same snapshot gives the same bytes."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from django.template.loader import render_to_string
from django.utils.translation import override

from courses.certificates import codes
from courses.certificates.snapshots import Snapshot
from courses.certificates.wording import Wording, wording
from exchange.languages import LANGUAGE_NAMES, SCHEMA_LANGUAGES
from exchange.typesetting.glyphs import has_bold
from exchange.typesetting.qr import qr_png_data_uri
from exchange.writing.scripts import Script, runs, script_of

STYLESHEET: Final = Path(__file__).with_name("sheet.css")
#: Width of a character in em, as the shipped bold faces draw it; marks stand above their letter.
WIDTHS: Final[dict[Script, float]] = {"han": 1.0, "lao": 0.62, "cyrillic": 0.66, "latin": 0.62, "other": 0.3}
#: Class of the name's size, and how many em of it fit on the line.
SIZES: Final = (("xl", 17.0), ("l", 21.0), ("m", 27.0), ("s", 36.0))
LANGUAGE_OF: Final[dict[Script, str]] = {"lao": "lo", "han": "zh-hans", "latin": "en"}


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a name in one script, with the language that shapes it best (empty: none is known)."""

    text: str
    language: str


def draw(*, kind: str, snapshot: Snapshot, languages: list[str], code: str) -> bytes:
    """Return the sheet as PDF/A-3a and PDF/UA-1, the same bytes for the same arguments."""
    # Two seconds of import, needed by nobody who only looks at pages.
    from exchange.typesetting.renderer import render_pdf

    told = words_in(kind=kind, snapshot=snapshot, languages=languages)
    return render_pdf(
        sheet_html(snapshot=snapshot, told=told, code=code),
        language=told[0].language,
        title=f"{told[0].heading} – {snapshot['name']}",
        identifier=code,
        created=datetime.fromisoformat(snapshot["earned_at"]),
        stylesheets=(STYLESHEET,),
    )


def words_in(*, kind: str, snapshot: Snapshot, languages: list[str]) -> list[Wording]:
    """Return the wording in each language of the sheet: the holder's first, then in the order of the site."""
    leading = snapshot["language"]
    ordered = sorted(languages, key=lambda each: (each != leading, SCHEMA_LANGUAGES.index(each)))
    return [wording(kind=kind, snapshot=snapshot, language=each) for each in ordered]


def sheet_html(*, snapshot: Snapshot, told: list[Wording], code: str) -> str:
    """Return the sheet as HTML: it is typeset for print and shown to nobody else."""
    context = {
        "told": told,
        "lead": told[0],
        "name": name_runs(snapshot["name"]),
        "latin": snapshot["latin"],
        "size": size_of(snapshot["name"]),
        "is_bold": has_bold(snapshot["name"]),
        "code": codes.shown(code),
        "address": printed_address(snapshot, code),
        "qr": qr_png_data_uri(qr_address(snapshot, code)),
        "language_names": LANGUAGE_NAMES,
    }
    with override(told[0].language):
        return render_to_string("courses/certificates/sheet.html", context)


def verification_address(snapshot: Snapshot, code: str) -> str:
    """Return the address at which anybody can check the certificate."""
    return f"{snapshot['base_url']}/c/{code}"


def qr_address(snapshot: Snapshot, code: str) -> str:
    """Return the address for the QR code: capitals fit its dense mode, and our addresses do not mind."""
    return verification_address(snapshot, code).upper()


def printed_address(snapshot: Snapshot, code: str) -> str:
    """Return the address as people type it: no scheme, the code in groups."""
    parts = urlsplit(snapshot["base_url"])
    return f"{parts.netloc}{parts.path}/c/{codes.shown(code)}"


def size_of(name: str) -> str:
    """Return the class of the name's size: the largest whose line holds it, ``xs`` where none does."""
    width = sum(_width(character) for character in name)
    return next((size for size, room in SIZES if width <= room), "xs")


def name_runs(name: str) -> list[Run]:
    """Return the name in stretches of one script, spaces and points with what stands before them."""
    found: list[Run] = []
    for run in runs(name):
        text = name[run.start : run.end]
        if run.script == "other" and found:
            found[-1] = Run(found[-1].text + text, found[-1].language)
        else:
            found.append(Run(text, LANGUAGE_OF.get(run.script, "")))
    return found


def _width(character: str) -> float:
    if ("\u0eb1" <= character <= "\u0ebc" and character not in "\u0eb2\u0eb3") or "\u0ec8" <= character <= "\u0ecd":
        return 0.0
    return WIDTHS[script_of(character)]
