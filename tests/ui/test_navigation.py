"""The main menu."""

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.test import RequestFactory

from tests.factories import new_draft
from tests.ui.test_cms_plugins import picture
from tests.ui.test_page import make_home, make_page
from ui.models import SiteSettings
from ui.navigation import MenuItem, site_header

pytestmark = pytest.mark.django_db


def menu(path="/"):
    return site_header(RequestFactory().get(path)).menu


def test_the_menu_shows_what_editors_put_into_it_in_their_order(django_assert_num_queries):
    make_home()
    first = make_page("Aktuelles", slug="aktuelles", in_navigation=True)
    make_page("Presse", slug="presse", in_navigation=True, menu_title="Für die Presse")
    make_page("Impressum", slug="impressum", in_navigation=False)
    make_page("Entwurf", slug="entwurf", in_navigation=True, published=False)
    make_page("Newsletter", slug="newsletter", in_navigation=True, parent=first.page)
    draft = new_draft(first)
    type(draft).admin_manager.filter(pk=draft.pk).update(title="GEHEIM")
    menu()

    with django_assert_num_queries(1):
        items = menu()
    assert items == [
        MenuItem("Aktuelles", "/aktuelles/", is_current=False),
        MenuItem("Für die Presse", "/presse/", is_current=False),
    ]


def test_an_entry_is_current_on_its_page_and_below():
    make_page("Partner", slug="partner", in_navigation=True)

    paths = ["/partner/", "/partner/stadt/", "/partnerschaft/", "/"]
    assert [menu(path)[0].is_current for path in paths] == [True, True, False, False]


def test_the_operators_logo_replaces_the_wordmark(client):
    make_page("Partner", slug="partner", in_navigation=True)
    without = client.get("/partner/").content.decode()
    SiteSettings.objects.create(logo=picture())
    cache.clear()
    brand = BeautifulSoup(client.get("/partner/").content, "html.parser").select_one(
        ".site-header__brand"
    )

    assert "site-header__mark" in without
    assert brand.img["alt"] == "Lokale Allianz Dormagen"
    assert brand.svg is None
