"""What the tests of the typesetter share: one short way to draw a page."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from exchange.typesetting.renderer import render_pdf

Draw = Callable[..., bytes]
MOMENT = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


@pytest.fixture
def draw() -> Draw:
    """Draw a piece of HTML with sensible answers to everything that the test does not ask about."""

    def draw_page(html: str, **options: Any) -> bytes:
        answers: dict[str, Any] = {"language": "lo", "title": "ໃບຢັ້ງຢືນ", "identifier": "1234", "created": MOMENT}
        return render_pdf(html, **answers | options)

    return draw_page
