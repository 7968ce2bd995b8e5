"""Runs in a process of its own: reads one PDF, writes one JSON line a page.

A 292 kB file can hold a stream of 300 MB: the process limits its own time and memory, so that a bad file costs its
reading and never the site. Needs no Django: ``python -m knowledge.library.extraction.worker FILE``.
"""

import json
import resource
import sys
from typing import Final

import pypdfium2

CPU_SECONDS: Final = 20
MEMORY_BYTES: Final = 600 * 1024 * 1024


def read(path: str) -> None:
    """Print the text of each page as ``{"number": 1, "text": "…"}``."""
    document = pypdfium2.PdfDocument(path)
    for number in range(len(document)):
        page = document[number]
        text_page = page.get_textpage()
        text = text_page.get_text_bounded().replace("\r\n", "\n")
        print(json.dumps({"number": number + 1, "text": text}, ensure_ascii=True), flush=True)
        text_page.close()
        page.close()


def main() -> None:
    """Set the limits and read the file named on the command line."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    read(sys.argv[1])


if __name__ == "__main__":
    main()
