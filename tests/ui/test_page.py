"""What CMS pages say about themselves."""

import pytest
from cms.api import create_page
from django.core.cache import cache
from django.db import transaction

from publishing.metadata import Crumb
from tests.factories import editor, new_draft, publish
from tests.reading import thing, things

pytestmark = pytest.mark.django_db
PAGE_QUERIES = 6


def make_page(title, *, parent=None, published=True, **values):
    """Return the content of a CMS page."""
    with transaction.atomic():
        page = create_page(
            title, "cms/standard.html", "de", created_by=editor(), parent=parent, **values
        )
    content = page.pagecontent_set(manager="admin_manager").get()
    return publish(content) if published else content


def make_home():
    content = make_page("Willkommen", slug="start")
    with transaction.atomic():
        content.page.set_as_homepage()
    return content


def meta(client, path):
    """Return the meta of a page, past the cache."""
    cache.clear()
    response = client.get(path)
    assert response.status_code == 200
    return response.context["meta"]


def test_a_page_has_its_title_description_address_and_the_way_to_it(client):
    above = make_page("Über uns", slug="ueber-uns")
    middle = make_page("Team", slug="team", parent=above.page)
    make_page(
        "Sprecher", slug="sprecher", parent=middle.page, meta_description="Wer für uns spricht."
    )

    found = meta(client, "/ueber-uns/team/sprecher/")

    assert (found.title, found.description, found.path) == (
        "Sprecher",
        "Wer für uns spricht.",
        "/ueber-uns/team/sprecher/",
    )
    assert found.crumbs == (
        Crumb("Startseite", "/"),
        Crumb("Über uns", "/ueber-uns/"),
        Crumb("Team", "/ueber-uns/team/"),
        Crumb("Sprecher", "/ueber-uns/team/sprecher/"),
    )


def test_the_way_names_published_titles_only(client):
    above = make_page("Über uns", slug="ueber-uns")
    make_page("Team", slug="team", parent=above.page)
    draft = new_draft(above)
    type(draft).admin_manager.filter(pk=draft.pk).update(title="GEHEIM")

    assert [crumb.title for crumb in meta(client, "/ueber-uns/team/").crumbs] == [
        "Startseite",
        "Über uns",
        "Team",
    ]


def test_a_title_for_search_engines_wins(client):
    make_page("Kontakt", slug="kontakt", page_title="So erreichen Sie uns")

    assert meta(client, "/kontakt/").title == "So erreichen Sie uns"


def test_the_home_page_is_the_alliance_and_has_no_crumbs(client):
    make_home()

    assert meta(client, "/").crumbs == ()
    assert things(client.get("/")) == [
        {
            "@type": "Organization",
            "@id": "http://127.0.0.1:8000/#buendnis",
            "name": "Lokale Allianz Dormagen",
            "url": "http://127.0.0.1:8000/",
        }
    ]


def test_a_page_below_a_section_front_shares_its_addresses_with_items(client):
    front = make_page("Aktuelles", slug="aktuelles")
    make_page("Newsletter", slug="newsletter", parent=front.page)

    assert meta(client, "/aktuelles/newsletter/").title == "Newsletter"
    assert thing(client.get("/aktuelles/newsletter/"), "BreadcrumbList")
    assert client.get("/aktuelles/fehlt/").status_code == 404


def test_a_page_that_is_not_found_is_not_indexed(client):
    response = client.get("/fehlt/")

    assert (response.status_code, response.context["meta"].is_indexed) == (404, False)


@pytest.mark.parametrize("count", [1, 3])
def test_a_page_needs_the_same_queries_however_long_the_menu(
    client, count, django_assert_num_queries
):
    for number in range(count):
        make_page(f"Seite {number}", slug=f"seite-{number}", in_navigation=True)
    client.get("/seite-0/?warm")

    with django_assert_num_queries(PAGE_QUERIES):
        client.get("/seite-0/?kalt")
