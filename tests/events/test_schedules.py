"""E13: a programme for conference apps, in c3voc's words.

The shape is that of c3voc's schema.json and schedule.xml.xsd (EUPL-1.2, not copied here).
"""

from datetime import UTC, datetime, timedelta
from uuid import uuid5

import pytest
from lxml import etree

from events.models import Venue
from tests.factories import make_meeting, make_person

pytestmark = pytest.mark.django_db
ORIGIN = "http://127.0.0.1:8000"
START = datetime(2026, 11, 12, 17, tzinfo=UTC)  # 18:00 in Dormagen
JSON, XML = (f"/jahrestreffen/treffen-2026/programm.{suffix}" for suffix in ("json", "xml"))


def at(minutes: int) -> datetime:
    return START + timedelta(minutes=minutes)


@pytest.fixture
def content():
    venue = Venue.objects.create(name="Feierabendhaus")
    return make_meeting(
        slug="treffen-2026",
        title="Treffen",
        lead="Anriss.",
        facts={"starts_at": START, "venue": venue},
    )


@pytest.fixture
def items(content):
    """A talk, a block with one part, and an item without a time."""
    create = content.meeting.programme_items.create
    talk = create(kind="talk", title="Vortrag", position=1, starts_at=at(0), text="Worum es geht.")
    talk.participations.create(person=make_person("Ada Eins", publish_until="2020-01-01"))
    talk.participations.create(person=make_person("Bert Zwei"))
    block = create(kind="talk", title="Block", position=2, starts_at=at(30), ends_at=at(90))
    part = create(
        kind="panel",
        title="Teil",
        position=3,
        parent=block,
        starts_at=at(30),
        ends_at=at(90),
        recording_policy="stream-only",
    )
    create(kind="break", title="Irgendwann", position=4)
    return talk, part


def events(client) -> list[dict]:
    days = client.get(JSON).json()["schedule"]["conference"]["days"]
    return [one for day in days for room in day["rooms"].values() for one in room]


def test_e13_a_conference_says_all_that_the_schema_asks_for(client, content, items):
    document = client.get(JSON).json()

    conference = document["schedule"].pop("conference")
    assert document == {
        "$schema": "https://c3voc.de/schedule/schema.json",
        "generator": {"name": "Lokale Allianz Dormagen, Portal", "url": f"{ORIGIN}/"},
        "schedule": {"version": "1", "base_url": f"{ORIGIN}/"},
    }
    (day,) = conference.pop("days")
    assert conference == {
        "acronym": "lad_treffen_2026",
        "title": "Treffen",
        "description": "Anriss.",
        "start": "2026-11-12",
        "end": "2026-11-12",
        "daysCount": 1,
        "timeslot_duration": "00:05",
        "time_zone_name": "Europe/Berlin",
        "url": f"{ORIGIN}/jahrestreffen/treffen-2026/",
        "rooms": [{"name": "Feierabendhaus", "guid": str(uuid5(content.meeting.uid, "room"))}],
    }
    assert {name: day[name] for name in day if name != "rooms"} == {
        "index": 1,
        "date": "2026-11-12",
        "day_start": "2026-11-12T18:00:00+01:00",
        "day_end": "2026-11-12T19:30:00+01:00",
    }
    assert list(day["rooms"]) == ["Feierabendhaus"]


def test_e13_an_event_says_all_that_the_schema_asks_for(client, content, items):
    talk, _ = items
    ada, bert = (one.person for one in talk.participations.all())

    assert events(client)[0] == {
        "guid": str(talk.uid),
        "id": talk.pk,
        "date": "2026-11-12T18:00:00+01:00",
        "start": "18:00",
        "duration": "00:30",
        "room": "Feierabendhaus",
        "slug": f"lad_treffen_2026-{talk.pk}-vortrag",
        "url": f"{ORIGIN}/jahrestreffen/treffen-2026/programm/vortrag/",
        "title": "Vortrag",
        "subtitle": "",
        "track": "",
        "type": "Vortrag",
        "language": "de",
        "abstract": "",
        "description": "Worum es geht.",
        "do_not_record": False,
        "do_not_stream": False,
        "persons": [
            {"name": "Ada Eins", "guid": str(ada.uid)},
            {
                "name": "Bert Zwei",
                "guid": str(bert.uid),
                "url": f"{ORIGIN}/personen/bert-zwei/",
            },
        ],
        "links": [],
        "attachments": [],
    }


def test_e13_e40_parts_stand_for_their_block_and_policies_are_flags(client, content, items):
    flags = ("title", "track", "duration", "do_not_record", "do_not_stream")

    assert [[one[name] for name in flags] for one in events(client)] == [
        ["Vortrag", "", "00:30", False, False],
        ["Teil", "Block", "01:00", True, False],
    ]


def test_e13_what_is_cancelled_says_so(client, content, items):
    type(items[0]).objects.filter(pk=items[0].pk).update(is_cancelled=True)

    (off, _) = events(client)

    assert (off["title"], off["do_not_record"], off["do_not_stream"]) == (
        "Entfällt: Vortrag",
        True,
        True,
    )


def test_e13_the_papers_of_an_item_are_its_attachments(client, content, items):
    content.meeting.attachments.create(title="Satzung", url="https://a.example/7", item=items[1])

    assert [one["attachments"] for one in events(client)] == [
        [],
        [{"title": "Satzung", "url": "https://a.example/7"}],
    ]


def test_e13_the_xml_says_the_same_as_the_json(client, content, items):
    response = client.get(XML)
    tree = etree.fromstring(response.content)

    assert response["Content-Type"] == "application/xml; charset=utf-8"
    assert tree.findtext("url") == f"{ORIGIN}{XML}"
    assert [one.tag for one in tree] == ["generator", "url", "version", "conference", "day"]
    found = tree.findall("day/room/event")
    for event, known in zip(found, events(client), strict=True):
        names = ("title", "date", "start", "duration", "slug", "type", "track", "description")
        assert {name: event.findtext(name) for name in names} == {
            name: known[name] for name in names
        }
        assert (event.get("guid"), event.get("id")) == (known["guid"], str(known["id"]))
        assert event.findtext("recording/optout") == str(known["do_not_record"]).lower()
        assert [one.text for one in event.findall("persons/person")] == [
            one["name"] for one in known["persons"]
        ]


def test_e13_what_xml_cannot_hold_is_left_out(client, content, items):
    type(items[0]).objects.filter(pk=items[0].pk).update(title="Ein\x0bs & <b>")

    (title, _) = etree.fromstring(client.get(XML).content).findall("day/room/event/title")

    assert title.text == "Eins & <b>"


def test_e13_without_times_or_text_there_is_no_schedule(client, content):
    content.meeting.programme_items.create(kind="talk", title="Irgendwann")
    draft = make_meeting(slug="entwurf", published=False)
    draft.meeting.programme_items.create(kind="talk", title="Geheim", starts_at=START)

    paths = [JSON, XML, XML[:-3] + "doc", "/jahrestreffen/entwurf/programm.json"]
    assert [client.get(path).status_code for path in paths] == [404] * 4


@pytest.mark.parametrize("count", [1, 3])
def test_a_schedule_needs_the_same_queries(client, content, count, django_assert_num_queries):
    for number in range(count):
        item = content.meeting.programme_items.create(
            kind="talk", title=f"Vortrag {number}", starts_at=at(number)
        )
        item.participations.create(person=make_person(f"Person {number}"))
        content.meeting.attachments.create(title="A", url="https://a.example/7", item=item)
    client.get(f"{JSON}?warm")

    with django_assert_num_queries(6):
        client.get(f"{JSON}?kalt")
