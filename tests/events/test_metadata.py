"""E9, E10, E31: what a meeting says to machines, as exact as it is known."""

from datetime import UTC, datetime, timedelta

import pytest

from events.choices import EventStatus
from events.models import Meeting, Venue
from tests.factories import make_meeting, make_person
from tests.reading import empty_values, text_of, thing, things

pytestmark = pytest.mark.django_db
ORIGIN = "http://127.0.0.1:8000"
START = datetime(2021, 9, 28, 16, tzinfo=UTC)


def venue():
    place = {"street": "Am Weg 1", "postal_code": "41540", "locality": "Dormagen"}
    return Venue.objects.create(name="Feierabendhaus", **place)


def event_of(client, stream="", **facts) -> dict:
    """Return the Event of a meeting with these facts, perhaps with a stream."""
    broadcast = {"stream_url": stream} if stream else None
    make_meeting(slug="2021", title="Elftes Treffen", facts=facts, broadcast=broadcast)
    return thing(client.get("/jahrestreffen/2021/"), "Event")


PLACE = {
    "@type": "Place",
    "name": "Feierabendhaus",
    "address": {
        "@type": "PostalAddress",
        "streetAddress": "Am Weg 1",
        "postalCode": "41540",
        "addressLocality": "Dormagen",
    },
}
STREAM = {"@type": "VirtualLocation", "url": "https://stream.example/live"}
PAGE = {"@type": "VirtualLocation", "url": f"{ORIGIN}/jahrestreffen/2021/"}
OFFLINE, ONLINE, MIXED = (f"{kind}EventAttendanceMode" for kind in ("Offline", "Online", "Mixed"))


@pytest.mark.parametrize(
    ("mode", "url", "locations"),
    [
        (OFFLINE, "", [PLACE]),
        (ONLINE, "https://stream.example/live", [STREAM]),
        (MIXED, "https://stream.example/live", [PLACE, STREAM]),
        (MIXED, "", [PLACE, PAGE]),
    ],
)
def test_the_location_is_a_place_a_stream_or_both(client, mode, url, locations):
    event = event_of(client, venue=venue(), attendance_mode=mode, stream=url)

    assert event["location"] == locations
    assert event["eventAttendanceMode"] == f"https://schema.org/{mode}"


def test_an_unknown_place_is_left_out_and_nothing_is_empty(client):
    event = event_of(client)

    assert "location" not in event
    assert empty_values(things(client.get("/jahrestreffen/2021/"))) == []


@pytest.mark.parametrize("status", list(EventStatus)[1:])
def test_the_page_and_the_json_name_each_status(client, status):
    event = event_of(client, status=status)

    label = EventStatus(status).label
    shown = label[0].upper() + label[1:] in text_of(client.get("/jahrestreffen/2021/"))
    assert event["eventStatus"] == f"https://schema.org/{status}"
    assert shown == (status != EventStatus.SCHEDULED)


def test_what_nobody_knows_is_stated_neither_on_the_page_nor_in_the_json(client):
    event = event_of(client)

    page = text_of(client.get("/jahrestreffen/2021/"))
    assert {"eventStatus", "eventAttendanceMode", "location"} & set(event) == set()
    assert [word for word in ("Form", "unbekannt", "keine Angabe", "Findet") if word in page] == []


@pytest.mark.parametrize("status", [EventStatus.UNKNOWN, EventStatus.SCHEDULED])
def test_a_note_without_news_is_a_note_and_claims_nothing(client, status):
    event_of(client, status=status, status_note="Eingang von der Rheinseite.")

    page = text_of(client.get("/jahrestreffen/2021/"))
    assert "Hinweis Eingang von der Rheinseite." in page
    assert "Findet wie geplant statt" not in page


def test_a_stream_makes_a_meeting_on_site_one_for_both(client):
    event = event_of(client, venue=venue(), attendance_mode=OFFLINE, stream=STREAM["url"])

    assert event["eventAttendanceMode"] == f"https://schema.org/{MIXED}"
    assert event["location"] == [PLACE, STREAM]
    assert "Form Vor Ort und im Livestream" in text_of(client.get("/jahrestreffen/2021/"))


def test_a_meeting_that_moved_online_has_no_place(client):
    event = event_of(client, venue=venue(), status="EventMovedOnline", stream=STREAM["url"])

    assert event["location"] == [STREAM]
    assert event["eventAttendanceMode"] == f"https://schema.org/{ONLINE}"


@pytest.mark.parametrize(
    ("precision", "start"),
    [
        ("time", "2021-09-28T18:00:00+02:00"),
        ("day", "2021-09-28"),
        ("month", "2021-09"),
        ("year", "2021"),
    ],
)
def test_the_start_is_as_exact_as_it_is_known(client, precision, start):
    assert event_of(client, precision=precision)["startDate"] == start


