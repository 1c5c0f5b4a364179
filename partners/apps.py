from importlib import import_module

from django.apps import AppConfig


class PartnersConfig(AppConfig):
    name = "partners"
    verbose_name = "Partner und Initiativen"

    def ready(self):
        """Load the models of the plugins, which Django does not look for."""
        import_module("partners.plugin_models")
