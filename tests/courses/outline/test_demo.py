"""The demo courses: complete in three languages, loaded once, whatever is edited afterwards."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from courses.enrolments import enrolling
from courses.outline import demo
from courses.outline.languages import languages_of
from courses.outline.models import CoursePage, LessonActivity, LessonPage
from courses.quizzes import demo as quizzes
from exchange.accounts.models import User
from exchange.blocks import text_of
from exchange.content_i18n import text_in
from exchange.glossary import demo as glossary
from exchange.glossary.models import Term
from exchange.languages import column
from exchange.places import demo as places
from tests.factories import outline

LANGUAGES = ("lo", "en", "zh-hans")


@pytest.fixture
def courses(db: None) -> list[CoursePage]:
    outline.home_page()
    for room in (places, glossary, quizzes, demo):
        room.load()
    return list(CoursePage.objects.order_by("path"))


def test_at_least_two_courses_are_whole_in_three_languages(courses: list[CoursePage]) -> None:
    assert len(courses) >= 2
    for course in courses:
        assert all(language.is_complete for language in languages_of([course])[course.pk])
        assert len(outline.lessons_of(course)) >= 3
        assert course.countries.count() == 3


def test_every_course_ends_with_a_quiz(courses: list[CoursePage]) -> None:
    for course in courses:
        activity = LessonActivity.objects.get(lesson=outline.lessons_of(course)[-1])
        assert activity.quiz.quiz_questions.count() >= 8
        assert activity.required


def test_every_lesson_says_enough_and_names_its_sources(courses: list[CoursePage]) -> None:
    for lesson in LessonPage.objects.all():
        for language in LANGUAGES:
            assert len(text_of(text_in(lesson, "body", language))) > 700, (lesson.slug, language)
            assert len(text_in(lesson, "sources", language)) > 0, (lesson.slug, language)


def test_lessons_use_only_terms_that_the_glossary_has(courses: list[CoursePage]) -> None:
    known = set(Term.objects.values_list("code", flat=True))
    used = {
        code
        for lesson in LessonPage.objects.all()
        for language in LANGUAGES
        for block in text_in(lesson, "body", language)
        if block.block_type == "glossary"
        for code in block.value["terms"]
    }
    assert used
    assert used <= known


def test_loading_again_keeps_what_an_editor_changed(courses: list[CoursePage]) -> None:
    course = courses[0]
    setattr(course, column("title", "lo"), "ຫຼັກສູດໃໝ່")
    course.save()
    pages = LessonPage.objects.count()
    demo.load()
    assert CoursePage.objects.get(pk=course.pk).title_lo == "ຫຼັກສູດໃໝ່"
    assert LessonPage.objects.count() == pages


def test_every_demo_lesson_costs_a_learner_at_most_fifteen_queries(
    courses: list[CoursePage],
    client: Client,
    learner: User,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    client.force_login(learner)
    for course in courses:
        enrolling.enrol(learner=learner, course=course)
        client.get(course.get_url())
        for lesson in outline.lessons_of(course):
            with django_assert_max_num_queries(15):
                assert client.get(lesson.get_url()).status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_demo_lesson_is_light_on_the_wire(courses: list[CoursePage], client: Client, language: str) -> None:
    for lesson in LessonPage.objects.all():
        address = f"/{language}/{lesson.language_neutral_path}"
        page = client.get(address, headers={"accept-encoding": "gzip"})
        assert len(page.content) < 12_000, address
        html = client.get(address).content.decode()
        assert not re.search(r"\sstyle=|<style|<script|\son\w+=", html), address
