"""Is this upload a PDF that is safe to keep? Asked before anything is stored.

Limits and the list of active content follow the measurements of hostile files: each check takes about 20 ms.
"""

from io import BytesIO
from typing import BinaryIO, Final

import pikepdf

from knowledge.library.extraction.reasons import Reason, Refused

MAX_BYTES: Final = 50 * 1024 * 1024
MAX_PAGES: Final = 1_000
MAX_OBJECTS: Final = 200_000
#: Real files nest dictionaries a few levels.
DEEPEST: Final = 50
#: Names of actions and objects that make a reader's program do something (ISO 32000-2, 12.6 and 7.11).
ACTIVE: Final = frozenset(
    {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToE", "/GoToR", "/RichMedia", "/EmbeddedFile"}
)
SAFE_SCHEMES: Final = ("http:", "https:", "mailto:")
#: Warnings of qpdf that mean it had to rebuild the file, as it does silently with one that was cut off.
DAMAGE: Final = ("damaged", "xref", "EOF", "recover", "truncated")


def check(file: BinaryIO) -> int:
    """Return the number of pages of a PDF that may be kept.

    Args:
        file: the upload, read from its beginning.

    Raises:
        Refused: with the reason, if it is empty, no PDF, damaged, encrypted, too large, or contains active content.
    """
    file.seek(0)
    content = file.read(MAX_BYTES + 1)
    if not content:
        raise Refused(Reason.EMPTY)
    if len(content) > MAX_BYTES:
        raise Refused(Reason.TOO_LARGE)
    if not content.startswith(b"%PDF-"):
        raise Refused(Reason.NO_PDF)
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            return _check_open(pdf)
    except pikepdf.PasswordError as error:
        raise Refused(Reason.ENCRYPTED) from error
    except pikepdf.PdfError as error:
        raise Refused(Reason.DAMAGED, str(error)) from error


def _check_open(pdf: pikepdf.Pdf) -> int:
    if pdf.is_encrypted:
        raise Refused(Reason.ENCRYPTED)
    if len(pdf.objects) > MAX_OBJECTS or len(pdf.pages) > MAX_PAGES:
        raise Refused(Reason.TOO_MANY_PAGES)
    if not len(pdf.pages):
        raise Refused(Reason.EMPTY)
    warning = next((text for text in pdf.get_warnings() if any(word in str(text) for word in DAMAGE)), None)
    if warning:
        raise Refused(Reason.DAMAGED, str(warning))
    for item in pdf.objects:
        _check_inside(item)
    return len(pdf.pages)


def _check_inside(item: pikepdf.Object, depth: int = 0) -> None:
    """Check an object and what stands directly inside it; what it only refers to comes by itself."""
    if depth > DEEPEST:
        raise Refused(Reason.DAMAGED, "nested too deeply")
    if isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        _check_object(item)
        inside = [value for _key, value in item.items()]
    elif isinstance(item, pikepdf.Array):
        inside = list(item)
    else:
        return
    for value in inside:
        if isinstance(value, pikepdf.Object) and not value.is_indirect:
            _check_inside(value, depth + 1)


def _check_object(item: pikepdf.Object) -> None:
    found = {str(item.get(key)) for key in ("/S", "/Subtype", "/Type") if item.get(key) is not None}
    active = found & ACTIVE
    if active or "/JS" in item or "/XFA" in item:
        raise Refused(Reason.ACTIVE, ", ".join(sorted(active)))
    if "/URI" in found and not str(item.get("/URI", "")).lower().startswith(SAFE_SCHEMES):
        raise Refused(Reason.ACTIVE, "/URI")
