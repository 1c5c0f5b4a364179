"""What the CMS calls the website in its toolbar and page tree; set again after every migration."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sites.models import Site


def name_site(**kwargs) -> None:
    """Name the one site, which Django makes as example.com."""
    host = urlsplit(settings.PUBLIC_ORIGIN).netloc
    names = {"name": "Lokale Allianz Dormagen", "domain": host}
    Site.objects.update_or_create(pk=settings.SITE_ID, defaults=names)
