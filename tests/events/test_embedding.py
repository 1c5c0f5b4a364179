"""E32: meetings on other people's pages."""

import json

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from events.choices import HEADLINES, BroadcastState, EventStatus
from tests.events.broadcasts import START, make_broadcast
from tests.events.recordings import add_chapter, add_file, make_recording
from tests.factories import make_meeting
from tests.reading import text_of

pytestmark = pytest.mark.django_db
ORIGIN = "http://127.0.0.1:8000"
PAGE = "/jahrestreffen/2026/"
FRAME = f"{PAGE}einbetten/"
QUERIES = 6
S = BroadcastState


@pytest.fixture(autouse=True)
def now(monkeypatch):
    """The clock stands at the beginning of the meeting."""
    monkeypatch.setattr(timezone, "now", lambda: START)


def ask(client, url, **more):
    return client.get("/oembed", {"url": url, **more})


def test_a_recording_is_described_with_its_frame(client):
    add_file(make_recording())

    response = ask(client, f"{ORIGIN}{PAGE}?t=12m34s")
    answer = response.json()

    assert response["Access-Control-Allow-Origin"] == "*"
    assert {key: answer[key] for key in answer if not key.startswith("thumbnail")} == {
        "version": "1.0",
        "type": "video",
        "title": "Treffen",
        "author_name": "Lokale Allianz Dormagen",
        "author_url": f"{ORIGIN}/",
        "provider_name": "Lokale Allianz Dormagen",
        "provider_url": f"{ORIGIN}/",
        "cache_age": 3600,
        "html": f'<iframe src="{ORIGIN}{FRAME}?t=754" title="Treffen" width="640" height="510" '
        'loading="lazy" allow="fullscreen"></iframe>',
        "width": 640,
        "height": 510,
    }


def test_an_item_is_its_part_of_the_recording(client):
    recording = make_recording()
    item = recording.meeting.programme_items.create(kind="talk", title='Der "Rhein" <b>')
    add_chapter(recording, 600, item=item)

    answer = ask(client, f"{ORIGIN}{PAGE}programm/{item.slug}/").json()

    assert answer["title"] == 'Der "Rhein" <b> – Treffen'
    frame = BeautifulSoup(answer["html"], "html.parser").iframe
    assert (frame["src"], frame["title"]) == (f"{ORIGIN}{FRAME}?t=600", answer["title"])


@pytest.mark.parametrize(
    ("limits", "size"),
    [
        ({"maxwidth": "320"}, (320, 330)),
        ({"maxwidth": "320", "maxheight": "200"}, (320, 200)),
        ({"maxwidth": "1"}, (240, 285)),
        ({"maxwidth": "5000", "maxheight": "5000"}, (640, 510)),
        ({"maxwidth": "-3", "maxheight": "²"}, (640, 510)),
        ({"maxwidth": "9" * 5000}, (640, 510)),
    ],
)
def test_a_frame_is_no_larger_than_asked_for(client, limits, size):
    make_meeting(slug="2026")

    answer = ask(client, f"{ORIGIN}{PAGE}", **limits).json()

    assert (answer["width"], answer["height"]) == size
    assert answer["type"] == "rich"
    is_small = int(limits["maxwidth"][:5]) in range(1200) if limits["maxwidth"] != "-3" else False
    assert ("thumbnail_url" in answer) == (not is_small)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "rubbish",
        "http://[::1",
        f"https://other.example{PAGE}",
        f"{ORIGIN}/aktuelles/",
        f"{ORIGIN}/jahrestreffen/1999/",
        f"{ORIGIN}{PAGE}programm/gibt-es-nicht/",
        "x" * 10_000,
    ],
)
def test_what_cannot_be_embedded_is_not_found(client, url):
    make_meeting(slug="2026")

    assert ask(client, url).status_code == 404


def test_drafts_cannot_be_embedded(client):
    make_meeting(slug="2026", published=False)

    assert (ask(client, f"{ORIGIN}{PAGE}").status_code, client.get(FRAME).status_code) == (404, 404)


def test_other_formats_are_not_offered(client):
    make_meeting(slug="2026")

    assert ask(client, f"{ORIGIN}{PAGE}", format="xml").status_code == 501


@pytest.mark.parametrize("state", [state for state in S if state not in {S.NONE, S.RECORDING}])
def test_the_frame_says_how_the_meeting_stands(client, state):
    make_broadcast(state, reason="Die Aufnahme misslang.")

    page = BeautifulSoup(client.get(FRAME).content, "html.parser")

    by_now = S.LOBBY if state == S.ANNOUNCED else state  # the clock stands at the beginning
    assert [one.get_text() for one in page.select(".framed__headline")] == [HEADLINES[by_now]]
    assert page.video is None


def test_the_frame_says_that_a_meeting_is_off(client):
    meeting = make_broadcast(S.ANNOUNCED).meeting
    meeting.status = EventStatus.CANCELLED
    meeting.save()

    assert "abgesagt" in text_of(client.get(FRAME)).lower()


def test_the_frame_plays_a_recording_from_the_moment_that_was_asked_for(client):
    add_file(make_recording())

    page = BeautifulSoup(client.get(f"{FRAME}?t=600").content, "html.parser")

    assert page.video.source["src"].endswith("#t=600")
    assert page.h1.a.attrs == {"href": f"{ORIGIN}{PAGE}", "target": "_top"}


def test_the_frame_leads_to_a_recording_elsewhere_and_loads_none(client):
    make_recording(external_url="https://www.youtube.com/watch?v=abcdefghijk")

    response = client.get(FRAME)

    assert "youtube" not in response.text
    assert "frame-src" not in response["Content-Security-Policy"]
    assert "Auf der Seite ansehen" in text_of(response)


def test_only_the_frame_may_stand_in_other_pages(client):
    add_file(make_recording())

    frame, page = client.get(FRAME), client.get(PAGE)

    assert "frame-ancestors *;" in frame["Content-Security-Policy"]
    assert "X-Frame-Options" not in frame
    assert frame["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert not frame.cookies
    assert "frame-ancestors 'none'" in page["Content-Security-Policy"]
    assert page["X-Frame-Options"] == "SAMEORIGIN"


def test_pages_name_their_description_and_offer_the_code(client):
    add_file(make_recording())

    page = BeautifulSoup(client.get(PAGE).content, "html.parser")

    link = page.find("link", attrs={"type": "application/json+oembed"})
    assert json.loads(client.get(link["href"]).content)["title"] == "Treffen"
    code = next(one.get_text() for one in page.select("code.citable"))
    assert BeautifulSoup(code, "html.parser").iframe["src"] == f"{ORIGIN}{FRAME}"


@pytest.mark.parametrize("count", [1, 3])
def test_a_frame_needs_the_same_queries_whatever_it_shows(client, count, django_assert_num_queries):
    recording = make_recording()
    for number in range(count):
        add_file(recording, height=360 * (number + 1))
        add_chapter(recording, 600 * number, f"Kapitel {number}")
    client.get(f"{FRAME}?warm")

    with django_assert_num_queries(QUERIES):
        client.get(f"{FRAME}?kalt")
