"""Meetings in the admin: programme, people with their functions that day, the log."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from events.models import Meeting, Participation, ProgrammeItem, Venue
from partners.models import AnnualTheme
from publishing.facts import changes_of
from tests.factories import editor, make_meeting, make_person
from tests.publishing.test_admin import filled

pytestmark = pytest.mark.django_db
OLD_STREAM = "https://www.youtube.com/live/aaaaaaaaaaa"
LATER = datetime(2099, 11, 12, 17, tzinfo=UTC)
NEW_STREAM = "https://www.youtube.com/live/bbbbbbbbbbb"


@pytest.fixture
def admin(client):
    client.force_login(editor())
    return client


@pytest.fixture
def item():
    meeting = make_meeting().meeting
    return ProgrammeItem.objects.create(
        meeting=meeting, kind="talk", title="Vortrag", slug="vortrag", position=1
    )


def item_data(item, rows, **changes):
    """Return the form of a programme item with the given rows of participations."""
    data = {
        "meeting": item.meeting_id,
        "kind": item.kind,
        "position": item.position,
        "title": item.title,
        "slug": item.slug,
        "starts_at_0": "",
        "starts_at_1": "",
        "ends_at_0": "",
        "ends_at_1": "",
        "text": item.text,
        "recording_policy": item.recording_policy,
        "attachments-TOTAL_FORMS": 0,
        "attachments-INITIAL_FORMS": 0,
        "participations-TOTAL_FORMS": len(rows),
        "participations-INITIAL_FORMS": sum("id" in row for row in rows),
    }
    for number, row in enumerate(rows):
        for name, value in {"item": item.pk, "role": "speaker", "position": "", **row}.items():
            data[f"participations-{number}-{name}"] = value
    return {**data, **changes}


def change(admin, item, rows, **changes):
    url = reverse("admin:events_programmeitem_change", args=[item.pk])
    response = admin.post(url, item_data(item, rows, **changes))
    assert response.status_code == 302, response.context["errors"]
    return response


def test_functions_are_taken_from_the_person_once_and_then_stay(admin, item):
    person = make_person(job_title="Werkleiter", organisation="Currenta")

    change(admin, item, [{"person": person.pk}])
    person.job_title = "im Ruhestand"
    person.save()

    part = Participation.objects.get()
    assert (part.job_title, part.organisation, part.position) == ("Werkleiter", "Currenta", 1)


def test_rows_without_a_number_are_put_at_the_end(admin, item):
    people = [make_person(name) for name in ("Anna Eins", "Bert Zwei", "Cleo Drei")]

    change(admin, item, [{"person": person.pk} for person in people])

    rows = [(part.person.name, part.position) for part in item.participations.all()]
    assert rows == [("Anna Eins", 1), ("Bert Zwei", 2), ("Cleo Drei", 3)]


def test_changes_of_the_programme_are_logged_with_the_meeting(admin, item):
    change(admin, item, [{"person": make_person().pk}], title="Impuls")
    part = Participation.objects.get()
    row = {"id": part.pk, "person": part.person_id, "position": 1, "DELETE": "on"}
    item.title = "Impuls"
    change(admin, item, [row])

    logged = [(one.field, one.old, one.new) for one in changes_of(item.meeting).order_by("pk")]
    assert logged == [
        ("Titel (Programmpunkt „Vortrag: Impuls“)", "Vortrag", "Impuls"),
        ("Mitwirkung „Jobst Wierich“", "", "hinzugefügt"),
        ("Mitwirkung „Jobst Wierich“", "vorhanden", "entfernt"),
    ]


def test_a_time_before_the_item_before_is_an_error_at_the_field(admin, item):
    data = {
        "programme_items-TOTAL_FORMS": 2,
        "programme_items-INITIAL_FORMS": 0,
        "images-TOTAL_FORMS": 0,
        "images-INITIAL_FORMS": 0,
        "attachments-TOTAL_FORMS": 0,
        "attachments-INITIAL_FORMS": 0,
    }
    for number, hour in enumerate(("19:00", "18:30")):
        data |= {
            f"programme_items-{number}-position": number + 1,
            f"programme_items-{number}-kind": "talk",
            f"programme_items-{number}-title": f"Punkt {number}",
            f"programme_items-{number}-starts_at_0": "28.09.2021",
            f"programme_items-{number}-starts_at_1": hour,
        }

    page = admin.post(reverse("admin:events_meeting_change", args=[item.meeting_id]), data)

    programme = page.context["inline_admin_formsets"][0].formset
    assert programme.errors[1] == {
        "starts_at": [
            "Liegt vor dem Punkt davor („Punkt 0“, 19:00 Uhr). "
            "Ändern Sie die Uhrzeit oder die Reihenfolge."
        ]
    }


@pytest.mark.parametrize("used", ["person", "venue", "theme"])
def test_what_is_used_is_not_deleted_and_the_place_is_named(admin, item, used):
    things = {
        "person": make_person(),
        "venue": Venue.objects.create(name="Rathaus"),
        "theme": AnnualTheme.objects.create(year=2021, title="Wasser"),
    }
    Participation.objects.create(item=item, person=things["person"])
    item.meeting.venue = things["venue"]
    item.meeting.annual_theme = things["theme"]
    item.meeting.save()
    thing = things[used]
    options = thing._meta

    url = reverse(f"admin:{options.app_label}_{options.model_name}_delete", args=[thing.pk])
    page = admin.post(url, {"post": "yes"})

    place = item if used == "person" else item.meeting
    form = reverse(
        f"admin:{place._meta.app_label}_{place._meta.model_name}_change", args=[place.pk]
    )
    assert f'href="{form}"' in page.content.decode()
    assert type(thing).objects.filter(pk=thing.pk).exists()


def test_a_fact_of_a_venue_is_on_the_page_of_the_next_reader(
    admin, client, item, django_capture_on_commit_callbacks
):
    venue = Venue.objects.create(name="Rathaus", locality="Dormagen")
    item.meeting.venue = venue
    item.meeting.save()
    client.logout()
    url = item.meeting.get_absolute_url()
    assert "Rathaus" in client.get(url).content.decode()

    client.force_login(editor())
    with django_capture_on_commit_callbacks(execute=True):
        client.post(
            reverse("admin:events_venue_change", args=[venue.pk]),
            {"name": "Kulturhalle", "locality": "Dormagen"},
        )
    client.logout()

    assert "Kulturhalle" in client.get(url).content.decode()


def test_e4_another_stream_is_logged_told_to_calendars_and_seen_by_the_next_reader(
    admin, client, django_capture_on_commit_callbacks
):
    stream = {"stream_url": OLD_STREAM, "state": "live"}
    content = make_meeting(slug="2099", facts={"starts_at": LATER}, broadcast=stream)
    url = reverse("admin:events_meeting_change", args=[content.meeting.pk])
    reader = Client()
    reader.get("/jahrestreffen/2099/")

    with django_capture_on_commit_callbacks(execute=True):
        admin.post(url, filled(admin.get(url), **{"broadcast-0-stream_url": NEW_STREAM}))

    (line,) = changes_of(content.meeting)
    assert (line.user_name, line.old, line.new) == ("redaktion", OLD_STREAM, NEW_STREAM)
    assert Meeting.objects.get().sequence == 1
    assert NEW_STREAM in reader.get("/jahrestreffen/2099/").content.decode()


def test_a_note_about_the_stream_disturbs_no_calendar(admin):
    content = make_meeting(broadcast={"stream_url": OLD_STREAM})
    url = reverse("admin:events_meeting_change", args=[content.meeting.pk])

    admin.post(url, filled(admin.get(url), **{"broadcast-0-alternative": "02133 123"}))

    assert Meeting.objects.values_list("broadcast__alternative", "sequence").get() == (
        "02133 123",
        0,
    )
