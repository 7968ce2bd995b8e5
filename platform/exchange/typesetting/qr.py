"""An address as a QR code.

Upper-case addresses fit the alphanumeric mode (ISO/IEC 18004, 7.4.4): 47 characters at error level Q need
version 3 only, where mixed case needs 4. The mask is fixed: choosing the best of eight costs 4 ms of CPU
a code and gains nothing for a clean print (measured 5.4 against 1.5 ms).
"""

import segno

QUIET_ZONE = 4  # modules on each side, as the standard asks
_ERROR_LEVEL = "q"  # a quarter of the code may be dirty or torn
_MASK = 4


def _code(text: str) -> segno.QRCode:
    return segno.make_qr(text, error=_ERROR_LEVEL, mask=_MASK, boost_error=False)


def qr_png_data_uri(text: str, *, scale: int = 8) -> str:
    """Return a PNG as data: address, ``scale`` pixels a module, with its quiet zone.

    On paper draw it with ``image-rendering: pixelated`` (PDF/A forbids smoothing) and give it ``alt``.
    """
    return _code(text).png_data_uri(scale=scale, border=QUIET_ZONE)


def qr_svg(text: str, *, label: str) -> str:
    """Return an ``<svg>`` element for a web page, without inline style; ``label`` names it for the ear."""
    return _code(text).svg_inline(
        scale=1, border=QUIET_ZONE, omitsize=True, title=label, light="#fff", svgclass="qr", lineclass=None
    )
