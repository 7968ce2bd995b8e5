from modeltranslation.translator import TranslationOptions, register

from courses.outline.models import CatalogueIndexPage, CoursePage, LessonPage, ModulePage


@register(CatalogueIndexPage)
class CatalogueIndexPageTranslation(TranslationOptions):
    fields = ("intro",)


@register(CoursePage)
class CoursePageTranslation(TranslationOptions):
    fields = ("intro", "outcomes", "body")


@register(ModulePage)
class ModulePageTranslation(TranslationOptions):
    fields = ()


@register(LessonPage)
class LessonPageTranslation(TranslationOptions):
    fields = ("lede", "body", "sources")
