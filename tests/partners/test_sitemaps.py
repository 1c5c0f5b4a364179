"""Partners, initiatives and people in the sitemap."""

from datetime import date

import pytest

from partners.sitemaps import InitiativeSitemap, PartnerSitemap, PersonSitemap
from publishing.facts import log_changes, values_of
from tests.factories import editor, make_initiative, make_partner, make_person

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


def test_a_changed_fact_moves_the_last_change_of_a_person():
    person = make_person("Rosa Pfeil")
    (first,) = PersonSitemap().get_urls()
    before = values_of(person)
    person.job_title = "Sprecherin"
    person.save()
    (change,) = log_changes(person, before=before, user=editor())

    (second,) = PersonSitemap().get_urls()

    assert (first["lastmod"], second["lastmod"]) == (person.created_at, change.at)
