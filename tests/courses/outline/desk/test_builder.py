"""A trainer builds a course from titles, submits it; an editor publishes all of it at once."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client, override_settings
from django.utils import translation
from wagtail.users.models import UserProfile

from courses.outline.desk import building, submitting
from courses.outline.desk.listing import listed_courses
from courses.outline.desk.state import Written, builder_of
from courses.outline.models import CoursePage, LessonPage, ModulePage
from courses.quizzes.models import Quiz
from exchange.accounts.models import User
from tests.factories import outline

ClientOf = Callable[[str], Client]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def without_second_factor() -> object:
    outline_site = override_settings(EXCHANGE_DEMO=True)
    with outline_site:
        yield


@pytest.fixture
def own(trainer: User) -> CoursePage:
    outline.catalogue()
    return building.begin_course(titles={"en": "Old age"}, country=None, hours=2, maker=trainer)  # type: ignore[arg-type]


@pytest.fixture
def module(own: CoursePage, trainer: User) -> ModulePage:
    return building.add_module(course=own, titles={"en": "Foundations"}, maker=trainer)


def address(course: CoursePage) -> str:
    return f"/admin/desk/courses/{course.pk}/"


def post(client: Client, course: CoursePage, act: str, **values: Any) -> Any:
    return client.post(address(course), {"act": act, **values})


def titles(course: CoursePage) -> list[list[str]]:
    with translation.override("en"):
        return [[module.title, *(lesson.title for lesson in module.lessons)] for module in builder_of(course).modules]


def test_a_new_course_asks_three_questions_and_names_its_maker(client_of: ClientOf, trainer: User) -> None:
    outline.catalogue()
    response = client_of("trainer").post(
        "/admin/desk/courses/new/", {"title": "ເງິນບຳນານ", "country": "LA", "hours": "2.5"}
    )
    course = CoursePage.objects.get()
    assert response["Location"] == address(course)
    assert (course.title_lo, course.slug, course.live, course.owner) == ("ເງິນບຳນານ", "course-1", False, trainer)
    assert [each.user for each in course.trainers.all()] == [trainer]
    assert [country.code for country in course.countries.all()] == ["LA"]


def test_what_stands_in_for_a_missing_english_title_counts_as_missing(trainer: User) -> None:
    outline.catalogue()
    course = building.begin_course(titles={"lo": "ເງິນບຳນານ"}, country=None, hours=1, maker=trainer)  # type: ignore[arg-type]
    assert builder_of(course).titles == {"lo": "ເງິນບຳນານ", "en": "", "zh-hans": ""}


def test_addresses_are_latin_and_never_taken_twice(own: CoursePage, trainer: User) -> None:
    made = [
        building.add_module(course=own, titles=each, maker=trainer)
        for each in ({"en": "Money"}, {"en": "Money"}, {"lo": "ເງິນ"}, {"zh-hans": "钱"})
    ]
    assert [page.slug for page in made] == ["money", "money-2", "module-1", "module-2"]


def test_typing_titles_builds_the_outline_as_drafts(client_of: ClientOf, own: CoursePage) -> None:
    client = client_of("trainer")
    post(client, own, "add-module", title="Foundations")
    module = ModulePage.objects.get()
    for title in ("One", "Three"):
        response = post(client, own, "add-lesson", module=module.pk, title=title)
    assert response["Location"] == f"{address(own)}?focus=module-{module.pk}"
    before = LessonPage.objects.order_by("path").last()
    assert before is not None
    post(client, own, "add-lesson", module=module.pk, title="Two", before=before.pk)
    assert [page.title_lo for page in LessonPage.objects.order_by("path")] == ["One", "Two", "Three"]
    assert not LessonPage.objects.live().exists()


def test_the_field_that_was_used_has_the_focus_again(client_of: ClientOf, own: CoursePage, module: ModulePage) -> None:
    page = client_of("trainer").get(f"{address(own)}?focus=module-{module.pk}").content.decode()
    field = page.split(f'id="add-module-{module.pk}"')[1].split(">")[0]
    assert "autofocus" in field


def test_up_down_and_copy_change_the_order(
    client_of: ClientOf, own: CoursePage, module: ModulePage, trainer: User
) -> None:
    one, _two = [building.add_lesson(module=module, titles={"en": each}, maker=trainer) for each in ("One", "Two")]
    client = client_of("trainer")
    post(client, own, "down", page=one.pk)
    assert titles(own) == [["Foundations", "Two", "One"]]
    post(client, own, "up", page=one.pk)
    post(client, own, "copy", page=one.pk)
    assert titles(own) == [["Foundations", "One", "One", "Two"]]


def test_a_copied_module_brings_its_lessons(own: CoursePage, module: ModulePage, trainer: User) -> None:
    building.add_lesson(module=module, titles={"en": "One"}, maker=trainer)
    building.copy(page=ModulePage.objects.get(pk=module.pk), maker=trainer)
    assert titles(own) == [["Foundations", "One"], ["Foundations", "One"]]


def test_titles_in_three_languages_are_saved_on_the_same_screen(
    client_of: ClientOf, own: CoursePage, module: ModulePage
) -> None:
    post(
        client_of("trainer"),
        own,
        "rename",
        page=module.pk,
        title_lo="ພື້ນຖານ",
        title_en="Foundations",
        **{"title_zh-hans": "基础"},
    )
    found = builder_of(own).modules[0]
    assert found.titles == {"lo": "ພື້ນຖານ", "en": "Foundations", "zh-hans": "基础"}
    assert set(found.written.values()) == {Written.DONE}


def test_renaming_what_is_published_stays_a_draft(trainer: User) -> None:
    course = outline.course()
    module = ModulePage.objects.child_of(course).first()
    assert module is not None
    building.rename(page=module, titles={"en": "Renamed"}, maker=trainer)
    assert ModulePage.objects.get(pk=module.pk).title_en == "Module 1 en"
    assert builder_of(course).modules[0].titles["en"] == "Renamed"


def test_adding_a_quiz_opens_the_quiz_desk(client_of: ClientOf, own: CoursePage, module: ModulePage) -> None:
    response = post(client_of("trainer"), own, "add-quiz", module=module.pk)
    quiz = Quiz.objects.get()
    assert response["Location"] == f"/admin/desk/quiz/{quiz.pk}/"
    lesson = LessonPage.objects.get()
    assert [each.quiz for each in lesson.activities.all()] == [quiz]
    assert quiz.title_en == "Quiz – Old age"


def test_the_rule_of_completion_is_said_in_a_sentence(
    client_of: ClientOf, own: CoursePage, module: ModulePage, trainer: User
) -> None:
    building.add_quiz(module=module, maker=trainer)
    UserProfile.objects.filter(user_id=trainer.pk).update(preferred_language="en")
    client = client_of("trainer")
    assert "reads all lessons and passes the quiz with at least 60%." in client.get(address(own)).content.decode()
    post(client, own, "rule", pass_quizzes="on")
    assert "a learner passes the quiz with at least 60%." in client.get(address(own)).content.decode()
    post(client, own, "rule")
    assert own.get_latest_revision_as_object().pass_quizzes


def test_a_lesson_is_written_in_a_language_when_it_has_title_and_text(own: CoursePage, module: ModulePage) -> None:
    outline.lesson(module, languages="en", title_lo="ບົດ", live=False)
    assert builder_of(own).lessons[0].written == {"lo": Written.PART, "en": Written.DONE, "zh-hans": Written.NONE}


def test_a_trainer_submits_and_the_course_closes_until_withdrawn(
    client_of: ClientOf, own: CoursePage, module: ModulePage
) -> None:
    client = client_of("trainer")
    post(client, own, "submit")
    assert builder_of(own).is_submitted
    post(client, own, "add-module", title="Late")
    assert ModulePage.objects.count() == 1
    post(client, own, "withdraw")
    post(client, own, "add-module", title="Late")
    assert ModulePage.objects.count() == 2


def test_submitting_twice_asks_the_editors_once(own: CoursePage, module: ModulePage, trainer: User) -> None:
    assert submitting.submit(course=own, user=trainer) == 2
    assert submitting.submit(course=own, user=trainer) == 0


def test_an_editor_publishes_the_course_with_all_its_parts(
    client_of: ClientOf, own: CoursePage, module: ModulePage, trainer: User
) -> None:
    building.add_lesson(module=module, titles={"en": "One"}, maker=trainer)
    submitting.submit(course=own, user=trainer)
    post(client_of("editor"), own, "publish")
    assert all(page.live for page in submitting.parts_of(CoursePage.objects.get(pk=own.pk)))
    builder = builder_of(CoursePage.objects.get(pk=own.pk))
    assert not (builder.is_changed or builder.is_submitted)
    assert [each.user for each in CoursePage.objects.get(pk=own.pk).trainers.all()] == [trainer]
    assert client_of("stranger").get("/en/courses/old-age/foundations/one/").status_code == 200


def test_a_trainer_cannot_publish(client_of: ClientOf, own: CoursePage) -> None:
    assert post(client_of("trainer"), own, "publish")["Location"] == "/admin/"
    assert not CoursePage.objects.get(pk=own.pk).live


OPEN_TO = [("stranger", 302), ("learner", 302), ("trainer", 200), ("editor", 200), ("administrator", 200)]


@pytest.mark.parametrize(("visitor", "status"), OPEN_TO)
def test_who_opens_the_screens_of_a_course(client_of: ClientOf, own: CoursePage, visitor: str, status: int) -> None:
    client = client_of(visitor)
    for each in ("/admin/desk/courses/", "/admin/desk/courses/new/", address(own), f"/admin/desk/preview/{own.pk}/lo/"):
        assert client.get(each).status_code == status, each


def test_a_trainer_neither_sees_nor_touches_the_course_of_others(client_of: ClientOf, trainer: User) -> None:
    foreign = outline.course(slug="foreign")
    client = client_of("trainer")
    assert client.get(address(foreign))["Location"] == "/admin/"
    assert client.get(f"/admin/desk/preview/{foreign.pk}/en/")["Location"] == "/admin/"
    assert post(client, foreign, "add-module", title="Mine")["Location"] == "/admin/"
    assert not ModulePage.objects.filter(title_en="Mine").exists()
    assert listed_courses(trainer) == []


def test_a_page_of_another_course_is_not_found_in_this_builder(client_of: ClientOf, own: CoursePage) -> None:
    foreign = outline.lessons_of(outline.course(slug="foreign"))[0]
    client = client_of("trainer")
    for act in ("up", "down", "copy", "rename"):
        post(client, own, act, page=foreign.pk, title_en="Taken")
    assert [page.title_en for page in outline.lessons_of(foreign.course)] == [
        "lesson-1-1 en",
        "lesson-1-2 en",
        "lesson-2-1 en",
    ]
    assert foreign.get_latest_revision() is None


def test_the_builder_costs_the_same_however_long_the_course(
    client_of: ClientOf, editor: User, django_assert_max_num_queries: Any
) -> None:
    short, long = outline.course(slug="short", modules=(1,)), outline.course(slug="long", modules=(5, 5, 5))
    client = client_of("editor")
    for course in (short, long):
        client.get(address(course))
        with django_assert_max_num_queries(25):
            client.get(address(course))


def test_the_list_costs_the_same_however_many_courses(client_of: ClientOf, django_assert_max_num_queries: Any) -> None:
    for number in range(6):
        outline.course(slug=f"course-{number}")
    client = client_of("editor")
    client.get("/admin/desk/courses/")
    with django_assert_max_num_queries(16):
        client.get("/admin/desk/courses/")


def test_a_draft_is_removed_what_was_published_stays(client_of: ClientOf, own: CoursePage, module: ModulePage) -> None:
    outline.lesson(module, live=False)
    client = client_of("trainer")
    post(client, own, "remove", page=LessonPage.objects.get().pk)
    assert not LessonPage.objects.exists()
    post(client_of("editor"), own, "publish")
    post(client, own, "remove", page=module.pk)
    assert ModulePage.objects.filter(pk=module.pk).exists()
