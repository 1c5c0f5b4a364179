"""E31, E40, E42: what the page of a programme item says, to people and machines."""

from datetime import UTC, datetime, timedelta

import pytest

from events.models import Venue
from tests.events.recordings import add_chapter, add_file, make_recording
from tests.factories import make_meeting, make_person
from tests.reading import empty_values, text_of, thing, things

pytestmark = pytest.mark.django_db
ORIGIN = "http://127.0.0.1:8000"
START = datetime(2026, 11, 12, 17, tzinfo=UTC)  # 18:00 in Dormagen
MEETING, ITEM = "/jahrestreffen/2026/", "/jahrestreffen/2026/programm/gespraech/"
STREAM = "https://stream.example/live"
ITEM_QUERIES = 7  # with people, papers and its part of the recording


@pytest.fixture
def content():
    facts = {
        "starts_at": START,
        "status": "EventScheduled",
        "venue": Venue.objects.create(name="Feierabendhaus"),
    }
    broadcast = {"stream_url": STREAM}
    return make_meeting(slug="2026", title="Treffen", facts=facts, broadcast=broadcast)


@pytest.fixture
def item(content):
    return content.meeting.programme_items.create(
        kind="panel",
        title="Gespräch",
        text="Worum es geht.",
        starts_at=START,
        ends_at=START + timedelta(hours=1),
        recording_policy="neither",
        outcome="Beschlossen <b>.",
    )


def test_e31_an_item_says_when_where_and_whether_it_is_streamed(client, content, item):
    event = thing(client.get(ITEM), "Event")

    names = ("startDate", "endDate", "description", "identifier", "eventStatus", "location")
    assert {name: event[name] for name in names} == {
        "startDate": "2026-11-12T18:00:00+01:00",
        "endDate": "2026-11-12T19:00:00+01:00",
        "description": "Worum es geht.",
        "identifier": f"urn:uuid:{item.uid}",
        "eventStatus": "https://schema.org/EventScheduled",
        "location": [{"@type": "Place", "name": "Feierabendhaus"}],
    }


def test_e31_a_cancelled_item_says_so_on_its_own_page_and_in_the_meetings_list(
    client, content, item
):
    type(item).objects.update(is_cancelled=True)

    page, meeting = client.get(ITEM), client.get(MEETING)

    assert thing(page, "Event")["eventStatus"] == "https://schema.org/EventCancelled"
    (found,) = thing(meeting, "Event")["subEvent"]
    assert found["eventStatus"] == "https://schema.org/EventCancelled"
    assert ["Entfällt" in text_of(one) for one in (page, meeting)] == [True, True]


def test_e31_all_items_are_listed_blocks_and_parts(client, content, item):
    content.meeting.programme_items.create(kind="talk", title="Teil", parent=item, position=1)

    response = client.get(MEETING)

    found = [one["name"] for one in thing(response, "Event")["subEvent"]]
    assert found == ["Gespräch", "Teil"]
    assert empty_values(things(response)) == []


def test_e40_e42_policy_and_result_stand_at_the_item_and_results_once_more(client, content, item):
    pages = [text_of(client.get(path)) for path in (ITEM, MEETING)]

    said = [
        (
            page.count("Wird weder übertragen noch aufgezeichnet"),
            page.count("Beschlossen &lt;b&gt;"),
        )
        for page in pages
    ]
    assert said == [(1, 1), (1, 2)]
    assert "Ergebnisse" in pages[1]


def test_a_part_leads_to_its_block_and_a_block_to_its_parts(client, content, item):
    content.meeting.programme_items.create(kind="talk", title="Teil", parent=item, position=1)
    part = "/jahrestreffen/2026/programm/teil/"

    assert f'href="{part}"' in client.get(ITEM).content.decode()
    assert "Teil von Gespräch" in text_of(client.get(part))


@pytest.mark.parametrize("count", [1, 3])
def test_an_items_page_needs_the_same_queries_whatever_it_has(
    client, content, item, count, django_assert_num_queries
):
    recording = make_recording_of(content)
    for number in range(count):
        item.participations.create(person=make_person(f"Person {number}"))
        content.meeting.attachments.create(title="A", url="https://a.example/7", item=item)
        add_chapter(recording, number * 60, item=item)
    client.get(f"{ITEM}?warm")

    with django_assert_num_queries(ITEM_QUERIES):
        client.get(f"{ITEM}?kalt")


def make_recording_of(content):
    """Return the public recording of a meeting that has a broadcast already."""
    content.meeting.broadcast.delete()
    recording = make_recording(content=content)
    add_file(recording)
    return recording
