"""Verification codes: 15 random symbols (75 bits) and one that checks them, read aloud and typed without harm.

The alphabet is Crockford's base 32: no I, L, O, U. The last symbol is Luhn's sum modulo 32: it notices every single
wrong symbol and nearly every swap of neighbours, so a typing error is told from a code that does not exist without
asking the database.
"""

import secrets
import unicodedata
from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH: Final = 16
GROUP: Final = 4
_VALUE: Final = {symbol: value for value, symbol in enumerate(ALPHABET)}
_BASE: Final = len(ALPHABET)
#: What people put between the groups, and letters they read for digits.
_SEPARATORS: Final = " -–—−·._/"
_LOOKALIKES: Final = str.maketrans({"O": "0", "I": "1", "L": "1", **dict.fromkeys(_SEPARATORS)})


class Mistyped(ValueError):
    """This cannot be a code: a symbol is wrong, missing or too many."""


def new_code() -> str:
    """Return a fresh code of 16 symbols; the caller's unique column sees to it that none stands twice."""
    symbols = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH - 1))
    return symbols + check_symbol(symbols)


def check_symbol(symbols: str) -> str:
    """Return the symbol that makes Luhn's sum of ``symbols`` and itself zero modulo 32."""
    return ALPHABET[-_luhn(symbols, first=2) % _BASE]


def parse(text: str) -> str:
    """Return the code as stored, from whatever a person typed.

    Case, full-width letters, spaces and hyphens do not matter; O is read as 0, I and L as 1.

    Raises:
        Mistyped: it is no code, whatever certificates exist.
    """
    code = unicodedata.normalize("NFKC", text).upper().translate(_LOOKALIKES)
    code = "".join(code.split())
    if len(code) != LENGTH or any(symbol not in _VALUE for symbol in code) or _luhn(code, first=1) % _BASE:
        raise Mistyped(text[:80])
    return code


def shown(code: str) -> str:
    """Return the code in groups of four: ``7281-TRCJ-D7GJ-HF8J``."""
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def _luhn(symbols: str, *, first: int) -> int:
    """Return Luhn's sum: from the right, every symbol times ``first`` and 3 − ``first`` in turn, digits added."""
    total, factor = 0, first
    for symbol in reversed(symbols):
        product = _VALUE[symbol] * factor
        total += product // _BASE + product % _BASE
        factor = 3 - factor
    return total
