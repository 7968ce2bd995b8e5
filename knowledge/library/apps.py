from importlib import import_module

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    name = "knowledge.library"
    label = "library"

    def ready(self) -> None:
        import_module("knowledge.library.indexing")
        import_module("knowledge.library.addresses")
