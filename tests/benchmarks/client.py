"""A closed loop of clients: each asks, waits for the whole answer, asks again. Standard library only."""

import http.client
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

Request = tuple[str, str, dict[str, str] | None]
"""Method, path, form fields (None for GET)."""


@dataclass
class Log:
    """What one run saw: seconds of each answer, and answers that were not as expected."""

    seconds: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    took: float = 0.0

    @property
    def rate(self) -> float:
        """Answers per second."""
        return len(self.seconds) / self.took if self.took else 0.0

    def percentile(self, share: float) -> float:
        """Return the time in milliseconds under which ``share`` (0–1) of the answers came."""
        ordered = sorted(self.seconds)
        return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


def run(address: str, make_request: Callable[[int], tuple[Request, str]], *, clients: int, seconds: float) -> Log:
    """Ask for ``seconds`` with ``clients`` at once.

    Args:
        address: the server's address.
        make_request: called with the client's number, gives the next request and its Cookie header.
        clients: how many ask at the same time.
        seconds: how long.

    Returns:
        The log; an answer counts when it was read to its end with a status below 400.
    """
    log, lock = Log(), threading.Lock()
    parts = urlsplit(address)
    until = time.monotonic() + seconds

    def client(number: int) -> None:
        connection = http.client.HTTPConnection(parts.hostname or "127.0.0.1", parts.port, timeout=60)
        while time.monotonic() < until:
            (method, path, form), cookie = make_request(number)
            headers = {"Accept-Encoding": "gzip", "Cookie": cookie}
            body = urlencode(form) if form is not None else None
            if body is not None:
                headers |= {"Content-Type": "application/x-www-form-urlencoded", "Referer": f"{address}{path}"}
            began = time.perf_counter()
            try:
                connection.request(method, path, body, headers)
                answer = connection.getresponse()
                answer.read()
            except (OSError, http.client.HTTPException) as error:
                with lock:
                    log.wrong.append(type(error).__name__)
                connection.close()
                continue
            with lock:
                log.seconds.append(time.perf_counter() - began)
                if answer.status >= 400:
                    log.wrong.append(f"{answer.status} {path}")

    threads = [threading.Thread(target=client, args=(number,)) for number in range(clients)]
    started = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    log.took = time.monotonic() - started
    return log
