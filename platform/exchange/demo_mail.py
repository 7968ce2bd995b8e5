"""The mails of the demo, readable in the browser: addresses below /demo/mail/, which exist only in the demo."""

import email
from email.policy import default
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

SHOWN = 50


def _files() -> list[Path]:
    folder: Path = settings.EXCHANGE_VAR / "mail"
    return sorted(folder.glob("*.log"), key=lambda file: file.stat().st_mtime, reverse=True) if folder.is_dir() else []


def messages(request: HttpRequest) -> HttpResponse:
    """List the newest mails with their text, so that a code can be read without a mail server."""
    mails = []
    for file in _files()[:SHOWN]:
        message = email.message_from_bytes(file.read_bytes().rsplit(b"\n" + b"-" * 79, 1)[0], policy=default)
        body = message.get_body(("plain",))
        mails.append(
            {
                "to": message["to"],
                "subject": message["subject"],
                "date": message["date"],
                "text": body.get_content() if body else "",
            }
        )
    if not settings.EXCHANGE_DEMO:
        raise Http404
    return render(request, "home/demo_mail.html", {"mails": mails})


urlpatterns = [path("", messages, name="demo_mail")]
