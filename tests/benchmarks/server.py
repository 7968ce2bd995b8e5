"""The demo under measurement: its processes, their processor time and their memory (Linux)."""

import os
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TICKS = os.sysconf("SC_CLK_TCK")


class Demo:
    """A demo on a port of its own, in a folder that may be kept between runs."""

    def __init__(self, folder: Path, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}"
        self.variables = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("EXCHANGE_", "DJANGO_"))},
            "EXCHANGE_DEMO": "1",
            "EXCHANGE_VAR": str(folder),
            "EXCHANGE_BASE_URL": self.address,
        }
        self.port = port

    def manage(self, *words: str) -> str:
        """Run a management command on this demo and return what it printed."""
        command = [sys.executable, "manage.py", *words]
        run = subprocess.run(command, cwd=ROOT, env=self.variables, check=True, capture_output=True, text=True)
        return run.stdout

    def __enter__(self) -> "Demo":
        self.manage("demo", "--quiet")
        command = [sys.executable, "-m", "gunicorn", "exchange.wsgi", "--pythonpath", "platform", "-k", "gthread"]
        command += ["--bind", f"127.0.0.1:{self.port}", "--workers", "2", "--threads", "4"]
        command += ["--no-control-socket", "--log-level", "warning"]
        self.process = subprocess.Popen(command, cwd=ROOT, env=self.variables)
        for _try in range(300):
            try:
                urllib.request.urlopen(f"{self.address}/robots.txt", timeout=5).close()  # noqa: S310 - our own server
                break
            except OSError:
                time.sleep(0.2)
        return self

    def __exit__(self, *exception: object) -> None:
        self.process.terminate()
        self.process.wait(timeout=20)

    def workers(self) -> list[int]:
        """Return the process numbers of the workers."""
        pid = self.process.pid
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
        return [int(child) for child in children.split()]

    def processor_seconds(self) -> float:
        """Return the processor time all workers have used so far, user and system."""
        total = 0
        for worker in self.workers():
            fields = Path(f"/proc/{worker}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
            total += int(fields[11]) + int(fields[12])
        return total / TICKS

    def peak_memory(self) -> int:
        """Return the largest resident memory that any worker ever had, in megabytes."""
        peaks = []
        for worker in self.workers():
            status = Path(f"/proc/{worker}/status").read_text(encoding="ascii")
            line = next(row for row in status.splitlines() if row.startswith("VmHWM"))
            peaks.append(int(line.split()[1]) // 1024)
        return max(peaks)
