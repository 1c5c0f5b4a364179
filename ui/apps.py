from importlib import import_module

from django.apps import AppConfig


class UIConfig(AppConfig):
    name = "ui"
    verbose_name = "Seitenaufbau"

    def ready(self):
        """Load the models of the plugins, narrow the sanitiser, register the checks."""
        import_module("ui.plugin_models")
        import_module("ui.checks")
        import_module("ui.sanitiser").narrow()
