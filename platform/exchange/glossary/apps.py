from django.apps import AppConfig


class GlossaryConfig(AppConfig):
    name = "exchange.glossary"
    label = "glossary"
