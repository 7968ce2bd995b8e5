"""What the page of a workshop shows, and the list of workshops."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.db.models import Count
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language

from courses.outline.standing import Link
from courses.workshops import testing
from courses.workshops.models import AgendaItem, Attendance, Registration, TestAttempt, WorkshopMaterial, WorkshopPage
from courses.workshops.rewards import links_for
from exchange.content_i18n import own_or_fallback
from exchange.languages import SOURCE
from exchange.moments import clock, date_in_words, days_in_words, weekday_in_words, zone_in_words


@dataclass(frozen=True, slots=True)
class When:
    """The time of a workshop in words."""

    days: str
    begins: str
    ends: str
    zone: str


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the agenda."""

    date: str
    items: list[AgendaItem]


@dataclass(frozen=True, slots=True)
class Item:
    """One material: its file in the reader's language where there is one, and the same in other languages."""

    first: WorkshopMaterial
    others: list[WorkshopMaterial]
    is_open: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The materials of one phase."""

    name: str
    items: list[Item]


@dataclass(frozen=True, slots=True)
class Test:
    """A test that a participant may take or has taken."""

    phase: str
    name: str
    attempt: str
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkshopView:
    """One workshop as one reader sees it."""

    when: When
    state: WorkshopPage.State
    taken: int
    agenda: list[Day]
    materials: list[Group]
    is_registered: bool
    is_participant: bool
    is_run_by_reader: bool
    may_register: bool
    rewards: tuple[Link, ...]
    tests: list[Test]
    #: None means no limit.
    places_left: int | None
    #: Province and country, as far as the place does not name them itself.
    region: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list of workshops."""

    workshop: WorkshopPage
    when: When
    state: WorkshopPage.State


def when_of(workshop: WorkshopPage) -> When:
    """Return the days and hours of a workshop as the clocks at its place show them."""
    zone = ZoneInfo(workshop.zone)
    first, last = workshop.starts_at.astimezone(zone).date(), workshop.ends_at.astimezone(zone).date()
    return When(
        weekday_in_words(first) if first == last else days_in_words(first, last),
        clock(workshop.starts_at, workshop.zone),
        clock(workshop.ends_at, workshop.zone),
        zone_in_words(workshop.zone),
    )


def workshop_view(request: HttpRequest, workshop: WorkshopPage) -> WorkshopView:
    """Return everything the page of a workshop tells; the number of queries does not depend on its length."""
    taken = workshop.registrations.count()
    user, now = request.user, timezone.now()
    registered = user.is_authenticated and Registration.objects.filter(workshop=workshop, learner=user).exists()
    attendance = None
    if user.is_authenticated:
        attendance = Attendance.objects.filter(workshop=workshop, learner=user).select_related("workshop").first()
    runs = workshop.is_run_by(user)
    belongs = registered or attendance is not None or runs
    has_place = workshop.capacity is None or taken < workshop.capacity
    return WorkshopView(
        when=when_of(workshop),
        state=workshop.state_at(now, taken=taken),
        taken=taken,
        agenda=_agenda(workshop),
        materials=_materials(workshop, is_participant=belongs),
        is_registered=registered,
        is_participant=belongs,
        is_run_by_reader=runs,
        may_register=not registered and has_place and now < workshop.ends_at,
        rewards=links_for(attendance) if attendance else (),
        tests=_tests(request, workshop) if registered or attendance else [],
        places_left=None if workshop.capacity is None else max(0, workshop.capacity - taken),
        region=_region(workshop),
    )


def rows(workshops: Iterable[WorkshopPage]) -> list[Row]:
    """Return lines for workshops that carry ``taken``."""
    now = timezone.now()
    return [Row(each, when_of(each), each.state_at(now, taken=each.taken)) for each in workshops]


def published_workshops() -> "list[WorkshopPage]":
    """Return all published workshops with the number of places taken, in one query."""
    found = WorkshopPage.objects.live().public().defer_streamfields().annotate(taken=Count("registrations"))
    return list(found.order_by("starts_at"))


def _region(workshop: WorkshopPage) -> str:
    place = str(own_or_fallback(workshop, "place").value or "")
    names = [str(each.name) for each in (workshop.province, workshop.country) if each]
    return ", ".join(name for name in names if name not in place)


def _agenda(workshop: WorkshopPage) -> list[Day]:
    first = workshop.starts_at.astimezone(ZoneInfo(workshop.zone)).date()
    days: dict[int, list[AgendaItem]] = {}
    for item in sorted(workshop.agenda.all(), key=lambda each: (each.day, each.begins)):
        days.setdefault(item.day, []).append(item)
    several = len(days) > 1
    return [
        Day(date_in_words(first + datetime.timedelta(days=day - 1)) if several else "", items)
        for day, items in days.items()
    ]


def _materials(workshop: WorkshopPage, *, is_participant: bool) -> list[Group]:
    """Return the materials by phase; files of one title are one material in several languages."""
    found: dict[tuple[str, str], list[WorkshopMaterial]] = {}
    for material in workshop.materials.select_related("document"):
        title = str(own_or_fallback(material, "title", SOURCE).value)
        found.setdefault((material.phase, title), []).append(material)
    groups = [
        Group(
            str(phase.label),
            [_item(files, is_participant) for (when, _title), files in found.items() if when == phase],
        )
        for phase in WorkshopMaterial.Phase
    ]
    return [group for group in groups if group.items]


def _item(files: list[WorkshopMaterial], is_participant: bool) -> Item:
    first = next((file for file in files if file.file_language == get_language()), files[0])
    is_public = first.visibility == WorkshopMaterial.Visibility.PUBLIC
    return Item(first, [file for file in files if file is not first], is_public or is_participant)


def _tests(request: HttpRequest, workshop: WorkshopPage) -> list[Test]:
    if workshop.quiz_id is None:
        return []
    taken = {
        each.phase: str(each.attempt.uuid)
        for each in TestAttempt.objects.filter(workshop=workshop, attempt__learner=request.user.pk).select_related(
            "attempt"
        )
    }
    return [
        Test(phase, str(phase.label), taken.get(phase, ""), testing.is_open(workshop, phase))
        for phase in TestAttempt.Phase
    ]
