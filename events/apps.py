from importlib import import_module

from django.apps import AppConfig
from django.db.models.signals import post_delete


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = "Jahrestreffen"

    def ready(self):
        """Load the plugins' models, which Django does not look for; connect what others tell."""
        import_module("events.plugin_models")
        from events.consents.evidence import forget
        from ui.navigation import ON_AIR

        ON_AIR.append(on_air)
        post_delete.connect(forget, sender="events.RecordingRelease")


def on_air():
    """Return what the notice on every page says; asked late, because versioning sets managers."""
    from events.models import MeetingContent

    return MeetingContent.objects.for_live_notice()
