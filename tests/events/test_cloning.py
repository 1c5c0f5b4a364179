"""E51: last year's meeting becomes next year's in three clicks, as a draft."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group

from events.cloning import clone, next_start, next_title
from events.models import Broadcast, Meeting, MeetingContent, RecordingRelease, Venue
from publishing.facts import changes_of
from tests.events.programmes import add_item, release
from tests.events.recordings import make_recording
from tests.factories import add_text, editor, make_meeting, version_of

pytestmark = pytest.mark.django_db
BERLIN = ZoneInfo("Europe/Berlin")
SUMMER = datetime(2025, 10, 23, 18, tzinfo=BERLIN)  # before the clocks change
WINTER = datetime(2026, 11, 12, 18, tzinfo=BERLIN)
END = datetime(2025, 10, 23, 20, tzinfo=BERLIN)


@pytest.fixture
def former():
    facts = {
        "starts_at": SUMMER,
        "ends_at": END,
        "number": 15,
        "venue": Venue.objects.create(name="Nordhalle"),
        "attendance_mode": "MixedEventAttendanceMode",
        "status": "EventScheduled",
        "attendance": "rund 200 Gäste",
        "part_of": "Dormagen Inside",
    }
    content = make_meeting(title="Jahrestreffen 2025", slug="2025", motto="Alt", facts=facts)
    add_text(content, "<p>Es war schön.</p>")
    block = add_item(content.meeting, "Block", starts_at=SUMMER, ends_at=END, outcome="Beschluss")
    part = add_item(content.meeting, "Vortrag", minutes=(0, 9), person="Erika Eins", parent=block)
    part.participations.update(job_title="Leiterin", organisation="Werk")
    release(part, "accepted")
    content.meeting.attachments.create(title="Folien", url="https://example.org/folien.pdf")
    add_item(content.meeting, "Entfallen", is_cancelled=True)
    make_recording(content=content)
    return content.meeting


def made(former, starts_at=WINTER, title="Jahrestreffen 2026") -> Meeting:
    pk = clone(former, title=title, starts_at=starts_at, user=editor()).pk
    return Meeting.objects.get(pk=pk)


def test_facts_that_stay_come_again_and_the_rest_does_not(former):
    meeting = made(former)

    kept = [meeting.venue.name, meeting.attendance_mode, meeting.part_of, meeting.precision]
    assert kept == ["Nordhalle", "MixedEventAttendanceMode", "Dormagen Inside", "time"]
    fresh = [meeting.number, meeting.status, meeting.attendance, meeting.first_published_at]
    assert fresh == [None, "unknown", "", None]
    assert meeting.uid != former.uid


def test_the_programme_moves_by_the_clock_on_the_wall(former):
    meeting = made(former)

    block, part = meeting.programme_items.order_by("position")
    assert (block.starts_at, block.ends_at) == (WINTER, WINTER.replace(hour=20))
    assert meeting.ends_at == WINTER.replace(hour=20)
    assert (part.parent, part.starts_at, part.title) == (block, None, "Vortrag")
    assert [block.outcome, part.actual_start, part.actual_end] == ["", None, None]


def test_people_come_with_their_functions_marked_to_be_checked(former):
    part = made(former).programme_items.get(title="Vortrag").participations.get()

    values = (str(part), part.job_title, part.organisation, part.is_unchecked)
    assert values == ("Erika Eins", "Leiterin", "Werk", True)


def test_no_recording_consent_slides_or_stream_come_along(former):
    meeting = made(former)

    assert not hasattr(meeting, "recording")
    assert not hasattr(meeting, "broadcast")
    assert not meeting.attachments.exists()
    assert RecordingRelease.objects.count() == 1
    assert Broadcast.objects.count() == 1


def test_the_text_is_an_empty_draft_that_nobody_sees(former, client):
    content = made(former).latest_content

    assert version_of(content).state == "draft"
    assert (content.slug, content.lead, content.motto) == ("2026", "", "")
    assert not content.placeholders.exists()
    assert client.get("/jahrestreffen/2026/").status_code == 404


def test_a_taken_address_gets_another_one(former):
    made(former)

    assert made(former).latest_content.slug == "jahrestreffen-2026"
    assert made(former).latest_content.slug == "jahrestreffen-2026-2"


def test_it_is_logged_where_it_comes_from(former):
    line = changes_of(made(former)).get()

    assert (line.field, line.new) == ("Übernommen von", "Jahrestreffen 2025")


def test_the_same_weekday_and_time_is_proposed_the_first_that_is_ahead():
    former = make_meeting(title="Treffen 2021", facts={"starts_at": SUMMER.replace(year=2021)})

    start = next_start(former.meeting, datetime(2025, 11, 1, tzinfo=UTC))

    assert start == datetime(2026, 10, 17, 18, tzinfo=BERLIN)
    assert start.weekday() == former.meeting.starts_at.weekday()
    assert next_title(former.meeting, start) == "Treffen 2026"


# --- In the admin ---


@pytest.fixture
def admin(client):
    client.force_login(editor())
    return client


def page_of(former) -> str:
    return f"/admin/events/meeting/{former.pk}/uebernehmen/"


def test_three_clicks_lead_to_the_new_meetings_form(admin, former):
    form = admin.get(f"/admin/events/meeting/{former.pk}/change/")
    links = BeautifulSoup(form.content, "html.parser").select(".object-tools a")
    link = next(one for one in links if one.get_text() == "Fürs nächste Jahr übernehmen")
    page = BeautifulSoup(admin.get(link["href"]).content, "html.parser")
    data = {field["name"]: field["value"] for field in page.select("fieldset input")}
    answer = admin.post(link["href"], data, follow=True)

    meeting = Meeting.objects.exclude(pk=former.pk).get()
    assert answer.request["PATH_INFO"] == f"/admin/events/meeting/{meeting.pk}/change/"
    assert "als Entwurf" in answer.content.decode()
    assert data["starts_at_1"] == "18:00"
    assert meeting.starts_at.astimezone(BERLIN).hour == 18


@pytest.mark.parametrize(
    ("day", "time", "error"),
    [
        ("2026-03-29", "02:30", "doppeldeutig oder"),
        ("0001-01-01", "18:00", "2000 bis 2100"),
        ("31.2.2026", "18:00", "gültiges Datum"),
        ("2026-11-12", "25:00", "gültige Uhrzeit"),
        ("", "", "erforderlich"),
    ],
)
def test_an_impossible_beginning_is_refused_and_nothing_made(admin, former, day, time, error):
    data = {"title": "Neu", "starts_at_0": day, "starts_at_1": time}

    response = admin.post(page_of(former), data)

    assert response.status_code == 200
    soup = BeautifulSoup(response.content, "html.parser")
    assert error in " ".join(one.get_text() for one in soup.select(".errorlist li"))
    assert MeetingContent.admin_manager.count() == 1


def test_who_may_not_add_meetings_may_not_clone_them(client, former, django_user_model):
    user = django_user_model.objects.create_user(username="presse", is_staff=True)
    user.groups.set(Group.objects.filter(name="Presse"))
    client.force_login(user)

    assert client.get(page_of(former)).status_code == 403
