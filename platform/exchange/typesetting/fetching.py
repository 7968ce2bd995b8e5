"""What a page may load while it is drawn: data: addresses and files that the project ships."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from weasyprint.urls import URLFetcher, URLFetcherResponse


class ForbiddenResource(ValueError):
    """The page asked for something that is neither inside it nor shipped, or that is not there."""


class ShippedFilesFetcher(URLFetcher):
    """Answers data: addresses and files below the given folders, and nothing else.

    A refusal stops the drawing: a certificate without its emblem must not be issued.
    """

    def __init__(self, *, folders: tuple[Path, ...]) -> None:
        super().__init__(allowed_protocols=("data", "file"), allow_redirects=False, fail_on_errors=True)
        self._folders = folders

    def allow(self, folder: Path) -> None:
        """Let files below this folder be read as well."""
        if folder not in self._folders:
            self._folders += (folder,)

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
        """Return what stands at the address.

        Raises ForbiddenResource when the address leads to a network or out of the shipped folders.
        """
        parts = urlsplit(url)
        if parts.scheme == "file":
            path = Path(unquote(parts.path)).resolve()
            if parts.netloc or not any(path.is_relative_to(folder) for folder in self._folders):
                raise ForbiddenResource(f"not a shipped file: {url}")
        elif parts.scheme != "data":
            raise ForbiddenResource(f"only data: and shipped files are loaded: {url[:200]}")
        return super().fetch(url, headers)
