from modeltranslation.translator import TranslationOptions, register

from exchange.basepage.models import BasePage


@register(BasePage)
class BasePageTranslation(TranslationOptions):
    fields = ("title", "seo_title", "search_description")
    required_languages = ("en",)
