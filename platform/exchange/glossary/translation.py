from modeltranslation.translator import TranslationOptions, register

from exchange.glossary.models import Term


@register(Term)
class TermTranslation(TranslationOptions):
    fields = ("definition", "source")
