"""The embedded index survives kill -9 at any moment of a rebuild, and answers meanwhile."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from search.backends.embedded import EmbeddedEngine
from search.protocol import Query
from tests.search.conftest import document, entry

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 3
DOCUMENTS = 400
REBUILD = """
import sys
from pathlib import Path
from search.backends.embedded import EmbeddedEngine
from tests.search.conftest import document, entry
print("ready", flush=True)
while True:
    EmbeddedEngine(Path(sys.argv[1])).rebuild(
        entry(document(f"d{number}", "pension " * 30 + str(number))) for number in range(int(sys.argv[2]))
    )
"""


def test_a_killed_rebuild_leaves_an_index_that_answers_and_can_be_built_again(tmp_path: Path) -> None:
    folder = tmp_path / "search"
    engine = EmbeddedEngine(folder)
    engine.rebuild(entry(document(f"d{number}", f"pension {number}")) for number in range(DOCUMENTS))
    variables = {**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'platform'}"}
    for _round in range(ROUNDS):
        command = [sys.executable, "-c", REBUILD, str(folder), str(DOCUMENTS)]
        process = subprocess.Popen(command, env=variables, stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(random.uniform(0.05, 0.6))  # noqa: S311 - any moment
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        assert EmbeddedEngine(folder).search(Query(text="pension", language="en")).total == DOCUMENTS
    assert EmbeddedEngine(folder).rebuild([entry(document("one", "pension"))]) == 1
    assert EmbeddedEngine(folder).search(Query(text="pension", language="en")).total == 1
