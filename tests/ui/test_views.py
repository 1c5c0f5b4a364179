"""robots.txt and security.txt."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.cache import cache
from django.test import override_settings

from ui.models import SiteSettings

pytestmark = pytest.mark.django_db


def fields(client) -> dict:
    """Return the fields of security.txt, past the cache."""
    cache.clear()
    text = client.get("/.well-known/security.txt").content.decode()
    return dict(line.split(": ", 1) for line in text.splitlines())


@override_settings(PUBLIC_ORIGIN="https://portal.example")
def test_robots_may_read_all_but_the_editors_pages(client):
    response = client.get("/robots.txt")

    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "",
        "Sitemap: https://portal.example/sitemap.xml",
    ]


def test_security_names_a_page_until_there_is_an_address(client):
    before = fields(client)["Contact"]
    SiteSettings.objects.create(pk=1, email="post@portal.example")

    assert (before, fields(client)["Contact"]) == (
        "http://127.0.0.1:8000/kontakt/",
        "mailto:post@portal.example",
    )


def test_security_never_expires_and_stays_the_same_all_day(client):
    first, second = fields(client), fields(client)
    expires = datetime.strptime(first["Expires"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)

    assert first == second
    assert list(first) == ["Contact", "Expires", "Preferred-Languages", "Canonical"]
    assert timedelta(days=178) < expires - datetime.now(UTC) < timedelta(days=365)
