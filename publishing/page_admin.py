"""The CMS's page admin: no dead address, no locked page, no draft before the wrong eyes."""

from functools import wraps

from cms.models import Page, PageContent, Placeholder
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.http import Http404
from djangocms_versioning.helpers import replace_admin_for_models

from publishing.redirects import free_page_addresses, keep_page_addresses
from publishing.response_cache import drop_pages
from publishing.rights import may_view

ENDPOINTS = {f"cms_placeholder_render_object_{name}" for name in ("edit", "preview", "structure")}


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


class GuardedEndpoints:
    """Mixin of the placeholder admin: the CMS shows drafts of pages to any member of staff."""

    def get_urls(self):
        urls = super().get_urls()
        for url in urls:
            if getattr(url, "name", "") in ENDPOINTS:
                url.callback = guarded(url.callback)
        return urls


def guarded(view):
    """Return an endpoint that shows a page only to who may see it (spec/news.md 2c, trap 5)."""

    @wraps(view)
    def checked(request, content_type_id, object_id):
        is_page = int(content_type_id) == ContentType.objects.get_for_model(PageContent).pk
        content = is_page and PageContent.admin_manager.filter(pk=object_id).first()
        if content and request.user.is_staff and not may_view(request.user, content):
            raise Http404
        return view(request, content_type_id, object_id)

    return checked


def make_pages_safe() -> None:
    """Put the mixins before the CMS's own admins."""
    replace_admin_for_models([(Page, SafePages), (Placeholder, GuardedEndpoints)])
