from importlib import import_module

from django.apps import AppConfig


class NewsConfig(AppConfig):
    name = "news"
    verbose_name = "Nachrichten und Presse"

    def ready(self):
        """Load the models that Django does not look for."""
        import_module("news.plugin_models")
        import_module("news.intake.models")
