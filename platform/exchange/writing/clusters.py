"""Grapheme clusters: what a Lao reader sees as one letter and a line must never cut."""

import re

# Leading vowel, consonant (ຫ with its sonorant is one), then everything written on, under or behind it. The sign ໆ
# and the abbreviation sign ຯ stay with what they follow; ຯລຯ ("and so on") begins anew.
CLUSTER = re.compile(
    "(?:\u0ec0?[\u0ec0-\u0ec4])?(?:ຫ[ງຍນມລຣວ]?|[\u0e81-\u0eae\u0edc-\u0edf])"
    "(?:[\u0eb0-\u0ebd\u0ec6\u0ec8-\u0ece]|\u0eaf(?!ລ\u0eaf))*|.",
    re.DOTALL,
)


def clusters(text: str) -> list[str]:
    """The clusters of a text; joined they are the text. Outside Lao every character is one."""
    return CLUSTER.findall(text)
