import subprocess
import sys
from pathlib import Path

import exchange.writing

PACKAGE = Path(exchange.writing.__file__).parent
PROBE = """
import sys
from exchange.writing import breaks, collation, fold, numerals, scripts, words
assert not [name for name in sys.modules if name.split(".")[0] in ("django", "wagtail")]
assert words.lao_words.cache_info().currsize == 0
assert breaks.breakable("ລາວ") == "ລາວ"
assert words.lao_words.cache_info().currsize == 1
"""


def test_writing_needs_no_django_and_reads_its_data_when_asked() -> None:
    subprocess.run([sys.executable, "-c", PROBE], check=True, cwd=PACKAGE.parents[1])


def test_data_of_others_comes_with_its_licence() -> None:
    licences = [path.read_text("utf-8") for path in (PACKAGE / "data").glob("LICENCE-*")]
    assert len(licences) == 2
    assert all("Permission is hereby granted" in text and "Copyright (c)" in text for text in licences)
