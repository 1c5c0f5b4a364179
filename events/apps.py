from importlib import import_module

from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = "Jahrestreffen"

    def ready(self):
        """Load the models of the plugins, which Django does not look for."""
        import_module("events.plugin_models")
