"""G37: whom journalists call at a partner."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from tests.factories import make_partner, press_contact

pytestmark = pytest.mark.django_db


def names(client, path: str) -> list[str]:
    page = BeautifulSoup(client.get(path).content, "html.parser")
    return [name.get_text(strip=True) for name in page.select(".press-contact__name")]


def test_a_partner_shows_its_own_contacts_who_answer_today(client):
    stadt, other = make_partner(slug="stadt").partner, make_partner(slug="werk").partner
    yesterday = timezone.localdate() - timedelta(days=1)
    press_contact("Berta", partner=stadt, is_general=False)
    press_contact("Anton", partner=stadt)
    press_contact("Vorbei", partner=stadt, valid_until=yesterday)
    press_contact("Fremd", partner=other)
    press_contact("Allgemein")

    assert names(client, "/partner/stadt/") == ["Anton", "Berta"]
    assert names(client, "/partner/werk/") == ["Fremd"]


def test_a_partner_without_contacts_says_nothing_of_them(client):
    make_partner(slug="stadt")

    assert "Pressekontakt" not in client.get("/partner/stadt/").text
