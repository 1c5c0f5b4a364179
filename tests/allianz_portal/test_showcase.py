"""/bausteine/: for editors only, complete, made of nothing that somebody could take for a fact."""

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.template import Context, Template

from tests.factories import editor

pytestmark = pytest.mark.django_db
# Layout files whose parts stand on every page.
FRAME = {"header", "footer"}


@pytest.fixture
def signed_in(client):
    client.force_login(editor())
    return client


@pytest.fixture
def page(signed_in) -> BeautifulSoup:
    return BeautifulSoup(signed_in.get("/bausteine/").content, "html.parser")


@pytest.mark.parametrize("path", ["/bausteine/", "/bausteine/404/"])
def test_strangers_are_led_to_the_sign_in_and_nothing_is_kept(client, path):
    first, second = client.get(path), client.get(path)

    assert [answer.status_code for answer in (first, second)] == [302, 302]
    assert first["Location"] == f"/admin/login/?next={path}"
    assert "no-store" in first["Cache-Control"]


def test_readers_with_an_account_but_no_office_are_strangers_too(client):
    client.force_login(editor("leserin", is_staff=False, is_superuser=False))

    assert client.get("/bausteine/").status_code == 302


def test_editors_see_what_readers_would_see_under_the_readers_policy(signed_in):
    response = signed_in.get("/bausteine/")
    html = response.content.decode()

    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert "style-src 'self';" in response["Content-Security-Policy"]
    assert '<meta name="robots" content="noindex">' in html
    assert ("cms-toolbar" in html, "<style" in html, ' style="' in html) == (False, False, False)


def test_every_component_is_shown_under_its_name(page):
    styles = {path.stem for path in (settings.BASE_DIR / "static/css/components").glob("*.css")}
    shown = {part["id"].removeprefix("baustein-") for part in page.select(".specimen")}

    assert sorted((styles | FRAME) - shown) == []


def test_every_component_has_one_rule_and_shows_something(page):
    parts = page.select(".specimen")
    rules = [part.select_one(".specimen__rule").get_text(strip=True) for part in parts]
    stages = [part.select_one(".specimen__stage").get_text(strip=True) for part in parts]

    assert [rule for rule in rules if not rule.endswith(".") or rule.count(". ")] == []
    assert len(set(rules)) == len(parts)
    assert "" not in stages


def test_the_page_needs_few_queries_however_much_it_shows(signed_in, django_assert_max_num_queries):
    signed_in.get("/bausteine/")

    with django_assert_max_num_queries(6):
        signed_in.get("/bausteine/")


@pytest.mark.parametrize("status", [400, 403, 404, 410, 500, 503])
def test_editors_see_each_error_page_with_its_status(signed_in, status):
    response = signed_in.get(f"/bausteine/{status}/")

    assert response.status_code == status
    assert BeautifulSoup(response.content, "html.parser").h1


def test_there_is_no_page_of_an_error_that_we_have_no_words_for(signed_in):
    response = signed_in.get("/bausteine/418/")

    assert response.status_code == 404
    assert "Diese Seite gibt es nicht" in response.content.decode()


def test_the_specimens_frame_names_the_component_and_its_rule():
    source = (
        "{% load showcase %}"
        '{% specimen name="x" title=evil rule="Ein Satz." %}<b>y</b>{% endspecimen %}'
    )
    html = Template(source).render(Context({"evil": "<i>"}))

    section = BeautifulSoup(html, "html.parser").section
    assert section["id"] == "baustein-x"
    assert section.h3.get_text(" ", strip=True) == "<i> x"
    assert section.select_one(".specimen__stage").b.text == "y"
