"""Rich text as the plain text that is indexed and quoted in snippets."""

import re
from html import unescape
from typing import Final

_BLOCK_END: Final = re.compile(
    r"</(?:p|h[1-6]|li|tr|td|th|div|blockquote|figcaption|caption|dt|dd)\s*>|<br\s*/?>", re.I
)
_UNREAD: Final = re.compile(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->", re.I | re.S)
_TAG: Final = re.compile(r"</?[a-zA-Z][^>]*>")
_SPACES: Final = re.compile(r"[^\S\n]+")
_LINES: Final = re.compile(r"\s*\n\s*")


def plain(html: str) -> str:
    """The text of a piece of HTML; ends of paragraphs, headings, list items and cells become line ends."""
    text = unescape(_TAG.sub("", _BLOCK_END.sub("\n", _UNREAD.sub(" ", html))))
    return _LINES.sub("\n", _SPACES.sub(" ", text)).strip()
