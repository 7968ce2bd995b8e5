from collections.abc import Iterator

import pytest
import time_machine


@pytest.fixture
def time_machine_at_night() -> Iterator[str]:
    """Half past eleven in the evening of UTC is the next morning in Vientiane, whose day is given."""
    with time_machine.travel("2026-11-24T23:30:00Z", tick=False):
        yield "2026-11-25"
