"""E11: meetings in calendars."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.cache import cache
from djangocms_versioning.models import Version
from icalendar import Calendar
from lxml import html

from events.models import Meeting, Venue
from tests.factories import editor, make_meeting, new_draft, publish, version_of

pytestmark = pytest.mark.django_db
ORIGIN = "http://127.0.0.1:8000"
START = datetime(2021, 9, 28, 16, tzinfo=UTC)
WRITTEN = datetime(2021, 9, 1, 10, tzinfo=UTC)


def calendar(client, path="/jahrestreffen/kalender.ics") -> bytes:
    """Return a calendar, past the cache."""
    cache.clear()
    return client.get(path).content


def events(client, path="/jahrestreffen/kalender.ics") -> list:
    return Calendar.from_ical(calendar(client, path)).walk("VEVENT")


def change(content, **facts):
    """Change facts of a meeting as its form does."""
    former = Meeting.objects.get(pk=content.meeting.pk)
    meeting = Meeting.objects.get(pk=content.meeting.pk)
    for name, value in facts.items():
        setattr(meeting, name, value)
    meeting.note_changes(former)
    meeting.save()


def sequence(client) -> int:
    (event,) = events(client)
    return event["sequence"]


def test_a_meeting_says_all_that_a_calendar_wants_to_know(client):
    venue = Venue.objects.create(name="Feierabendhaus", street="Am Weg 1", locality="Dormagen")
    content = make_meeting(
        slug="2021",
        title="Elftes Treffen",
        lead="Digital, live; umsonst",
        facts={
            "starts_at": START,
            "ends_at": START + timedelta(hours=2),
            "venue": venue,
            "status": "EventScheduled",
        },
        broadcast={"stream_url": "https://stream.example/live"},
    )
    Version.objects.filter_by_content_grouping_values(content).update(modified=WRITTEN)

    (event,) = events(client)

    found = {name: event.decoded(name) for name in ("dtstart", "dtend", "dtstamp", "sequence")}
    assert found == {
        "dtstart": START.astimezone(ZoneInfo("Europe/Berlin")),
        "dtend": (START + timedelta(hours=2)).astimezone(ZoneInfo("Europe/Berlin")),
        "dtstamp": WRITTEN,
        "sequence": 0,
    }
    texts = ("uid", "status", "summary", "location", "url", "description", "conference")
    assert {name: str(event[name]) for name in texts} == {
        "uid": str(content.meeting.uid),
        "status": "CONFIRMED",
        "summary": "Elftes Treffen",
        "location": "Feierabendhaus, Am Weg 1, Dormagen",
        "url": f"{ORIGIN}/jahrestreffen/2021/",
        "description": f"Digital, live; umsonst\n\n{ORIGIN}/jahrestreffen/2021/",
        "conference": "https://stream.example/live",
    }
    assert dict(event["conference"].params) == {
        "VALUE": "URI",
        "FEATURE": ["AUDIO", "VIDEO"],
        "LABEL": "Livestream",
    }


def test_the_time_zone_is_short_and_right_in_summer_and_winter(client):
    make_meeting(facts={"starts_at": START})
    make_meeting(facts={"starts_at": datetime(2026, 11, 12, 17, tzinfo=UTC)})
    text = calendar(client).decode()

    zone = text[text.index("BEGIN:VTIMEZONE") : text.index("END:VTIMEZONE")]
    assert len(zone) < 2000
    assert "DTSTART;TZID=Europe/Berlin:20210928T180000" in text
    assert "DTSTART;TZID=Europe/Berlin:20261112T180000" in text


def test_a_meeting_known_to_the_day_takes_the_whole_day(client):
    make_meeting(facts={"starts_at": START, "precision": "day"})

    (event,) = events(client)

    assert (event.decoded("dtstart"), event.decoded("dtend")) == (
        date(2021, 9, 28),
        date(2021, 9, 29),
    )


@pytest.mark.parametrize("precision", ["month", "year"])
def test_a_meeting_known_only_to_the_month_is_in_no_calendar(client, precision):
    make_meeting(slug="2021", facts={"starts_at": START, "precision": precision})

    assert events(client) == []
    assert client.get("/jahrestreffen/2021/kalender.ics").status_code == 404


@pytest.mark.parametrize(
    "facts",
    [
        {"starts_at": START - timedelta(hours=1)},
        {"ends_at": START + timedelta(hours=1)},
        {"status": "EventCancelled"},
        {"attendance_mode": "OnlineEventAttendanceMode"},
        {"precision": "day"},
    ],
)
def test_a_changed_fact_raises_the_sequence_and_the_stamp_once(client, facts):
    content = make_meeting(facts={"starts_at": START})
    Version.objects.filter_by_content_grouping_values(content).update(modified=WRITTEN)

    change(content, **facts)
    change(content, attendance="200 Gäste")

    (event,) = events(client)
    assert event["sequence"] == 1
    assert event.decoded("dtstamp") == Meeting.objects.get().facts_changed_at.replace(microsecond=0)


def test_a_changed_text_keeps_sequence_and_uid(client):
    content = make_meeting(title="Vorher")
    (before,) = events(client)
    draft = new_draft(content)
    draft.title = "Nachher"
    draft.save()
    publish(draft)

    (after,) = events(client)

    assert (after["uid"], after["sequence"], str(after["summary"])) == (
        before["uid"],
        before["sequence"],
        "Nachher",
    )


def test_saving_the_form_of_a_meeting_raises_the_sequence(client):
    content = make_meeting(facts={"starts_at": START})
    client.force_login(editor())
    url = f"/admin/events/meeting/{content.meeting.pk}/change/"
    page = html.fromstring(client.get(url).content)
    (form,) = (form for form in page.forms if form.get("id") == "meeting_form")

    response = client.post(url, {**dict(form.form_values()), "status": "EventCancelled"})
    client.logout()

    assert response.status_code == 302
    assert sequence(client) == 1


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("EventScheduled", "CONFIRMED"),
        ("EventRescheduled", "CONFIRMED"),
        ("EventMovedOnline", "CONFIRMED"),
        ("EventPostponed", "TENTATIVE"),
        ("EventCancelled", "CANCELLED"),
    ],
)
def test_every_known_status_stays_in_the_calendar(client, status, said):
    make_meeting(facts={"starts_at": START, "status": status, "status_note": "Wegen Sturm."})

    (event,) = events(client)

    assert str(event["status"]) == said
    assert str(event["description"]).startswith("Wegen Sturm.")


def test_a_status_that_nobody_stated_is_in_no_calendar(client):
    make_meeting(facts={"starts_at": START})

    assert "status" not in events(client)[0]


@pytest.mark.parametrize("count", [1, 3])
def test_the_calendar_has_every_published_meeting_and_needs_one_query(
    client, count, django_assert_num_queries
):
    for _ in range(count):
        make_meeting()
    make_meeting(published=False)
    version_of(make_meeting()).unpublish(editor())
    client.get("/robots.txt")

    with django_assert_num_queries(1):
        found = events(client)
    assert len(found) == count


def test_one_meeting_has_a_calendar_of_its_own(client):
    make_meeting(slug="2021", title="Elftes")
    make_meeting(slug="2022")

    response = client.get("/jahrestreffen/2021/kalender.ics")

    assert [str(event["summary"]) for event in Calendar.from_ical(response.content).events] == [
        "Elftes"
    ]
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == 'inline; filename="jahrestreffen-2021.ics"'


def test_the_calendar_gives_the_same_bytes_twice_and_then_304(client):
    make_meeting()
    path = "/jahrestreffen/kalender.ics"
    first, second = calendar(client), calendar(client)
    etag = client.get(path)["ETag"]

    assert first == second
    assert client.get(path, headers={"If-None-Match": etag}).status_code == 304
