"""The library: the list, a document, one of its pages, the page's picture, the file."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Case, Max, QuerySet, When
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from knowledge.library import reading
from knowledge.library.forms import LibraryFilters
from knowledge.library.models import DocumentPage, Edition, PolicyDocument
from knowledge.library.visibility import visible_to

PER_PAGE = 20


def index(request: HttpRequest) -> HttpResponse:
    """List the documents this reader may see, newest first, with filters that work as plain links and form."""
    filters = LibraryFilters(request.GET)
    documents = visible_to(request.user).prefetch_related("countries").annotate(pages=Max("editions__page_count"))
    documents = filters.narrow(documents)
    page = Paginator(_own_language_first(documents), PER_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    context = {"filters": filters, "page": page, "query": query.urlencode(), "chosen": len(filters.chosen())}
    return render(request, "knowledge/library/index.html", context)


def _own_language_first(documents: QuerySet[PolicyDocument]) -> QuerySet[PolicyDocument]:
    """Order for the reader: texts in the language being read, then the newest."""
    own = Case(When(language=get_language(), then=0), default=1)
    return documents.order_by(own, "-year", "work", "language")


def _document(request: HttpRequest, uuid: Any) -> PolicyDocument:
    """Return the document, or 404: who may not read it does not learn that it exists."""
    return get_object_or_404(visible_to(request.user).prefetch_related("countries"), uuid=uuid)


def _edition(request: HttpRequest, document: PolicyDocument) -> Edition | None:
    wanted = request.GET.get("edition", "")
    if wanted.isdecimal():
        return get_object_or_404(document.editions, number=int(wanted))
    return document.current_edition


def document(request: HttpRequest, uuid: Any) -> HttpResponse:
    """Show what a document is, in which languages it exists, and whether its text could be read."""
    policy = _document(request, uuid)
    edition = _edition(request, policy)
    seen = visible_to(request.user)
    context = {
        "document": policy,
        "edition": edition,
        "pages": reading.contents(edition) if edition else [],
        "translations": seen.filter(work=policy.work).exclude(pk=policy.pk).order_by("language"),
        "replaced_by": seen.filter(replaces=policy).first(),
        "replaces": seen.filter(pk=policy.replaces_id).first() if policy.replaces_id else None,
        "editions": list(policy.editions.all()),
    }
    return render(request, "knowledge/library/document.html", context)


def page(request: HttpRequest, uuid: Any, number: int) -> HttpResponse:
    """Show one page: its text with what was searched marked, its picture on request, the way to the others."""
    policy = _document(request, uuid)
    edition = _edition(request, policy)
    if edition is None or not 1 <= number <= edition.page_count:
        raise Http404(_("This document has no such page."))
    found = DocumentPage.objects.filter(edition=edition, number=number).first()
    query = request.GET.get("q", "").strip()
    context = {
        "document": policy,
        "edition": edition,
        "is_old": edition != policy.current_edition,
        "number": number,
        "paragraphs": reading.paragraphs(found.text if found else "", query),
        "query": query,
        "previous": number - 1 if number > 1 else None,
        "next": number + 1 if number < edition.page_count else None,
        "picture": bool(request.GET.get("picture")),
        "translations": visible_to(request.user).filter(work=policy.work).exclude(pk=policy.pk).order_by("language"),
        "address": request.build_absolute_uri(reverse("library:page", args=[uuid, number])),
    }
    return render(request, "knowledge/library/page.html", context)


def picture(request: HttpRequest, uuid: Any, number: int) -> HttpResponse:
    """Answer with the picture of one page (PNG, 720 px wide)."""
    policy = _document(request, uuid)
    edition = _edition(request, policy)
    if edition is None:
        raise Http404
    try:
        response = HttpResponse(reading.picture(edition, number), content_type="image/png")
    except IndexError as error:
        raise Http404 from error
    patch_cache_control(response, private=True, max_age=3600)
    return response


def file(request: HttpRequest, uuid: Any) -> HttpResponse | FileResponse:
    """Send the PDF itself, under a name made from its title."""
    policy = _document(request, uuid)
    edition = _edition(request, policy)
    if edition is None:
        return redirect("library:document", uuid=uuid)
    name = f"{policy.title[:80]} ({policy.language}).pdf".replace("/", "-")
    response = FileResponse(edition.file.open("rb"), content_type="application/pdf", filename=name)
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return response
