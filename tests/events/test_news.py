"""E29: feeds of meetings, recordings and people."""

from datetime import UTC, date, datetime

import feedparser
import pytest
from django.core.cache import cache
from djangocms_versioning.models import Version

from events.choices import BroadcastState
from events.models import Broadcast, Meeting
from tests.events.recordings import make_recording
from tests.factories import make_meeting, make_person

pytestmark = pytest.mark.django_db
ORIGIN = "http://127.0.0.1:8000"
START = datetime(2026, 11, 12, 17, tzinfo=UTC)
PUBLISHED = datetime(2026, 10, 1, 8, tzinfo=UTC)
WRITTEN = datetime(2026, 10, 2, 8, tzinfo=UTC)
SHOWN = datetime(2026, 11, 20, 8, tzinfo=UTC)
MEETINGS, RECORDINGS = "/jahrestreffen/feed.atom", "/mediathek/feed.atom"


def meeting(slug="2026", *, published=True, **facts):
    """Return the text of a meeting, last written on a known day."""
    facts = {"starts_at": START, **facts}
    content = make_meeting(
        slug=slug, title=f"Treffen {slug}", lead="Anriss.", facts=facts, published=published
    )
    Version.objects.filter_by_content_grouping_values(content).update(modified=WRITTEN)
    Meeting.objects.filter(pk=content.meeting.pk).update(first_published_at=PUBLISHED)
    return content


def feed(client, path):
    """Return a feed, past the cache, as a stranger reads it."""
    cache.clear()
    found = feedparser.parse(client.get(path).content)
    assert not found.bozo
    return found


def titles(client, path) -> list[str]:
    return [entry.title for entry in feed(client, path).entries]


def test_e29_an_entry_says_when_the_meeting_is_and_keeps_its_id(client):
    content = meeting(status="EventPostponed")

    found = feed(client, MEETINGS)

    (entry,) = found.entries
    names = ("id", "title", "link", "summary", "published", "updated")
    assert {name: entry[name] for name in names} == {
        "id": f"urn:uuid:{content.meeting.uid}",
        "title": "Treffen 2026",
        "link": f"{ORIGIN}/jahrestreffen/2026/",
        "summary": "12.\N{NO-BREAK SPACE}November 2026, 18:00\N{NO-BREAK SPACE}Uhr. "
        "Verschoben, neuer Termin offen. Anriss.",
        "published": "2026-10-01T08:00:00+00:00",
        "updated": "2026-10-02T08:00:00+00:00",
    }
    assert (found.feed.title, found.feed.link) == (
        "Lokale Allianz Dormagen: Jahrestreffen",
        f"{ORIGIN}/jahrestreffen/",
    )


def test_e29_an_entry_is_new_again_when_its_recording_is_there(client):
    recording = make_recording(content=meeting(), state=BroadcastState.PROCESSING)
    recording.published_at = SHOWN
    recording.save()

    before = feed(client, MEETINGS).entries[0].updated
    Broadcast.objects.update(state=BroadcastState.RECORDING)

    after = feed(client, MEETINGS).entries[0].updated
    assert (before, after) == ("2026-10-02T08:00:00+00:00", "2026-11-20T08:00:00+00:00")


def test_e29_e45_a_correction_makes_a_recording_new_again(client):
    recording = make_recording(content=meeting(), published_at=SHOWN)
    recording.corrections.create(on=date(2026, 12, 1), text="Name berichtigt.")

    (entry,) = feed(client, RECORDINGS).entries

    assert (entry.title, entry.link, entry.published, entry.updated) == (
        "Aufzeichnung: Treffen 2026",
        f"{ORIGIN}/jahrestreffen/2026/#aufzeichnung",
        "2026-11-20T08:00:00+00:00",
        "2026-12-01T00:00:00+01:00",
    )
    assert entry.id != f"urn:uuid:{recording.meeting.uid}"


@pytest.mark.parametrize("state", [BroadcastState.WITHDRAWN, BroadcastState.PROCESSING])
def test_e29_what_nobody_may_see_is_in_no_feed(client, state):
    make_recording(content=meeting(), state=state)
    make_recording(content=meeting("2027", published=False))

    assert titles(client, RECORDINGS) == []
    assert titles(client, MEETINGS) == ["Treffen 2026"]


def test_e29_a_person_has_a_feed_of_appearances_each_once(client):
    person = make_person("Rosa Pfeil")
    for slug in ("2025", "2026"):
        content = meeting(slug, starts_at=START.replace(year=int(slug)))
        for title in ("Vortrag", "Gespräch"):
            item = content.meeting.programme_items.create(kind="talk", title=title)
            item.participations.create(person=person)
        content.people.add(person)
    meeting("2024")
    meeting("2027", published=False).people.add(person)

    path = "/personen/rosa-pfeil/feed.atom"
    assert titles(client, path) == ["Treffen 2026", "Treffen 2025"]
    assert path in client.get("/personen/rosa-pfeil/").content.decode()


def test_e29_a_person_whose_page_has_ended_has_no_feed(client):
    make_person("Rosa Pfeil", publish_until=date(2020, 1, 1))

    paths = ("/personen/rosa-pfeil/feed.atom", "/personen/niemand/feed.atom")
    assert [client.get(path).status_code for path in paths] == [410, 404]


@pytest.mark.parametrize("suffix", ["atom", "rss"])
@pytest.mark.parametrize("front", ["jahrestreffen", "mediathek"])
def test_e29_every_feed_comes_as_atom_and_rss_and_changes_only_with_its_content(
    client, front, suffix
):
    make_recording(content=meeting())
    path = f"/{front}/feed.{suffix}"

    first = client.get(path)
    cache.clear()
    assert first["Content-Type"].startswith(f"application/{suffix}+xml")
    assert client.get(path).content == first.content
    assert len(feed(client, path).entries) == 1
    assert client.get(f"/{front}/feed.doc").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("path", "queries"), [(MEETINGS, 2), (RECORDINGS, 3)])
def test_feeds_need_the_same_queries(client, path, queries, count, django_assert_num_queries):
    for number in range(count):
        make_recording(content=meeting(f"20{number + 10}"))
    client.get(f"{path}?warm")

    with django_assert_num_queries(queries):
        client.get(f"{path}?kalt")
