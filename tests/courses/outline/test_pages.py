"""Catalogue, course and lesson as five kinds of visitor see them, in three languages."""

from collections.abc import Callable

import pytest
from django.test import Client

from courses.outline.models import CoursePage
from tests.conftest import VISITORS
from tests.factories import outline
from tests.factories.quizzes import make_quiz

LANGUAGES = ("lo", "en", "zh-hans")
ClientOf = Callable[[str], Client]


@pytest.fixture
def course(db: None) -> CoursePage:
    page = outline.course()
    outline.activity(outline.lessons_of(page)[-1], quiz=make_quiz())
    return page


def addresses(language: str) -> list[str]:
    return [f"/{language}/courses/{rest}" for rest in ("", "basics/", "basics/module-1/lesson-1-1/")]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("visitor", VISITORS)
def test_everybody_reads_an_open_course(course: CoursePage, client_of: ClientOf, visitor: str, language: str) -> None:
    for address in addresses(language):
        page = client_of(visitor).get(address)
        assert page.status_code == 200, address
        assert f'<html lang="{language}"' in page.content.decode()
