"""The base of every type's part of the sitemap."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap


class PublicSitemap(Sitemap):
    """Addresses under the portal's public origin, whatever host was asked."""

    def lastmod(self, item):
        """Return when the item last changed, as `items` has found it out."""
        return item.modified

    def get_protocol(self, protocol=None):
        return urlsplit(settings.PUBLIC_ORIGIN).scheme

    def get_domain(self, site=None):
        return urlsplit(settings.PUBLIC_ORIGIN).netloc


class ContentSitemap(PublicSitemap):
    """All published contents of one type."""

    content_model = None

    def items(self):
        contents = self.content_model.objects.with_modified()
        return contents.select_related(self.content_model.grouper_field_name).order_by("pk")
