from importlib import import_module

from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = "Jahrestreffen"

    def ready(self):
        """Load the models of the plugins, which Django does not look for; tell what is on air."""
        import_module("events.plugin_models")
        from events.models import MeetingContent
        from ui.navigation import ON_AIR

        ON_AIR.append(lambda: MeetingContent.objects.for_live_notice())
