"""E51: what a meeting still needs, in the order of working, each line with how and where."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from events.checklist import checklist, open_lines, to_do
from events.choices import BroadcastState
from events.models import Broadcast, Recording, Venue
from tests.events.programmes import add_item, release, take_part
from tests.events.recordings import START, add_chapter, add_file, make_recording
from tests.factories import editor, make_meeting, picture

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 1)
DAY = timedelta(days=1)
STREAM = "https://www.youtube.com/watch?v=abcdefghijk"


@pytest.fixture
def admin(client):
    client.force_login(editor())
    return client


def said(meeting, today=TODAY) -> dict[str, bool]:
    return {line.text: line.is_done for line in checklist(meeting, today)}


def open_texts(meeting, today=TODAY) -> list[str]:
    return [line.text for line in open_lines(meeting, today)]


def test_a_new_meeting_needs_everything_in_the_order_of_working():
    facts = {"starts_at": START, "precision": "day", "attendance_mode": "unknown"}
    meeting = make_meeting(published=False, facts=facts).meeting

    assert said(meeting) == {
        "Text veröffentlicht": False,
        "Titelbild gewählt": False,
        "Tag und Uhrzeit": False,
        "Ort": False,
        "Programm mit Zeiten 0/0": False,
    }


def test_a_complete_one_has_nothing_open():
    venue = Venue.objects.create(name="Nordhalle")
    facts = {"starts_at": START, "venue": venue, "attendance_mode": "MixedEventAttendanceMode"}
    meeting = make_meeting(facts=facts, hero=picture(), hero_alt="Saal").meeting
    release(add_item(meeting, "Vortrag", person="Erika Eins", starts_at=START), "accepted")
    Broadcast.objects.create(meeting=meeting, stream_url=STREAM, is_link_checked=True)

    assert said(meeting) == {
        "Text veröffentlicht": True,
        "Titelbild gewählt": True,
        "Tag und Uhrzeit": True,
        "Ort": True,
        "Programm mit Zeiten 1/1": True,
        "Einwilligungen 1/1": True,
        "Stream-Link geprüft": True,
    }


def test_people_times_and_consents_are_counted():
    meeting = make_meeting(facts={"starts_at": START}).meeting
    item = add_item(meeting, "Vortrag", person="Erika Eins", starts_at=START)
    release(item, "accepted")
    part = take_part(add_item(meeting, "Dank"), "Bert Zwei")
    part.is_unchecked = True
    part.save()

    assert open_texts(meeting)[-3:] == [
        "Programm mit Zeiten 1/2",
        "Mitwirkende geprüft 1/2",
        "Einwilligungen 1/2",
    ]


@pytest.mark.parametrize(
    ("values", "is_open"),
    [({}, True), ({"stream_url": STREAM}, True), ({"is_link_checked": True}, True)],
)
def test_a_stream_link_is_done_when_it_is_there_and_checked(values, is_open):
    meeting = make_meeting(facts={"starts_at": START}).meeting
    Broadcast.objects.create(meeting=meeting, **values)

    assert ("Stream-Link geprüft" in open_texts(meeting)) == is_open


def test_after_the_day_the_recording_is_missing():
    recording = make_recording(state=BroadcastState.PROCESSING, captions_due_on=date(2026, 11, 26))
    add_chapter(recording, 0, "Beginn")
    add_chapter(recording, 60, "Vortrag", is_confirmed=False)

    assert open_texts(recording.meeting)[-3:] == [
        "Aufzeichnung veröffentlicht",
        "Kapitel bestätigt 1/2",
        "Untertitel geprüft bis 26.11.2026",
    ]


def test_captions_are_urgent_from_day_10_and_then_overdue():
    recording = make_recording()
    Broadcast.objects.update(stream_url=STREAM)
    lines = [checklist(recording.meeting, START.date() + days * DAY)[-1] for days in (9, 10, 15)]

    assert [line.text for line in lines] == ["Untertitel geprüft bis 26.11.2026"] * 3
    assert [line.is_urgent for line in lines] == [False, True, True]
    assert [line.remedy.startswith("Überfällig") for line in lines] == [False, False, True]


def test_a_withdrawn_consent_leaves_a_task():
    recording = make_recording()
    add_file(recording, is_withheld=True)

    assert "Nach Widerruf neu geschnitten" in open_texts(recording.meeting)


@pytest.mark.parametrize(("days", "is_open"), [(31, False), (30, True), (0, True), (-1, True)])
def test_e54_staff_see_30_days_before_that_a_recording_goes(days, is_open):
    expires_on = TODAY + days * DAY
    recording = make_recording(expires_on=expires_on)

    text = f"Aufbewahrung bis {expires_on:%d.%m.%Y}"
    assert said(recording.meeting)[text] == (not is_open)


def test_each_open_line_leads_to_a_page_of_the_admin(admin):
    recording = make_recording(state=BroadcastState.PROCESSING)
    add_chapter(recording, 0, "Beginn", is_confirmed=False)
    add_file(recording, is_withheld=True)
    part = take_part(add_item(recording.meeting, "Dank"), "Bert Zwei")
    part.is_unchecked = True
    part.save()

    for line in open_lines(recording.meeting, TODAY):
        path, _, fragment = line.url.partition("#")
        page = BeautifulSoup(admin.get(path).content, "html.parser")
        assert not fragment or page.find(id=fragment), line.url
        assert line.remedy


def test_the_form_shows_the_list(admin):
    meeting = make_meeting(facts={"starts_at": START}).meeting

    page = BeautifulSoup(
        admin.get(f"/admin/events/meeting/{meeting.pk}/change/").content, "html.parser"
    )

    lines = [" ".join(line.get_text().split()) for line in page.select(".checklist li")]
    assert lines[0] == "Erledigt: Text veröffentlicht"
    assert lines[1] == "Offen: Titelbild gewählt – Bild aus der Bildverwaltung wählen."


def test_the_index_names_meetings_of_this_year_and_of_others_what_is_urgent():
    make_meeting(title="Lange her", facts={"starts_at": START.replace(year=2015)})
    make_meeting(title="Beispiel", facts={"starts_at": START, "is_sample": True})
    make_meeting(title="Bald", facts={"starts_at": START})
    old = make_meeting(title="Alt", facts={"starts_at": START.replace(year=2018)})
    make_recording(content=old, expires_on=TODAY + DAY)

    found = [(str(meeting), [line.text for line in lines]) for meeting, lines in to_do(TODAY)]

    assert [name for name, _ in found] == ["Bald", "Alt"]
    assert found[1][1] == ["Aufbewahrung bis 02.11.2026"]


def test_the_editors_start_page_shows_it(admin):
    meeting = make_meeting(title="Bald", facts={"starts_at": timezone.now() + DAY}).meeting

    page = BeautifulSoup(admin.get("/admin/").content, "html.parser")

    (line,) = page.select(".index-meetings li")
    assert line.a["href"] == f"/admin/events/meeting/{meeting.pk}/change/"
    assert "offen: Titelbild gewählt, Ort" in " ".join(line.get_text().split())


def test_deleting_the_recording_ends_its_lines():
    recording = make_recording()
    Recording.objects.all().delete()

    assert not any("Untertitel" in text for text in said(recording.meeting))
