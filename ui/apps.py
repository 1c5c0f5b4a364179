from importlib import import_module

from django.apps import AppConfig


class UIConfig(AppConfig):
    name = "ui"
    verbose_name = "Seitenaufbau"

    def ready(self):
        """Load the models of the plugins, register the checks, adjust djangocms-text."""
        import_module("ui.plugin_models")
        import_module("ui.fact_models")
        import_module("ui.checks")
        import_module("ui.sanitiser").narrow()
        import_module("ui.text_label").install()
