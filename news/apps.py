from importlib import import_module

from django.apps import AppConfig


class NewsConfig(AppConfig):
    name = "news"
    verbose_name = "Nachrichten und Presse"

    def ready(self):
        """Load the models of the plugins, which Django does not look for."""
        import_module("news.plugin_models")
