"""Error pages; robots.txt and security.txt."""

from datetime import UTC, datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.db import OperationalError, connection
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
        "Sitemap: https://portal.example/aktuelles/sitemap.xml",
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


def test_without_a_database_every_page_says_so_and_still_leads_to_the_imprint(client):
    def refuse(*arguments):
        raise OperationalError("the database is gone")

    client.raise_request_exception = False
    with connection.execute_wrapper(refuse):
        answers = [client.get(path) for path in ("/", "/aktuelles/x/", "/gibt/es/nicht/")]

    assert [answer.status_code for answer in answers] == [503] * 3
    assert {answer["Retry-After"] for answer in answers} == {"60"}
    page = BeautifulSoup(answers[0].content, "html.parser")
    assert page.h1.get_text() == "Gleich wieder da"
    assert {link["href"] for link in page.select("nav.menu a")} == {
        "/aktuelles/",
        "/jahrestreffen/",
        "/initiativen/",
        "/partner/",
        "/ueber-uns/",
        "/mitmachen/",
        "/presse/",
    }
    assert {"/impressum/", "/datenschutz/"} <= {link["href"] for link in page.footer.select("a")}


@pytest.mark.parametrize("method", ["post", "get"])
def test_who_sent_something_hears_how_to_send_it_again(client, method):
    def refuse(*arguments):
        raise OperationalError("the database is gone")

    client.raise_request_exception = False
    client.cookies["sessionid"] = "x"
    with connection.execute_wrapper(refuse):
        answer = getattr(client, method)("/admin/")

    assert answer.status_code == 503
    assert ("noch einmal gesendet" in answer.content.decode()) is (method == "post")


def test_a_mistake_of_the_program_is_no_pause(client):
    def refuse(*arguments):
        raise KeyError("kaputt")

    client.raise_request_exception = False
    with connection.execute_wrapper(refuse):
        answer = client.get("/aktuelles/")

    assert answer.status_code == 500


def test_the_icon_is_found_without_a_page_that_names_it(client):
    response = client.get("/favicon.ico")

    assert (response.status_code, response["Location"]) == (302, "/static/img/favicon-32.png")
    assert not response.cookies
