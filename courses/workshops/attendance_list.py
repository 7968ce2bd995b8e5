"""The attendance list: everybody with a place, and everybody who came."""

from dataclasses import dataclass

from courses.workshops.models import Attendance, Registration, WorkshopPage
from exchange.accounts.models import User


@dataclass(frozen=True, slots=True)
class Person:
    """One line: a learner with or without a mark, or a name without an account."""

    name: str
    learner: User | None
    attendance: Attendance | None


def people_of(workshop: WorkshopPage) -> list[Person]:
    """Return the lines in order of the names; two queries, however many people."""
    marks = list(Attendance.objects.filter(workshop=workshop).select_related("learner__profile"))
    by_learner = {mark.learner_id: mark for mark in marks if mark.learner_id}
    places = Registration.objects.filter(workshop=workshop).select_related("learner__profile")
    expected = [Person(str(place.learner), place.learner, by_learner.pop(place.learner_id, None)) for place in places]
    others = [
        Person(mark.name, mark.learner if isinstance(mark.learner, User) else None, mark)
        for mark in marks
        if mark.learner_id is None or mark.learner_id in by_learner
    ]
    return sorted([*expected, *others], key=lambda person: person.name)
