"""Pages for what goes wrong, and two files that robots read."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: say so and offer to search the words of the address."""
    words = " ".join(part.replace("-", " ") for part in request.path_info.strip("/").split("/")[1:])
    return render(request, "404.html", {"words": words[:200]}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our own page. It needs no database, session or catalogue beyond the language of the address."""
    return render(request, "500.html", {"language": get_language()}, status=500)


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: signed in, but not allowed."""
    return render(request, "403.html", status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came without a valid token: nothing was done, and the reader is told how to go on."""
    return render(request, "403_csrf.html", status=403)


def robots(request: HttpRequest) -> HttpResponse:
    """What crawlers may read: public pages, not the admin, not certificates of persons."""
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /c/", "Disallow: /demo/"]
    lines.append(f"Sitemap: {request.build_absolute_uri('/sitemap.xml')}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
