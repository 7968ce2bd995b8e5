from modeltranslation.translator import TranslationOptions, register

from exchange.places.models import Country, Institution, Province


@register(Country)
@register(Province)
class NameTranslation(TranslationOptions):
    fields = ("name",)
    required_languages = ("en",)


@register(Institution)
class InstitutionTranslation(TranslationOptions):
    fields = ("name", "short_name")
    required_languages = {"en": ("name",)}
