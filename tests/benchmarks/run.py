"""Measure the demo as it runs in production: ``python -m tests.benchmarks.run`` (``make bench``).

Writes ``docs/performance.md``. Figures of one machine: compare rows of one run, not runs of different machines.
"""

import json
import os
import platform as machine
import sys
import tempfile
import urllib.parse
import urllib.request
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from tests.benchmarks.client import Log, Request, run
from tests.benchmarks.server import ROOT, Demo

CLIENTS = 8
SECONDS = float(os.environ.get("BENCH_SECONDS", "8"))
PORT = 8765
PREPARE = Path(__file__).with_name("prepare.py")
#: Goals: server CPU milliseconds a request, and megabytes a worker.
GOALS = {"home": 15, "catalogue": 12, "lesson": 18, "search": 20, "quiz save": 20}
MEMORY_GOAL = 200
CERTIFICATE_GOAL = 100


class Fields(HTMLParser):
    """The fields of the quiz form as a browser would send them with the first choice picked everywhere."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self.select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect hidden fields, the first radio or box of a name, the first real option of a select."""
        given = {name: value or "" for name, value in attrs}
        if tag == "input" and given.get("type") in {"hidden", "radio"} and given.get("name"):
            self.found.setdefault(given["name"], given.get("value", ""))
        if tag == "select":
            self.select = given.get("name", "")
        if tag == "option" and given.get("value") and self.select:
            self.found.setdefault(self.select, given["value"])


def fields_of(address: str, cookie: str) -> dict[str, str]:
    """Return the fields of the attempt page at this address."""
    request = urllib.request.Request(address, headers={"Cookie": cookie})  # noqa: S310 - our own server
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
        parser = Fields()
        parser.feed(answer.read().decode("utf8"))
    return parser.found


def scenarios(demo: Demo) -> dict[str, Callable[[int], tuple[Request, str]]]:
    """Return what is asked, by name; each gives a client's next request and its cookie."""
    prepared: dict[str, Any] = json.loads(
        demo.manage("shell", "-v0", "-c", f"exec(open({str(PREPARE)!r}).read())").strip().splitlines()[-1]
    )
    learners = prepared["learners"]
    forms = [fields_of(f"{demo.address}/lo/quiz/{learner['attempt']}/", learner["cookie"]) for learner in learners]
    words = ["pension", "ເງິນສົມທົບ", "失业保险", "maternity", "ອັດຕາ", "缴费"]

    def get(path: str, *, signed_in: bool = False) -> Callable[[int], tuple[Request, str]]:
        return lambda number: (("GET", path, None), learners[number]["cookie"] if signed_in else "")

    def search(number: int) -> tuple[Request, str]:
        word = words[(number + uuid.uuid4().int) % len(words)]
        return ("GET", "/lo/search/?" + urllib.parse.urlencode({"q": word}), None), ""

    def save(number: int) -> tuple[Request, str]:
        form = {**forms[number], "key": str(uuid.uuid4()), "csrfmiddlewaretoken": prepared["csrf"], "do": "save"}
        return ("POST", f"/lo/quiz/{learners[number]['attempt']}/", form), learners[number]["cookie"]

    return {
        "home": get("/lo/"),
        "catalogue": get("/lo/courses/"),
        "lesson": get(f"/lo/{prepared['lesson']}", signed_in=True),
        "search": search,
        "quiz save": save,
    }


def certificate_cpu(demo: Demo) -> float:
    """Return processor milliseconds to draw one certificate, after the first."""
    script = (
        "import time, json\n"
        "from courses.certificates.models import Certificate\n"
        "from courses.certificates.drawing import draw\n"
        "c = Certificate.objects.select_related('award').first()\n"
        "one = lambda: draw(kind=c.award.kind, snapshot=c.award.snapshot, languages=['lo'], code=c.code)\n"
        "one()\n"
        "b = time.process_time()\n"
        "for _ in range(20): one()\n"
        "print(json.dumps((time.process_time() - b) / 20 * 1000))\n"
    )
    return float(json.loads(demo.manage("shell", "-v0", "-c", script).strip().splitlines()[-1]))


def row(name: str, log: Log, cpu_seconds: float) -> str:
    """Return one line of the table."""
    cpu = 1000 * cpu_seconds / max(1, len(log.seconds))
    failed = f" ({len(log.wrong)} failed: {log.wrong[0]})" if log.wrong else ""
    return (
        f"| {name} | {log.rate:.0f} | {log.percentile(0.5):.0f} | {log.percentile(0.95):.0f} "
        f"| {cpu:.1f} | {GOALS[name]} | {len(log.seconds)}{failed} |"
    )


def main() -> int:
    """Measure everything and write the page."""
    lines = []
    with tempfile.TemporaryDirectory() as folder, Demo(Path(folder), PORT) as demo:
        for name, make_request in scenarios(demo).items():
            run(demo.address, make_request, clients=2, seconds=1)  # warm up
            before = demo.processor_seconds()
            log = run(demo.address, make_request, clients=CLIENTS, seconds=SECONDS)
            lines.append(row(name, log, demo.processor_seconds() - before))
            print(lines[-1], file=sys.stderr)
        memory = demo.peak_memory()
        certificate = certificate_cpu(demo)
    page = "\n".join(
        [
            "# Performance",
            "",
            f"Measured {datetime.now(UTC):%Y-%m-%d} on {os.cpu_count()} cores ({machine.machine()}, Python "
            f"{machine.python_version()}), SQLite and embedded search, gunicorn 2 workers × 4 threads, "
            f"{CLIENTS} clients in a closed loop on the same machine, {SECONDS:.0f} s a row: `make bench`. "
            "The clients share the cores with the server: read CPU-ms first.",
            "",
            "| Page (Lao) | requests/s | p50 ms | p95 ms | server CPU-ms a request | goal | requests |",
            "|---|---|---|---|---|---|---|",
            *lines,
            "",
            f"* Drawing one certificate (PDF/A-3a with QR): {certificate:.0f} CPU-ms (goal ≤ {CERTIFICATE_GOAL}).",
            f"* Peak memory of a worker: {memory} MB (goal ≤ {MEMORY_GOAL}).",
            "",
        ]
    )
    (ROOT / "docs" / "performance.md").write_text(page, encoding="utf8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
