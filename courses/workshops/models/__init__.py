"""The rows of the room: pages, what trainers publish for them, and people."""

from courses.workshops.models.pages import AgendaItem, WorkshopIndexPage, WorkshopMaterial, WorkshopPage
from courses.workshops.models.people import Attendance, Registration, TestAttempt

__all__ = [
    "AgendaItem",
    "Attendance",
    "Registration",
    "TestAttempt",
    "WorkshopIndexPage",
    "WorkshopMaterial",
    "WorkshopPage",
]
