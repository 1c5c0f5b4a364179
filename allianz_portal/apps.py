from importlib import import_module

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class PortalConfig(AppConfig):
    """The project itself: first content, checks and the editors' index."""

    name = "allianz_portal"
    verbose_name = "Portal"

    def ready(self):
        """Register the checks; set up site and groups whenever the tables have changed."""
        import_module("allianz_portal.checks")
        from django.apps import apps
        from django.db.backends.sqlite3.base import DatabaseFeatures
        from django.db.models.signals import post_migrate

        from allianz_portal.groups import sync_groups
        from allianz_portal.site_defaults import set_defaults

        last = list(apps.get_app_configs())[-1]
        post_migrate.connect(sync_groups, sender=last)
        post_migrate.connect(set_defaults, sender=last)
        # Every SQLite of ours has JSON. Django asks once for each connection, and one that is
        # locked just then would answer 500 until its worker ends.
        DatabaseFeatures.supports_json_field = True


class EditorsAdminConfig(AdminConfig):
    """Django's admin with the editors' index as its first page."""

    default_site = "allianz_portal.editors_index.EditorsSite"
