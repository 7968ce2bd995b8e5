from modeltranslation.translator import TranslationOptions, register

from exchange.media.models import ExchangeDocument, ExchangeImage


@register(ExchangeImage)
class ImageTranslation(TranslationOptions):
    fields = ("title", "alternative_text")
    required_languages = {"en": ("title",)}


@register(ExchangeDocument)
class DocumentTranslation(TranslationOptions):
    fields = ("title",)
    required_languages = ("en",)
