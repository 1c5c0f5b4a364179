from django.apps import AppConfig
from filer import apps as filer_apps


class MediaLibraryConfig(AppConfig):
    name = "media_library"
    verbose_name = "Bilder und Dateien"
    default = True

    def ready(self):
        """Hold the files that nobody outside may have, whatever makes or ends that."""
        from cms.signals import post_placeholder_operation
        from django.db.models.signals import post_save
        from djangocms_versioning.signals import post_version_operation

        from media_library.expiry import follow
        from media_library.held_files import sync_later

        post_version_operation.connect(sync_later)
        post_placeholder_operation.connect(sync_later)
        post_save.connect(follow, sender="media_library.Image")


class FilerConfig(filer_apps.FilerConfig):
    """filer with our one validator for every upload, whatever type the name claims."""

    verbose_name = "Bilder und Dateien"
    default = False

    def ready(self):
        """Leave the addresses of icons alone: filer escapes hyphens in them as for a script,
        but they stand in attributes, where such an address leads nowhere.
        """
        from filer.templatetags import filer_admin_tags

        filer_admin_tags.escapejs = str
        super().ready()

    def resolve_validators(self):
        self.MIME_TYPE_WHITELIST = []
        self.FILE_VALIDATORS = OneForAll()


class OneForAll:
    """Looks like filer's table of validators by MIME type, and has the same for each."""

    def __contains__(self, mime_type):
        return True

    def __getitem__(self, mime_type):
        from media_library.uploads import check_upload

        return [check_upload]
