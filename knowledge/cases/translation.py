from modeltranslation.translator import TranslationOptions, register

from knowledge.cases.models import CaseStudyIndexPage, CaseStudyPage


@register(CaseStudyIndexPage)
class CaseStudyIndexPageTranslation(TranslationOptions):
    fields = ("intro",)


@register(CaseStudyPage)
class CaseStudyPageTranslation(TranslationOptions):
    fields = ("lede", "facts", "problem", "action", "result", "lesson", "sources")
