"""Where the parts that belong to the package lie."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
FONTS = PACKAGE / "fonts"
SHEET = PACKAGE / "sheet.css"
DOCUMENT_SHEET = PACKAGE / "document.css"
NO_SYSTEM_FONTS = FONTS / "fonts.conf"
