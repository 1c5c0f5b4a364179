"""Partners, initiatives and people in the sitemap."""

from datetime import date

import pytest

from partners.sitemaps import InitiativeSitemap, PartnerSitemap, PersonSitemap
from tests.factories import make_initiative, make_partner, make_person

pytestmark = pytest.mark.django_db


def test_only_what_readers_can_open_is_in_the_sitemap():
    make_partner(slug="stadt")
    make_partner(published=False)
    make_initiative(slug="lauf")
    make_initiative(published=False)
    make_person("Rosa Pfeil")
    make_person("Gone Person", publish_until=date(2020, 1, 1))

    urls = [
        url["location"].removeprefix("http://127.0.0.1:8000")
        for sitemap in (PartnerSitemap, InitiativeSitemap, PersonSitemap)
        for url in sitemap().get_urls()
    ]

    assert urls == ["/partner/stadt/", "/initiativen/lauf/", "/personen/rosa-pfeil/"]
