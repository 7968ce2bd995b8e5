from modeltranslation.translator import TranslationOptions, register

from exchange.home.models import HomePage, InformationPage


@register(HomePage)
class HomePageTranslation(TranslationOptions):
    fields = ("lede",)


@register(InformationPage)
class InformationPageTranslation(TranslationOptions):
    fields = ("body",)
