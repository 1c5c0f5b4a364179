from django.apps import AppConfig


class PortalConfig(AppConfig):
    """The project itself: first content, checks and the editors' index."""

    name = "allianz_portal"
    verbose_name = "Portal"
