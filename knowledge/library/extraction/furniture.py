"""What a printed page carries besides its text: running heads, page numbers, bullets without their words.

They would stand in every snippet and let every page of a document be found by its title.
"""

import re
from collections import Counter
from typing import Final

#: A line on at least this share of the pages is furniture, from the third page of a document on.
SHARE: Final = 0.6
FEWEST_PAGES: Final = 3
_NUMBER: Final = re.compile(r"\d+")
_BULLETS: Final = re.compile(r"^[\s•◦‣▪–·-]*$")


def without_furniture(pages: list[str]) -> list[str]:
    """Return the pages without lines that nearly all of them share (whatever number stands in them)."""
    counted = Counter(mark for page in pages for mark in {_mark(line) for line in page.split("\n")} if mark)
    needed = max(FEWEST_PAGES, SHARE * len(pages))
    shared = {mark for mark, count in counted.items() if count >= needed}
    return ["\n".join(line for line in page.split("\n") if _is_text(line, shared)) for page in pages]


def _mark(line: str) -> str:
    return _NUMBER.sub("#", " ".join(line.split()))


def _is_text(line: str, shared: set[str]) -> bool:
    return _mark(line) not in shared and not (line.strip() and _BULLETS.match(line))
