from modeltranslation.translator import TranslationOptions, register

from courses.workshops.models import AgendaItem, WorkshopIndexPage, WorkshopMaterial, WorkshopPage


@register(WorkshopIndexPage)
class WorkshopIndexPageTranslation(TranslationOptions):
    fields = ("intro",)


@register(WorkshopPage)
class WorkshopPageTranslation(TranslationOptions):
    fields = ("intro", "place", "body")


@register(AgendaItem)
class AgendaItemTranslation(TranslationOptions):
    fields = ("title", "facilitator")


@register(WorkshopMaterial)
class WorkshopMaterialTranslation(TranslationOptions):
    fields = ("title",)
