"""What packages want before an editor can begin; looked after following every migration."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sites.models import Site
from djangocms_alias.models import Category


def set_defaults(**kwargs) -> None:
    """Name the one site, and have a category that shared blocks can be put in."""
    name_site()
    if not Category.objects.exists():
        Category.objects.language(settings.LANGUAGE_CODE).create(name="Allgemein")


def name_site() -> None:
    """Give the toolbar and the page tree the website's name; Django calls it example.com."""
    host = urlsplit(settings.PUBLIC_ORIGIN).netloc
    names = {"name": "Lokale Allianz Dormagen", "domain": host}
    Site.objects.update_or_create(pk=settings.SITE_ID, defaults=names)
