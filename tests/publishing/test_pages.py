"""From an address to a page."""

import pytest

from tests.factories import editor, make_article
from tests.ui.test_page import make_page

pytestmark = pytest.mark.django_db


def test_an_item_wins_over_a_page_of_the_same_address(client):
    front = make_page("Aktuelles", slug="aktuelles")
    make_page("Seite", slug="rhein", parent=front.page)
    make_article(slug="rhein", title="Artikel")

    assert client.get("/aktuelles/rhein/").context["content"].title == "Artikel"


def test_a_page_typed_with_capitals_is_found(client):
    make_page("Impressum", slug="impressum")

    response = client.get("/Impressum/", follow=True)

    assert response.redirect_chain[-1][0] == "/impressum/"
    assert response.status_code == 200


def test_staff_see_the_toolbar_on_an_item(client):
    make_article(slug="rhein")
    client.force_login(editor())

    response = client.get("/aktuelles/rhein/")

    assert response.status_code == 200
    assert b"cms-toolbar" in response.content
