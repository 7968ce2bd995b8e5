"""The comparison as a table of values for a spreadsheet: one line a value, all that is known about it in columns."""

import csv
from collections.abc import Iterator, Sequence

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from exchange.content_i18n import own_or_fallback
from exchange.places.models import Country
from knowledge.schemes.comparing import Section
from knowledge.schemes.models import Provision
from knowledge.schemes.wording import amount, as_of, plain

#: Excel takes a file without this mark for one of its own code page, and Lao for noise.
BYTE_ORDER_MARK = "\ufeff"
#: First characters that make a spreadsheet compute instead of show.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

COLUMNS: list[Promise | str] = [
    gettext_lazy("Group of indicators"),
    gettext_lazy("Indicator code"),
    gettext_lazy("Indicator"),
    gettext_lazy("Country code"),
    gettext_lazy("Country"),
    gettext_lazy("Scheme"),
    gettext_lazy("Value"),
    gettext_lazy("Plain number"),
    gettext_lazy("Unit"),
    gettext_lazy("For whom"),
    gettext_lazy("Date"),
    gettext_lazy("Meaning of the date"),
    gettext_lazy("Article"),
    gettext_lazy("Source"),
    gettext_lazy("Note"),
    gettext_lazy("State"),
    gettext_lazy("Standing"),
    gettext_lazy("Cited document, edition, page"),
    gettext_lazy("Permanent address"),
]


def csv_response(sections: Sequence[Section], *, countries: Sequence[Country], request: HttpRequest) -> HttpResponse:
    """Answer with the table as a CSV file in UTF-8, replaced values included."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    codes = "-".join(country.code for country in countries)
    response["Content-Disposition"] = f'attachment; filename="comparison-{codes}.csv"'
    response.write(BYTE_ORDER_MARK)
    writer = csv.writer(response)
    writer.writerow([str(column) for column in COLUMNS])
    for line in _lines(sections, request):
        writer.writerow([_safe(cell) for cell in line])
    return response


def _lines(sections: Sequence[Section], request: HttpRequest) -> Iterator[list[str]]:
    for section in sections:
        for row in section.rows:
            for cell in row.cells:
                for value in cell.values:
                    yield _line(str(section.group.label), value.provision, request, standing=_("Current"))
                    for earlier in value.earlier:
                        yield _line(str(section.group.label), earlier, request, standing=_("Replaced"))


def _line(group: str, provision: Provision, request: HttpRequest, *, standing: str) -> list[str]:
    indicator = provision.indicator
    return [
        group,
        indicator.code,
        indicator.label,
        provision.country_id,
        provision.country.name,
        provision.scheme.name if provision.scheme else "",
        str(amount(provision).value),
        "" if provision.number is None else str(plain(provision.number)),
        str(indicator.get_unit_display()) if provision.number is not None else "",
        _text(provision, "population"),
        provision.as_of.isoformat()[: {"year": 4, "month": 7}.get(provision.as_of_precision, 10)],
        as_of(provision),
        _text(provision, "article"),
        _text(provision, "source_text"),
        _text(provision, "note"),
        str(provision.get_review_state_display()),
        standing,
        "; ".join(str(citation) for citation in provision.citations.all()),
        request.build_absolute_uri(provision.get_absolute_url()),
    ]


def _text(provision: Provision, field: str) -> str:
    return str(own_or_fallback(provision, field).value or "")


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) and not _is_number(cell) else cell


def _is_number(cell: str) -> bool:
    return cell.lstrip("-").replace(".", "", 1).isdecimal()
