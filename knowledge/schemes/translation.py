from modeltranslation.translator import TranslationOptions, register

from knowledge.schemes.models import Indicator, Provision, Scheme


@register(Scheme)
class SchemeTranslation(TranslationOptions):
    fields = ("name", "legal_basis")
    required_languages = {"en": ("name",)}


@register(Indicator)
class IndicatorTranslation(TranslationOptions):
    fields = ("label", "help")
    required_languages = {"en": ("label",)}


@register(Provision)
class ProvisionTranslation(TranslationOptions):
    fields = ("text", "population", "article", "source_text", "note")
