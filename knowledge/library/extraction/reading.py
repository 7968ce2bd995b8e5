"""The text of each page, read by a limited process and repaired."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import knowledge
from exchange.writing.fold import normalise_text
from knowledge.library.extraction.furniture import without_furniture
from knowledge.library.extraction.reasons import Reason, Refused
from knowledge.library.extraction.reflow import reflow

#: Wall-clock limit; the process limits its processor time itself.
PATIENCE_SECONDS: Final = 60
#: Fewer letters than this on a page mean that it has no text layer.
FEW_LETTERS: Final = 20
ROOT: Final = Path(knowledge.__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of one page, numbered from 1."""

    number: int
    text: str


def read_pages(path: Path) -> list[PageText]:
    """Return the text of every page of the file.

    Raises:
        Refused: the file cannot be read, took too long, or holds pictures only.
    """
    command = [sys.executable, "-m", "knowledge.library.extraction.worker", str(path)]
    try:
        run = subprocess.run(  # noqa: S603 - our own module, the path is ours
            command, cwd=ROOT, capture_output=True, timeout=PATIENCE_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise Refused(Reason.TOO_SLOW) from error
    if run.returncode:
        message = run.stderr.decode("utf8", "replace").strip().rsplit("\n", 1)[-1]
        raise Refused(_reason_of(run.returncode, message), message)
    rows = [json.loads(line) for line in run.stdout.splitlines()]
    texts = without_furniture([normalise_text(row["text"]) for row in rows])
    pages = [PageText(row["number"], reflow(text)) for row, text in zip(rows, texts, strict=True)]
    if sum(len(page.text.strip()) for page in pages) < FEW_LETTERS:
        raise Refused(Reason.NO_TEXT)
    return pages


def _reason_of(code: int, message: str) -> Reason:
    if "password" in message.lower():
        return Reason.ENCRYPTED
    # Killed by a limit (negative: by a signal), or refused memory.
    if code < 0 or "MemoryError" in message:
        return Reason.TOO_SLOW
    return Reason.DAMAGED
