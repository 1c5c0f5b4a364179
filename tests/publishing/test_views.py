"""N04, G10: a link to a text under a Sperrfrist asks first, then shows it with all its files."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from media_library.held_files import sync
from news.models import ArticleContent
from publishing.dates import NBSP
from publishing.models import PreviewLink
from publishing.page_actions import act
from publishing.preview_links import make_link
from tests.factories import add_text, editor, make_article, picture, publish, version_of
from tests.publishing.planning import T
from tests.publishing.test_preview_links import HEADERS, headers_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
WORDS = "Montag, 1. März 2027, 10:00 Uhr, Ortszeit Berlin (Winterzeit, MEZ)"


def embargoed(until=T, **values) -> ArticleContent:
    values = {"kind": "press-release", "title": "Geheimfund", "slug": "fund", **values}
    content = make_article(published=False, embargo_until=until, **values)
    add_text(content, "<p>Im Boden lag Gold.</p>")
    return content


def link_to(content) -> str:
    token = make_link(version_of(content), editor(), label="Lokalteil", email="", days=7)
    return f"/vorschau/{token}/"


def text_of(response) -> str:
    return " ".join(response.content.decode().replace(NBSP, " ").split())


def acknowledged(path: str) -> str:
    """Press the button as a reader without scripts; return where it leads."""
    return Client(enforce_csrf_checks=True).post(path)["Location"]


def test_first_it_says_until_when_and_nothing_of_the_text(client):
    page = client.get(link_to(embargoed()))

    text = text_of(page)
    assert (page.status_code, headers_of(page), page.cookies) == (200, HEADERS, {})
    assert f"Bis {WORDS}" in text
    assert text.count("Sperrfrist anerkannt</button>") == 1
    assert ("Geheimfund" in text, "Gold" in text, "/fund/" in text) == (False, False, False)
    assert "csrf" not in text


def test_one_click_without_cookie_or_script_opens_it_with_the_moment_above():
    path = link_to(embargoed(hero=picture(size=(160, 90)), hero_alt="Ein Fund"))
    sync()

    page = Client().get(acknowledged(path))

    text = text_of(page)
    assert (page.status_code, headers_of(page), page.cookies) == (200, HEADERS, {})
    assert f"<strong>Bis {WORDS}.</strong>" in text
    assert text.index("Sperrfrist") < text.index("<h1")
    assert ("Im Boden lag Gold." in text, "Weitergeben" in text) == (True, False)


def test_its_pictures_open_below_its_address_and_nowhere_else(client):
    path = link_to(embargoed(hero=picture(size=(160, 90)), hero_alt="Ein Fund"))
    sync()
    shown = acknowledged(path)

    sources = re.findall(rf'{shown}media/[^\s"]+', client.get(shown).content.decode())
    stolen = [source.replace(shown, "/") for source in sources]
    guessed = [source.replace(shown, f"{path}entwurf/") for source in sources]

    assert len(sources) > 2
    assert {client.get(source).status_code for source in sources} == {200}
    assert {client.get(source).status_code for source in [*stolen, *guessed]} == {404}
    assert headers_of(client.get(sources[0])) == HEADERS
    assert client.get(sources[0])["Content-Security-Policy"].endswith("sandbox")


def test_a_link_opens_no_file_of_another_draft(client):
    own = acknowledged(link_to(embargoed()))
    other = embargoed(slug="zwei", hero=picture(size=(160, 90)), hero_alt="Ein Fund")
    sync()

    assert client.get(f"{own}media/{other.hero.file.name}").status_code == 404


def test_openings_and_acknowledgements_are_counted_and_shown(client):
    content = embargoed()
    path = link_to(content)
    client.get(path), client.get(path)
    shown = acknowledged(path)
    client.get(shown), client.get(shown)
    client.force_login(editor())

    page = client.get(act(version_of(content), "preview_links"))

    link = PreviewLink.objects.get()
    assert (link.opened, link.acknowledged) == (2, 1)
    assert "<td> 2-mal, zuletzt 28.02.2027 10:00 </td>" in text_of(page)
    assert "<td> 1-mal, zuletzt 28.02.2027 10:00 </td>" in text_of(page)
    assert f"Zuerst nennt die Seite die Sperrfrist bis {WORDS}; wer" in text_of(page)


def test_a_moved_sperrfrist_is_asked_for_anew(client):
    content = embargoed()
    path = link_to(content)
    shown = acknowledged(path)
    content.embargo_until = T + timedelta(days=1)
    content.save()

    assert (client.get(shown).status_code, client.get(shown)["Location"]) == (302, path)
    assert "Bis Dienstag, 2. März 2027, 10:00 Uhr" in text_of(client.get(path))
    assert "Bis Dienstag, 2. März 2027, 10:00 Uhr" in text_of(client.get(acknowledged(path)))


@pytest.mark.parametrize("hour", [0, 1], ids=["erste", "zweite"])
def test_in_the_night_with_two_such_hours_it_says_which(client, clock, hour):
    clock(T - timedelta(days=365))
    path = link_to(embargoed(datetime(2026, 10, 25, hour, 30, tzinfo=UTC)))

    zone = ["Sommerzeit, MESZ", "Winterzeit, MEZ"][hour]
    words = f"Bis Sonntag, 25. Oktober 2026, 02:30 Uhr, Ortszeit Berlin ({zone}; diese Stunde"
    for page in (client.get(path), client.get(acknowledged(path))):
        assert words in text_of(page)
        assert f"gemeint ist die {['erste', 'zweite'][hour]})" in text_of(page)


@pytest.mark.parametrize("key", ["entwurf", "x", "0" * 32, "ä"])
def test_no_other_key_opens_it(client, key):
    path = link_to(embargoed())

    response = client.get(f"{path}{key}/")

    assert (response.status_code, response["Location"]) == (302, path)


def test_published_it_leads_to_the_page(client, clock):
    content = embargoed()
    path = link_to(content)
    shown = acknowledged(path)
    clock(T)
    publish(content)

    assert client.get(path)["Location"] == "/presse/fund/"
    assert client.get(shown, follow=True).redirect_chain[-1] == ("/presse/fund/", 302)


def test_a_closed_link_acknowledges_nothing(client):
    path = link_to(embargoed())
    PreviewLink.objects.update(revoked_at=T - timedelta(days=9))

    assert client.post(path).status_code == 410
    assert PreviewLink.objects.get().acknowledged == 0


def test_a_draft_without_a_sperrfrist_asks_nothing(client):
    path = link_to(make_article(title="Entwurf", published=False))

    assert client.post(path).status_code == 405
    assert "Sperrfrist" not in text_of(client.get(path))
