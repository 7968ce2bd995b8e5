"""The preview of a page shows the page a learner would get, in each language, also before it is ever saved."""

import pytest
from django.utils import translation

from courses.outline.models import CoursePage, LessonActivity, LessonPage, ModulePage
from exchange.basepage.models import BasePage
from tests.factories import outline
from tests.factories.quizzes import make_quiz

LANGUAGES = ("lo", "en", "zh-hans")


def preview(page: BasePage, language: str) -> str:
    response = page.make_preview_request(preview_mode=language)
    assert response.status_code == 200
    return str(response.content.decode())


def unsaved(page: BasePage, parent: BasePage) -> BasePage:
    """A page as the admin previews it before the first save: a place in the tree, no row."""
    page.depth = parent.depth + 1
    page.path = parent._get_children_path_interval(parent.path)[0]
    page.set_url_path(parent)
    return page


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_page_has_a_preview_in_every_language(db: None, language: str) -> None:
    course = outline.course()
    for page in (outline.catalogue(), course, course.get_children().first().specific, outline.lessons_of(course)[0]):
        assert f'<html lang="{language}"' in preview(page, language)


def test_a_lesson_is_previewed_before_it_is_saved(db: None) -> None:
    module = outline.course(modules=(1,)).get_children().first().specific
    lesson = LessonPage(title_en="New", slug="new", lede_en="Not yet stored")
    lesson.activities = [LessonActivity(quiz=make_quiz())]
    page = preview(unsaved(lesson, module), "en")
    assert "Not yet stored" in page
    assert "Pass mark" in page


def test_a_course_and_a_module_are_previewed_before_they_are_saved(db: None) -> None:
    course = CoursePage(title_en="New course", slug="new", hours=2)
    assert "New course" in preview(unsaved(course, outline.catalogue()), "en")
    module = ModulePage(title_en="New module", slug="new")
    assert "New module" in preview(unsaved(module, outline.course()), "en")


def test_the_text_of_one_language_grows_with_its_words(db: None) -> None:
    with translation.override("en"):
        form_class = LessonPage.get_edit_handler().get_form_class()
        assert type(form_class().fields["lede_lo"].widget).__name__ == "AdminAutoHeightTextInput"
        assert type(form_class().fields["body_lo"].widget).__name__ == "BlockWidget"
