"""A real demo on a real server, driven by the system's Chromium."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
START_SECONDS = 60
LANGUAGES = ("lo", "en", "zh-hans")
PHONE, DESK = 360, 1280


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Bring up the demo as ``make demo`` does, in a folder of its own; yield its address.

    ``E2E_ADDRESS`` names a demo that runs already, for writing tests without waiting.
    """
    if running := os.environ.get("E2E_ADDRESS"):
        yield running
        return
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    variables = {name: value for name, value in os.environ.items() if not name.startswith(("EXCHANGE_", "DJANGO_"))}
    variables |= {
        "EXCHANGE_DEMO": "1",
        "EXCHANGE_VAR": str(tmp_path_factory.mktemp("var")),
        "EXCHANGE_BASE_URL": address,
    }
    subprocess.run([sys.executable, "manage.py", "demo", "--quiet"], cwd=ROOT, env=variables, check=True)
    command = [sys.executable, "-m", "gunicorn", "exchange.wsgi", "--pythonpath", "platform", "--no-control-socket"]
    command += [
        "--bind",
        f"127.0.0.1:{port}",
        "-k",
        "gthread",
        "--workers",
        "2",
        "--threads",
        "4",
        "--log-level",
        "warning",
    ]
    server = subprocess.Popen(command, cwd=ROOT, env=variables)
    try:
        _wait_until_it_answers(address, server)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait_until_it_answers(address: str, server: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        assert server.poll() is None, "the server stopped at its start"
        try:
            with urllib.request.urlopen(f"{address}/robots.txt", timeout=2):  # noqa: S310 - our own server
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"no answer from {address} within {START_SECONDS} s")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; its absence is told, not passed over in silence."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine: the browser journeys did not run")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield launched
        launched.close()


@pytest.fixture
def phone(browser: Browser, demo: str) -> Iterator[Page]:
    """A page 360 px wide."""
    yield from _page(browser, demo, width=PHONE)


@pytest.fixture
def desk(browser: Browser, demo: str) -> Iterator[Page]:
    """A page 1280 px wide."""
    yield from _page(browser, demo, width=DESK)


@pytest.fixture
def plain_phone(browser: Browser, demo: str) -> Iterator[Page]:
    """A page 360 px wide that runs no script."""
    yield from _page(browser, demo, width=PHONE, java_script_enabled=False)


def _page(browser: Browser, demo: str, *, width: int, java_script_enabled: bool = True) -> Iterator[Page]:
    context: BrowserContext = browser.new_context(
        base_url=demo, viewport={"width": width, "height": 800}, java_script_enabled=java_script_enabled
    )
    foreign: list[str] = []
    context.on(
        "request", lambda request: None if request.url.startswith((demo, "data:")) else foreign.append(request.url)
    )
    yield context.new_page()
    context.close()
    assert foreign == [], "a page asked another host"
