"""Catalogue, course and lesson as five kinds of visitor see them, in three languages."""

import re
from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from courses.enrolments import enrolling, progress
from courses.outline.models import CoursePage, LessonPage
from exchange.accounts.models import User
from tests.conftest import VISITORS
from tests.factories import outline
from tests.factories.quizzes import make_quiz

LANGUAGES = ("lo", "en", "zh-hans")
LESSON = "courses/basics/module-1/lesson-1-1/"
ClientOf = Callable[[str], Client]


@pytest.fixture
def course(db: None) -> CoursePage:
    page = outline.course()
    outline.activity(outline.lessons_of(page)[-1], quiz=make_quiz())
    return page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("visitor", VISITORS)
def test_everybody_reads_an_open_course(course: CoursePage, client_of: ClientOf, visitor: str, language: str) -> None:
    for rest in ("courses/", "courses/basics/", LESSON):
        page = client_of(visitor).get(f"/{language}/{rest}")
        assert page.status_code == 200, rest
        assert f'<html lang="{language}"' in page.content.decode()


@pytest.mark.parametrize(("visitor", "status"), list(zip(VISITORS, (403, 403, 403, 200, 200), strict=True)))
def test_a_course_for_enrolled_learners_opens_its_lessons_to_them_and_its_editors(
    course: CoursePage, client_of: ClientOf, visitor: str, status: int
) -> None:
    course.enrolled_only = True
    course.save()
    page = client_of(visitor).get(f"/en/{LESSON}")
    assert page.status_code == status
    assert (b"insurable earnings" in page.content) == (status == 200)


def test_enrolling_opens_the_lessons(course: CoursePage, client_of: ClientOf, learner: User) -> None:
    course.enrolled_only = True
    course.save()
    enrolling.enrol(learner=learner, course=course)
    assert client_of("learner").get(f"/en/{LESSON}").status_code == 200


def test_its_own_trainer_reads_a_course_for_enrolled_learners(
    course: CoursePage, client_of: ClientOf, trainer: User
) -> None:
    course.enrolled_only = True
    course.trainers.create(user=trainer)
    course.save()
    assert client_of("trainer").get(f"/en/{LESSON}").status_code == 200


@pytest.mark.parametrize("hidden", ["course", "module", "lesson"])
def test_what_is_not_published_cannot_be_reached_by_guessing_an_address(
    course: CoursePage, client: Client, hidden: str
) -> None:
    lesson = outline.lessons_of(course)[0]
    {"course": course, "module": lesson.get_parent().specific, "lesson": lesson}[hidden].unpublish()
    assert client.get(f"/en/{LESSON}").status_code == 404


def test_a_module_leads_to_its_place_on_the_course_page(course: CoursePage, client: Client) -> None:
    assert client.get("/lo/courses/basics/module-2/").headers["Location"] == "/lo/courses/basics/#module-2"


def test_a_page_without_any_lao_says_so_and_marks_its_words_as_english(db: None, client: Client) -> None:
    outline.course(slug="english", languages="en")
    page = client.get("/lo/courses/english/module-1/lesson-1-1/").content.decode()
    assert re.search(r'<p class="lede"\s+lang="en">Lede en</p>', page)
    assert re.search(r'<div class="fallback">.*<div lang="en">.*insurable earnings', page, re.DOTALL)
    assert "This page is not yet translated into" in page or "ຍັງບໍ່ທັນແປ" in page


def test_a_half_translated_lesson_is_honest_part_by_part(db: None, client: Client) -> None:
    course = outline.course(slug="half", modules=(1,), languages="en lo")
    lesson = outline.lessons_of(course)[0]
    lesson.body_lo = []
    lesson.save()
    page = client.get("/lo/courses/half/module-1/lesson-1-1/").content.decode()
    assert re.search(r'<p class="lede"\s*>Lede lo</p>', page)
    assert '<div lang="en">' in page


def test_switching_the_language_keeps_the_lesson(course: CoursePage, client: Client) -> None:
    page = client.get(f"/en/{LESSON}").content.decode()
    for language in LANGUAGES:
        assert f'href="/{language}/{LESSON}" lang="{language}"' in page


def test_progress_made_in_one_language_shows_in_another(course: CoursePage, client_of: ClientOf, learner: User) -> None:
    enrolment = enrolling.enrol(learner=learner, course=course)
    progress.mark_read(enrolment=enrolment, lesson=outline.lessons_of(course)[0], language="zh-hans")
    for language in LANGUAGES:
        assert client_of("learner").get(f"/{language}/{LESSON}").content.decode().count('class="done"') == 1


def test_lesson_pages_carry_no_inline_style_and_no_script(course: CoursePage, client: Client) -> None:
    lesson = outline.lessons_of(course)[0]
    row = {"label": "Lao PDR", "value": "6", "second": "5.5", "note": ""}
    bars = {"caption": "Rates", "unit": "%", "scale": None, "first_name": "", "second_name": "", "rows": [row]}
    lesson.body_en = [*outline.body("Text"), ("bars", {**bars, "source": "DFDL"})]
    lesson.save()
    page = client.get(f"/en/{LESSON}").content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    assert not re.search(r"\sstyle=|<style|<script|\son\w+=", main)


def test_a_stranger_who_clicks_enrol_is_sent_to_sign_up_and_back(course: CoursePage, client: Client) -> None:
    page = client.get("/lo/courses/basics/").content.decode()
    assert 'href="/lo/accounts/signup/?next=/lo/courses/basics/"' in page


@pytest.mark.parametrize("visitor", ["stranger", "learner"])
def test_a_lesson_costs_at_most_fifteen_queries_however_long_the_course(
    client_of: ClientOf,
    learner: User,
    visitor: str,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for slug, modules in (("short", (1,)), ("long", (6, 6, 6))):
        course = outline.course(slug=slug, modules=modules)
        outline.activity(outline.lessons_of(course)[0], quiz=make_quiz())
        enrolling.enrol(learner=learner, course=course)
    client, used = client_of(visitor), []
    client.get("/en/courses/short/")
    for slug in ("short", "long"):
        with django_assert_max_num_queries(15) as counted:
            assert client.get(f"/en/courses/{slug}/module-1/lesson-1-1/").status_code == 200
        used.append(len(counted))
    assert used[0] == used[1]


@pytest.mark.parametrize("user", [AnonymousUser()])
def test_nobody_signed_out_may_edit(course: CoursePage, user: AnonymousUser) -> None:
    assert not course.permissions_for_user(user).can_edit()


def test_the_lesson_is_short_on_the_wire(course: CoursePage, client: Client) -> None:
    page = client.get(f"/lo/{LESSON}", headers={"accept-encoding": "gzip"})
    assert page.headers["Content-Encoding"] == "gzip"
    assert len(page.content) < 6_000


def test_the_crumbs_name_course_and_module(course: CoursePage, client: Client) -> None:
    page = client.get(f"/en/{LESSON}").content.decode()
    crumbs = page[page.index('class="crumbs"') :].split("</p>")[0]
    assert "basics en" in crumbs
    assert "Module 1 en" in crumbs


def test_lessons_know_their_course_and_place(course: CoursePage) -> None:
    lessons = outline.lessons_of(course)
    assert [lesson.course for lesson in lessons] == [course] * 3
    assert LessonPage.objects.count() == 3
