"""The CMS's page admin: another home page leaves no address behind."""

from cms.models import Page
from django.db.models import Q
from djangocms_versioning.helpers import replace_admin_for_models

from publishing.redirects import free_page_addresses, keep_page_addresses
from publishing.response_cache import drop_pages


class LastingAddresses:
    """Mixin of the page admin for the one operation that the CMS sends no signal for."""

    def set_home(self, request, object_id):
        """Make a page the home page; what lies below it and below the former one leads on."""
        pages = list(Page.objects.filter(Q(pk=object_id) | Q(is_home=True)))
        for page in pages:
            keep_page_addresses(page)
        response = super().set_home(request, object_id)
        for page in pages:
            free_page_addresses(page)
        drop_pages()
        return response


def keep_addresses_of_pages() -> None:
    """Put the mixin before the CMS's own page admin."""
    replace_admin_for_models([(Page, LastingAddresses)])
