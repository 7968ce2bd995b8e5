"""A site with courses for tests: two modules of lessons in three languages, and quizzes where asked for."""

from typing import Any
from uuid import uuid4

from wagtail.models import Site

from courses.outline.models import CatalogueIndexPage, CoursePage, LessonActivity, LessonPage, ModulePage
from courses.quizzes import attempting
from courses.quizzes.models import Attempt, Quiz
from exchange.basepage.models import BasePage
from exchange.home.models import HomePage
from tests.factories.quizzes import answer_all_right

TEXT = {
    "en": "Contributions are a share of insurable earnings.",
    "lo": "ເງິນສົມທົບແມ່ນສ່ວນໜຶ່ງຂອງເງິນເດືອນປະກັນຕົນ.",
    "zh_hans": "缴费是缴费基数的一部分。",
}


def home_page() -> HomePage:
    """The home page of the default site, made on first use."""
    found = HomePage.objects.first()
    if found:
        return found
    home = BasePage.objects.get(depth=1).add_child(instance=HomePage(title_en="Home", slug="start"))
    Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "testserver", "root_page": home})
    Site.clear_site_root_paths_cache()
    return home


def catalogue() -> CatalogueIndexPage:
    """The catalogue below the home page, made on first use."""
    found = CatalogueIndexPage.objects.first()
    if found:
        return found
    page = CatalogueIndexPage(title_en="Courses", title_lo="ຫຼັກສູດ", title_zh_hans="课程", slug="courses")
    home_page().add_child(instance=page)
    return page


def body(text: str) -> list[tuple[str, Any]]:
    """A stream with one paragraph."""
    return [("text", f"<p>{text}</p>")]


def course(
    *, slug: str = "basics", modules: tuple[int, ...] = (2, 1), languages: str = "en lo zh_hans", **fields: Any
) -> CoursePage:
    """A published course with so many lessons in each module, every text in the given languages."""
    codes = languages.split()
    texts = {f"title_{code}": f"{slug} {code}" for code in codes} | {f"intro_{code}": TEXT[code] for code in codes}
    page = CoursePage(**({"slug": slug, "outcomes_en": "Compute a contribution", "title_en": slug} | texts | fields))
    catalogue().add_child(instance=page)
    for number, lessons in enumerate(modules, 1):
        titles = {f"title_{code}": f"Module {number} {code}" for code in codes}
        module = ModulePage(**({"slug": f"module-{number}", "title_en": "Module"} | titles))
        page.add_child(instance=module)
        for place in range(1, lessons + 1):
            lesson(module, slug=f"lesson-{number}-{place}", languages=languages)
    return page


def lesson(module: ModulePage, *, slug: str = "lesson", languages: str = "en lo zh_hans", **fields: Any) -> LessonPage:
    """A published lesson whose every text is in the given languages."""
    codes = languages.split()
    texts: dict[str, Any] = {"title_en": slug}
    for code in codes:
        texts |= {f"title_{code}": f"{slug} {code}", f"lede_{code}": f"Lede {code}", f"body_{code}": body(TEXT[code])}
    page = LessonPage(**({"slug": slug} | texts | fields))
    module.add_child(instance=page)
    return page


def lessons_of(page: CoursePage) -> list[LessonPage]:
    """All lessons in reading order."""
    return list(LessonPage.objects.descendant_of(page).order_by("path"))


def activity(page: LessonPage, *, quiz: Quiz, required: bool = True) -> LessonActivity:
    """A quiz in a lesson."""
    return LessonActivity.objects.create(lesson=page, quiz=quiz, required=required)


def finish(attempt: Attempt, *, rightly: bool) -> Attempt:
    """Answer everything rightly, or nothing at all, and submit."""
    if rightly:
        answer_all_right(attempt)
    return attempting.submit(attempt=attempt, key=uuid4())
