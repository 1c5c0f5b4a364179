"""The whole sitemap."""

import pytest
from django.core.cache import cache
from lxml import etree

from news.models import Topic
from tests.factories import (
    make_article,
    make_initiative,
    make_meeting,
    make_partner,
    make_person,
    publish,
)
from tests.ui.test_page import make_home, make_page

pytestmark = pytest.mark.django_db
SITEMAP_QUERIES = 20


def make_one_of_each(number):
    make_page(f"Seite {number}", slug=f"seite-{number}")
    article = make_article(slug=f"artikel-{number}", published=False)
    article.topics.add(Topic.objects.create(name=f"Thema {number}", slug=f"thema-{number}"))
    publish(article)
    content = make_meeting(slug=f"treffen-{number}")
    content.meeting.programme_items.create(kind="talk", title="Vortrag")
    make_initiative(slug=f"initiative-{number}")
    make_partner(slug=f"partner-{number}")
    make_person(f"Person {number}")


@pytest.mark.parametrize("count", [1, 3])
def test_the_sitemap_names_everything_once_in_a_fixed_number_of_queries(
    client, count, django_assert_num_queries
):
    make_home()
    make_page("Entwurf", slug="entwurf", published=False)
    for number in range(count):
        make_one_of_each(number)
    client.get("/sitemap.xml")
    cache.clear()

    with django_assert_num_queries(SITEMAP_QUERIES):
        document = etree.fromstring(client.get("/sitemap.xml").content)

    paths = [
        loc.text.removeprefix("http://127.0.0.1:8000") for loc in document.findall(".//{*}loc")
    ]
    places = ["/", "/seite-{}/", "/aktuelles/artikel-{}/", "/jahrestreffen/treffen-{}/"]
    places += ["/jahrestreffen/treffen-{}/programm/vortrag/", "/initiativen/initiative-{}/"]
    places += ["/partner/partner-{}/", "/personen/person-{}/", "/aktuelles/thema/thema-{}/"]
    assert len(document.findall(".//{*}lastmod")) == len(paths)
    expected = {place.format(number) for place in places for number in range(count)}
    assert sorted(paths) == sorted(expected)
    assert all(client.get(path).status_code == 200 for path in paths)
