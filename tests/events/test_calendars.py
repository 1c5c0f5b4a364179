"""E11, E12: calendars of programme items, and how readers get at them."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from djangocms_versioning.models import Version
from icalendar import Calendar

from events.choices import BroadcastState, EventStatus, RecordingPolicy
from events.models import Meeting, Venue
from tests.factories import make_meeting, new_draft, publish

pytestmark = pytest.mark.django_db
ORIGIN = "http://127.0.0.1:8000"
START = datetime(2026, 11, 12, 17, tzinfo=UTC)
WRITTEN = datetime(2026, 11, 1, 10, tzinfo=UTC)
PATH = "/jahrestreffen/2026/programm/vortrag/kalender.ics"
STREAM = "https://stream.example/live"


@pytest.fixture
def item():
    """A talk of a published meeting that is streamed."""
    venue = Venue.objects.create(name="Feierabendhaus", locality="Dormagen")
    content = make_meeting(
        slug="2026",
        title="Treffen",
        facts={"starts_at": START, "status": "EventScheduled", "venue": venue},
        broadcast={"stream_url": STREAM},
    )
    Version.objects.filter_by_content_grouping_values(content).update(modified=WRITTEN)
    return content.meeting.programme_items.create(
        kind="talk",
        title="Vortrag",
        text="Worum es geht.",
        starts_at=START + timedelta(minutes=30),
        ends_at=START + timedelta(hours=1),
    )


def event(client, path=PATH):
    """Return the one event of a calendar, past the cache."""
    cache.clear()
    (found,) = Calendar.from_ical(client.get(path).content).walk("VEVENT")
    return found


def test_e11_an_item_says_all_that_a_calendar_wants_to_know(client, item):
    found = event(client)

    berlin = ZoneInfo("Europe/Berlin")
    names = ("dtstart", "dtend", "dtstamp", "last-modified", "sequence")
    assert {name: found.decoded(name) for name in names} == {
        "dtstart": item.starts_at.astimezone(berlin),
        "dtend": item.ends_at.astimezone(berlin),
        "dtstamp": WRITTEN,
        "last-modified": WRITTEN,
        "sequence": 0,
    }
    texts = ("uid", "related-to", "status", "summary", "location", "url", "conference")
    assert {name: str(found[name]) for name in texts} == {
        "uid": str(item.uid),
        "related-to": str(item.meeting.uid),
        "status": "CONFIRMED",
        "summary": "Vortrag (Treffen)",
        "location": "Feierabendhaus, Dormagen",
        "url": f"{ORIGIN}/jahrestreffen/2026/programm/vortrag/",
        "conference": STREAM,
    }


def test_e11_an_items_uid_stays_and_its_sequence_follows_item_and_meeting(client, item):
    uid = str(event(client)["uid"])
    item.title, item.slug = "Impuls", "impuls"
    item.raise_sequence()
    item.save()
    Meeting.objects.update(sequence=3)

    found = event(client, PATH.replace("vortrag", "impuls"))

    assert (str(found["uid"]), found["sequence"]) == (uid, 4)
    assert found.decoded("dtstamp") == item.facts_changed_at.replace(microsecond=0)


def test_e11_a_text_edit_of_the_meeting_raises_no_sequence_of_its_items(client, item):
    draft = new_draft(item.meeting.contents.get())
    draft.title = "Anders"
    draft.save()
    publish(draft)

    assert event(client)["sequence"] == 0


@pytest.mark.parametrize(
    ("is_cancelled", "status", "said"),
    [
        (True, EventStatus.SCHEDULED, "CANCELLED"),
        (False, EventStatus.CANCELLED, "CANCELLED"),
        (False, EventStatus.POSTPONED, "TENTATIVE"),
    ],
)
def test_e11_what_is_off_says_so_and_stays(client, item, is_cancelled, status, said):
    Meeting.objects.update(status=status)
    type(item).objects.update(is_cancelled=is_cancelled)

    assert str(event(client)["status"]) == said


def test_e11_what_is_not_streamed_has_no_conference(client, item):
    type(item).objects.update(recording_policy=RecordingPolicy.NEITHER)

    assert "conference" not in event(client)


def test_e11_an_item_without_a_time_has_no_calendar_and_no_link_to_one(client, item):
    type(item).objects.update(starts_at=None, ends_at=None)

    page = client.get("/jahrestreffen/2026/programm/vortrag/").content.decode()

    assert client.get(PATH).status_code == 404
    assert "kalender.ics" not in BeautifulSoup(page, "html.parser").main.decode()


def test_e11_items_of_drafts_have_no_calendar(client):
    draft = make_meeting(slug="2027", published=False)
    draft.meeting.programme_items.create(kind="talk", title="X", starts_at=START)

    assert client.get("/jahrestreffen/2027/programm/x/kalender.ics").status_code == 404


@pytest.mark.parametrize("state", list(BroadcastState))
@pytest.mark.parametrize("status", [EventStatus.SCHEDULED, EventStatus.CANCELLED])
def test_e11_e12_the_links_are_there_in_every_state(client, item, state, status):
    Meeting.objects.update(status=status)
    type(item.meeting.broadcast).objects.update(state=state)

    pages = [
        BeautifulSoup(client.get(path).content, "html.parser")
        for path in ("/jahrestreffen/2026/", "/jahrestreffen/2026/programm/vortrag/")
    ]

    links = [[link["href"] for link in page.main.select("a[href$='.ics']")] for page in pages]
    assert links == [
        [
            "/jahrestreffen/2026/kalender.ics",
            "webcal://127.0.0.1:8000/jahrestreffen/kalender.ics",
            "/jahrestreffen/kalender.ics",
        ],
        [PATH],
    ]


def test_e12_subscribers_look_for_news_twice_a_day(client, item):
    lines = client.get("/jahrestreffen/kalender.ics").content.decode().splitlines()

    assert "REFRESH-INTERVAL;VALUE=DURATION:PT12H" in lines
    assert "X-PUBLISHED-TTL:PT12H" in lines
