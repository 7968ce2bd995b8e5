"""The catalogue lists what is published, filters honestly and stays cheap."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from courses.outline.languages import languages_of
from courses.outline.models import CoursePage
from exchange.places.models import Country
from tests.factories import outline

Countries = dict[str, Country]


@pytest.fixture
def courses(countries: Countries) -> list[CoursePage]:
    lao = outline.course(slug="lao", branches=["maternity"], level="introductory")
    lao.countries.set([countries["LA"]])
    lao.save()
    china = outline.course(slug="china", branches=["old-age"], level="advanced", languages="en zh_hans")
    china.countries.set([countries["CN"], countries["LA"]])
    china.save()
    return [lao, china]


def shown(client: Client, query: str, language: str = "en") -> list[str]:
    page = client.get(f"/{language}/courses/?{query}").content.decode()
    return [slug for slug in ("lao", "china") if f'href="/{language}/courses/{slug}/"' in page]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["lao", "china"]),
        ("country=LA", ["lao", "china"]),
        ("country=CN", ["china"]),
        ("branch=maternity", ["lao"]),
        ("level=advanced", ["china"]),
        ("language=lo", ["lao"]),
        ("language=zh-hans", ["lao", "china"]),
        ("country=LA&branch=old-age", ["china"]),
        ("country=LA&level=intermediate", []),
        ("country=ZZ&branch=nonsense", ["lao", "china"]),
        ("page=nonsense", ["lao", "china"]),
    ],
)
def test_filters_choose_courses(courses: list[CoursePage], client: Client, query: str, expected: list[str]) -> None:
    assert shown(client, query) == expected


def test_an_unpublished_course_is_not_listed(courses: list[CoursePage], client: Client) -> None:
    courses[0].unpublish()
    assert shown(client, "") == ["china"]


def test_a_catalogue_without_courses_says_so(db: None, client: Client) -> None:
    outline.catalogue()
    assert "No course is published yet." in client.get("/en/courses/").content.decode()


def test_a_language_counts_lessons_with_texts_of_their_own(db: None) -> None:
    course = outline.course(modules=(2,), languages="en lo")
    lesson = outline.lessons_of(course)[0]
    lesson.body_lo = []
    lesson.save()
    found = {each.code: each for each in languages_of([CoursePage.objects.get()])[course.pk]}
    assert (found["en"].is_complete, found["lo"].is_partial, found["lo"].lessons) == (True, True, 1)
    assert (found["zh-hans"].is_complete, found["zh-hans"].is_partial) == (False, False)


def test_lessons_of_an_unpublished_module_are_not_counted(db: None) -> None:
    course = outline.course(modules=(1, 2))
    course.get_children().last().specific.unpublish()
    assert languages_of([course])[course.pk][0].of == 1


def test_fifty_courses_cost_at_most_twelve_queries_and_no_more_than_five(
    countries: Countries, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    used = []
    for start, end in ((0, 5), (5, 50)):
        for number in range(start, end):
            course = outline.course(slug=f"course-{number}", modules=(2,))
            course.countries.set([countries["LA"], countries["TJ"]])
            course.save()
        client.get("/en/courses/")
        with django_assert_max_num_queries(12) as counted:
            client.get("/en/courses/")
        used.append(len(counted))
    assert used[0] == used[1]


def test_a_long_catalogue_has_pages_that_keep_the_filters(countries: Countries, client: Client) -> None:
    for number in range(26):
        outline.course(slug=f"course-{number}", modules=(1,), level="advanced")
    first = client.get("/en/courses/?level=advanced").content.decode()
    assert "?level=advanced&amp;page=2" in first
    assert client.get("/en/courses/?level=advanced&page=2").content.decode().count('<li class="card">') == 2
