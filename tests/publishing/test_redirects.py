"""G09: a changed address leads on with one hop, and never in a circle."""

import pytest
from cms.api import create_page
from django.db import transaction

from publishing.models import Redirect
from tests.factories import editor, make_article, new_draft, publish, version_of

pytestmark = pytest.mark.django_db


def rename(content, slug):
    """Publish a second version of an article under another address and return it."""
    draft = new_draft(content)
    draft.slug = slug
    draft.save()
    return publish(draft)


def answer(client, path):
    response = client.get(path)
    return response.status_code, response.headers.get("Location")


def test_both_old_addresses_lead_to_the_newest_with_one_hop(client):
    third = rename(rename(make_article(slug="eins"), "zwei"), "drei")

    assert answer(client, "/aktuelles/eins/") == (301, "/aktuelles/drei/")
    assert answer(client, "/aktuelles/zwei/") == (301, "/aktuelles/drei/")
    assert answer(client, third.get_absolute_url()) == (200, None)


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


def test_an_item_taken_back_is_not_found_and_its_old_address_leads_nowhere(client):
    content = rename(make_article(slug="eins"), "zwei")
    version_of(content).unpublish(editor())

    assert answer(client, "/aktuelles/eins/") == (404, None)
    assert answer(client, "/aktuelles/zwei/") == (404, None)


def test_a_renamed_cms_page_leads_on(client):
    with transaction.atomic():
        page = create_page("Über uns", "cms/standard.html", "de", created_by=editor(), slug="alt")
    publish(page.pagecontent_set(manager="admin_manager").get())
    url = page.urls.get(language="de")
    url.slug = url.path = "neu"
    url.save()

    assert answer(client, "/alt/") == (301, "/neu/")
    assert answer(client, "/neu/") == (200, None)
