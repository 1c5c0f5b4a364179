"""The CMS's page admin: nothing in it leaves a dead address or a locked page behind."""

from cms.models import Page
from django.db.models import Q
from djangocms_versioning.helpers import replace_admin_for_models

from publishing.redirects import free_page_addresses, keep_page_addresses
from publishing.response_cache import drop_pages


class SafePages:
    """Mixin of the CMS's page admin."""

    def has_change_advanced_settings_permission(self, request, obj=None):
        """Leave login walls, applications and fixed keys to who runs the portal."""
        return request.user.is_superuser

    def set_home(self, request, object_id):
        """Make a page the home page; what lies below it and below the former one leads on.

        It is the one operation that the CMS sends no signal for.
        """
        pages = list(Page.objects.filter(Q(pk=object_id) | Q(is_home=True)))
        for page in pages:
            keep_page_addresses(page)
        response = super().set_home(request, object_id)
        for page in pages:
            free_page_addresses(page)
        drop_pages()
        return response


def make_pages_safe() -> None:
    """Put the mixin before the CMS's own page admin."""
    replace_admin_for_models([(Page, SafePages)])