def test_a_start_moved_twice_names_both_former_ones_on_the_page_and_in_the_json(client):
    content = make_meeting(slug="2021", facts={"starts_at": START})
    for days in (7, 14):
        meeting = Meeting.objects.get()
        meeting.starts_at, meeting.status = START + timedelta(days=days), "EventRescheduled"
        meeting.note_changes(Meeting.objects.get())
        meeting.save()

    response = client.get(content.get_absolute_url())
    assert thing(response, "Event")["previousStartDate"] == [
        "2021-09-28T18:00:00+02:00",
        "2021-10-05T18:00:00+02:00",
    ]
    assert "Ursprünglich geplant: 28. September 2021, 18:00 Uhr" in text_of(response)
    assert "Ursprünglich geplant: 5. Oktober 2021, 18:00 Uhr" in text_of(response)


def test_the_whole_event_with_programme_and_functions_of_that_day(client):
    content = make_meeting(
        slug="2021",
        title="Elftes Treffen",
        motto="Gemeinsam",
        lead="Digital und live.",
        facts={
            "starts_at": START,
            "ends_at": START + timedelta(hours=2),
            "status": "EventScheduled",
            "attendance_mode": OFFLINE,
        },
    )
    meeting = content.meeting
    talk = meeting.programme_items.create(kind="talk", title="Vortrag", position=1)
    song = meeting.programme_items.create(
        kind="art", title="Lied", position=2, starts_at=START + timedelta(hours=1)
    )
    talk.participations.create(
        person=make_person("Rosa Pfeil", job_title="Später anders"),
        job_title="Chefin",
        organisation="Stadt Dormagen",
    )
    talk.participations.create(person=make_person("Jo Mode"), role="moderator", position=1)
    song.participations.create(person=make_person("Chor", is_group=True), job_title="egal")
    alliance = {
        "@type": "Organization",
        "@id": f"{ORIGIN}/#buendnis",
        "name": "Lokale Allianz Dormagen",
        "url": f"{ORIGIN}/",
    }

    assert thing(client.get("/jahrestreffen/2021/"), "Event") == {
        "@type": "Event",
        "name": "Elftes Treffen",
        "alternateName": "Gemeinsam",
        "description": "Digital und live.",
        "url": f"{ORIGIN}/jahrestreffen/2021/",
        "identifier": f"urn:uuid:{meeting.uid}",
        "inLanguage": "de",
        "startDate": "2021-09-28T18:00:00+02:00",
        "endDate": "2021-09-28T20:00:00+02:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": f"https://schema.org/{OFFLINE}",
        "organizer": alliance,
        "subEvent": [
            {
                "@type": "Event",
                "name": "Vortrag",
                "url": f"{ORIGIN}/jahrestreffen/2021/programm/vortrag/",
                "startDate": "2021-09-28",
                "identifier": f"urn:uuid:{talk.uid}",
                "eventStatus": "https://schema.org/EventScheduled",
                "performer": [
                    {
                        "@type": "Person",
                        "name": "Rosa Pfeil",
                        "url": f"{ORIGIN}/personen/rosa-pfeil/",
                        "jobTitle": "Chefin",
                        "affiliation": {"@type": "Organization", "name": "Stadt Dormagen"},
                    }
                ],
                "contributor": [
                    {
                        "@type": "Person",
                        "name": "Jo Mode",
                        "url": f"{ORIGIN}/personen/jo-mode/",
                    }
                ],
            },
            {
                "@type": "Event",
                "name": "Lied",
                "url": f"{ORIGIN}/jahrestreffen/2021/programm/lied/",
                "startDate": "2021-09-28T19:00:00+02:00",
                "identifier": f"urn:uuid:{song.uid}",
                "eventStatus": "https://schema.org/EventScheduled",
                "performer": [
                    {
                        "@type": "Organization",
                        "name": "Chor",
                        "url": f"{ORIGIN}/personen/chor/",
                    }
                ],
            },
        ],
    }


def test_a_programme_item_is_an_event_of_the_meeting_and_shares_its_state(client):
    facts = {"status": "EventCancelled", "attendance_mode": "OnlineEventAttendanceMode"}
    content = make_meeting(slug="2021", title="Elftes Treffen", facts=facts)
    content.meeting.programme_items.create(kind="talk", title='Der „</script>" Vortrag')

    response = client.get("/jahrestreffen/2021/programm/der-script-vortrag/")

    event = thing(response, "Event")
    names = ("name", "eventStatus", "eventAttendanceMode", "superEvent")
    assert [event[name] for name in names] == [
        'Der „</script>" Vortrag',
        "https://schema.org/EventCancelled",
        "https://schema.org/OnlineEventAttendanceMode",
        {"@type": "Event", "name": "Elftes Treffen", "url": f"{ORIGIN}/jahrestreffen/2021/"},
    ]
    text = text_of(response)
    assert ("Abgesagt" in text, "Form Online" in text) == (True, True)
