"""G09: a changed address leads on with one hop, and never in a circle."""

import pytest
from cms.api import create_page
from django.core.cache import cache
from django.db import transaction
from django.urls import reverse
from lxml import html

from publishing.models import Redirect
from tests.factories import (
    editor,
    make_article,
    make_initiative,
    make_meeting,
    make_partner,
    make_person,
    new_draft,
    publish,
    version_of,
)

pytestmark = pytest.mark.django_db


def rename(content, slug):
    """Publish a further version under another address and return it."""
    draft = new_draft(content)
    draft.slug = slug
    draft.save()
    return publish(draft)


def make_release():
    """Return a published press release."""
    return make_article(kind="press-release", slug="eins").article


def answer(client, path):
    """Return status and target, past the cache."""
    cache.clear()
    response = client.get(path)
    return response.status_code, response.headers.get("Location")


@pytest.mark.parametrize(
    ("make", "place"),
    [
        (make_article, "aktuelles"),
        (make_meeting, "jahrestreffen"),
        (make_partner, "partner"),
        (make_initiative, "initiativen"),
    ],
)
def test_both_old_addresses_lead_to_the_newest_with_one_hop(client, make, place):
    rename(rename(make(slug="eins"), "zwei"), "drei")

    assert answer(client, f"/{place}/eins/") == (301, f"/{place}/drei/")
    assert answer(client, f"/{place}/zwei/") == (301, f"/{place}/drei/")
    assert answer(client, f"/{place}/drei/") == (200, None)


@pytest.mark.parametrize(
    ("make", "field", "value", "paths"),
    [
        (make_person, "slug", "neu", ("/personen/jobst-wierich/", "/personen/neu/")),
        (make_release, "kind", "news", ("/presse/eins/", "/aktuelles/eins/")),
    ],
)
def test_an_address_that_follows_a_fact_leads_on_as_soon_as_it_is_saved(
    client, make, field, value, paths
):
    thing = make()
    options = thing._meta
    url = reverse(f"admin:{options.app_label}_{options.model_name}_change", args=[thing.pk])
    client.force_login(editor())
    page = html.fromstring(client.get(url).content)
    (form,) = (form for form in page.forms if form.get("id", "").endswith("_form"))

    client.post(url, {**dict(form.form_values()), field: value})
    client.logout()

    assert [answer(client, path) for path in paths] == [(301, paths[1]), (200, None)]


def test_renaming_back_makes_no_circle(client):
    rename(rename(make_article(slug="eins"), "zwei"), "eins")

    assert answer(client, "/aktuelles/eins/") == (200, None)
    assert answer(client, "/aktuelles/zwei/") == (301, "/aktuelles/eins/")


def test_a_new_version_under_the_same_address_leaves_no_redirect():
    publish(new_draft(make_article(slug="eins")))

    assert list(Redirect.objects.all()) == []


def test_a_draft_with_a_new_address_changes_nothing_for_readers(client):
    draft = new_draft(make_article(slug="eins"))
    draft.slug = "zwei"
    draft.save()

    assert answer(client, "/aktuelles/eins/") == (200, None)
    assert answer(client, "/aktuelles/zwei/") == (404, None)


def test_an_item_taken_back_is_gone_under_every_address_it_had(client):
    content = rename(make_article(slug="eins"), "zwei")
    version_of(content).unpublish(editor())

    assert answer(client, "/aktuelles/eins/") == (410, None)
    assert answer(client, "/aktuelles/zwei/") == (410, None)
    assert answer(client, "/aktuelles/zwei/drei/") == (404, None)


def test_an_item_taken_back_and_published_elsewhere_is_found_again(client):
    content = make_article(slug="eins")
    version_of(content).unpublish(editor())
    rename(content, "zwei")

    assert answer(client, "/aktuelles/eins/") == (301, "/aktuelles/zwei/")


def test_an_item_that_takes_a_free_address_is_found_there(client):
    rename(make_article(slug="eins"), "zwei")
    make_article(slug="eins", title="Neu hier")

    assert answer(client, "/aktuelles/eins/") == (200, None)
    assert list(Redirect.objects.all()) == []


def test_what_lies_below_a_renamed_meeting_moves_with_it(client):
    meeting = make_meeting(slug="elftes")
    meeting.meeting.programme_items.create(kind="talk", title="Größe zählt")
    rename(meeting, "2021")

    below = ["programm/groesse-zaehlt/", "kalender.ics", ""]
    found = [answer(client, f"/jahrestreffen/elftes/{path}") for path in below]
    assert found == [(301, f"/jahrestreffen/2021/{path}") for path in below]


def test_a_very_long_path_is_not_found(client):
    assert answer(client, "/x" * 2000 + "/") == (404, None)


# --- CMS pages ---


def make_page(slug, parent=None):
    """Return the published content of a CMS page."""
    with transaction.atomic():
        page = create_page(
            slug.title(), "cms/standard.html", "de", created_by=editor(), slug=slug, parent=parent
        )
    return publish(page.pagecontent_set(manager="admin_manager").get())


@pytest.fixture
def pages():
    """Return the contents of a page and of one below it."""
    above = make_page("alt")
    return above, make_page("team", parent=above.page)


def test_a_page_renamed_twice_and_back_leads_on_with_all_below_it(client, pages):
    third = rename(rename(pages[0], "neu"), "neuer")

    assert answer(client, "/alt/") == (301, "/neuer/")
    assert answer(client, "/neu/") == (301, "/neuer/")
    assert answer(client, "/alt/team/") == (301, "/neuer/team/")
    assert answer(client, "/neuer/team/") == (200, None)

    rename(third, "alt")

    assert answer(client, "/alt/") == (200, None)
    assert answer(client, "/alt/team/") == (200, None)
    assert answer(client, "/neuer/team/") == (301, "/alt/team/")


def test_a_page_that_was_moved_leads_on(client, pages):
    target = make_page("ziel")
    client.force_login(editor())
    url = reverse("admin:cms_page_move_page", args=[pages[1].page_id])
    client.post(url, {"id": pages[1].page_id, "target": target.page_id, "position": 0})
    client.logout()

    assert answer(client, "/alt/team/") == (301, "/ziel/team/")
    assert answer(client, "/ziel/team/") == (200, None)


def test_a_page_taken_back_is_gone(client, pages):
    version_of(pages[1]).unpublish(editor())

    assert answer(client, "/alt/team/") == (410, None)
    assert answer(client, "/alt/") == (200, None)
