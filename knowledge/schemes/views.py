"""The comparison, and each of its values at an address of its own."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import get_language

from exchange.accounts.roles import is_editor
from exchange.languages import SOURCE
from knowledge.schemes.citing import cited_pages
from knowledge.schemes.comparing import grid, standing
from knowledge.schemes.csv_table import csv_response
from knowledge.schemes.forms import ComparisonForm
from knowledge.schemes.models import Provision
from knowledge.schemes.reading import comparable_countries, indicators, provisions_of, schemes_of


def compare(request: HttpRequest) -> HttpResponse:
    """Show countries side by side, as a page or as CSV (``?format=csv``)."""
    form = ComparisonForm(request.GET, countries=comparable_countries())
    provisions = list(provisions_of(form.chosen))
    sections = grid(
        countries=form.chosen,
        indicators=indicators(),
        provisions=provisions,
        branch=form.branch_code,
        differing=form.only_differing,
    )
    if request.GET.get("format") == "csv":
        return csv_response(sections, countries=form.chosen, request=request)
    context = {
        "form": form,
        "countries": form.chosen,
        "sections": sections,
        "cited": cited_pages(provisions, user=request.user, language=get_language() or SOURCE),
        "schemes": schemes_of(form.chosen, form.branch_code),
        "csv_query": form.query(format="csv"),
        "address": request.build_absolute_uri(f"{request.path}?{form.query()}"),
        "today": timezone.localdate(),
        "may_edit": is_editor(request.user),
    }
    return render(request, "knowledge/schemes/compare.html", context)


def provision(request: HttpRequest, uuid: Any) -> HttpResponse:
    """Show one value with everything known about it: source, pages, reviews, what it replaced, what stands beside."""
    found = get_object_or_404(Provision.objects.select_related("indicator", "country", "scheme"), uuid=uuid)
    cell = list(provisions_of([found.country]).filter(indicator=found.indicator))
    values = standing(cell)
    line = next((value for value in values if value.provision == found or found in value.earlier), None)
    context = {
        "provision": next(each for each in cell if each.pk == found.pk),
        "line": line,
        "replaced_by": line.provision if line and line.provision != found else None,
        "cited": cited_pages(cell, user=request.user, language=get_language() or SOURCE),
        "others": [value.provision for value in values if value is not line],
        "reviews": found.reviews.select_related("by"),
        "address": request.build_absolute_uri(found.get_absolute_url()),
        "may_edit": is_editor(request.user),
    }
    return render(request, "knowledge/schemes/provision.html", context)
