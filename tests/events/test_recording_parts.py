"""The form of a recording: chapters, files, cuts and corrections."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils import timezone

from events.choices import BroadcastState
from events.models import MediaFile, Recording
from publishing.facts import changes_of
from tests.events.recordings import CUT, START, add_chapter, add_file, make_recording
from tests.factories import make_meeting, picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client):
    """A member of the group Redaktion."""
    user = get_user_model().objects.create_user("rita", is_staff=True)
    user.groups.add(Group.objects.get(name="Redaktion"))
    client.force_login(user)
    return client


@pytest.fixture
def recording():
    return make_recording()


def form_url(recording, end="change/") -> str:
    return f"/admin/events/recording/{recording.pk}/{end}"


def change(client, recording, **values):
    """Send the form of a recording; rows are named as Django names them."""
    rows = {}
    for name in ("files", "tracks", "clips", "corrections"):
        numbers = {key.split("-")[1] for key in values if key.startswith(f"{name}-")}
        existing = sum(f"{name}-{number}-id" in values for number in numbers)
        rows |= {f"{name}-TOTAL_FORMS": len(numbers), f"{name}-INITIAL_FORMS": existing}
    facts = {
        "recording_start_0": "12.11.2026",
        "recording_start_1": "18:00:00",
        "duration": "1:00:00",
        "kept": "",
        "provider": "own",
    }
    return client.post(form_url(recording), {**facts, **rows, **values})


def errors(response) -> list:
    """Return what the answered form complains about."""
    context = response.context
    found = [message for row in context["adminform"].form.errors.values() for message in row]
    for inline in context["inline_admin_formsets"]:
        for row in inline.formset.errors:
            found += [message for messages in row.values() for message in messages]
    return found


def test_chapters_are_typed_with_times_and_confirmed_on_one_form(staff, recording):
    item = recording.meeting.programme_items.create(kind="talk", title="Vortrag")

    response = change(
        staff,
        recording,
        **{
            "clips-0-start": "0:12:34",
            "clips-0-end": "15:00",
            "clips-0-item": item.pk,
            "clips-0-is_confirmed": "on",
            "clips-1-start": "0:20:00",
            "clips-1-title": "Gespräch",
        },
    )

    assert response.status_code == 302
    clips = [(one.name, one.start, one.end, one.is_confirmed) for one in recording.clips.all()]
    assert clips == [
        ("Vortrag", 754_000, 900_000, True),
        ("Gespräch", 1_200_000, None, False),
    ]


def test_a_form_says_what_is_wrong_with_times(staff, recording):
    response = change(
        staff,
        recording,
        **{
            "kept": "0:00:00 – 2:00:00",
            "clips-0-start": "0:12:34",
            "clips-0-end": "0:10:00",
            "clips-0-title": "Vortrag",
            "clips-1-start": "zwölf",
        },
    )

    assert errors(response) == [
        "Abschnitt 1 endet nach dem Ende der Aufnahme.",
        "Liegt nicht nach dem Beginn.",
        "„zwölf“ ist keine Zeit. Schreiben Sie Stunden:Minuten:Sekunden, zum Beispiel 0:12:34.",
        "Nennen Sie einen Titel oder wählen Sie einen Programmpunkt.",
    ]


def test_only_items_of_the_meeting_are_offered(staff, recording):
    recording.meeting.programme_items.create(kind="talk", title="Eigener")
    make_meeting().meeting.programme_items.create(kind="talk", title="Fremder")
    add_chapter(recording, 0, "Anfang")

    page = staff.get(form_url(recording)).content.decode()

    assert ("Eigener" in page, "Fremder" in page) == (True, False)


def test_e45_a_new_cut_of_a_public_recording_is_a_dated_public_line(staff, recording):
    change(staff, recording, kept="0:01:30 – 0:30:00\n0:30:30 – 1:00:00")
    change(staff, recording, kept="0:01:30 – 0:30:00\n0:30:30 – 1:00:00", licence="CC BY 4.0")

    recording.refresh_from_db()
    assert recording.kept == CUT
    lines = [(one.on, one.text) for one in recording.corrections.all()]
    assert lines == [(timezone.localdate(), "Der Schnitt wurde geändert.")]


def test_a_cut_before_publication_is_nobodys_news(staff):
    recording = make_recording(state=BroadcastState.PROCESSING)

    change(staff, recording, kept="0:01:30 – 0:30:00")

    assert list(recording.corrections.all()) == []


def test_the_log_speaks_of_times_and_not_of_milliseconds(staff, recording):
    clip = add_chapter(recording, 60, "Vortrag")
    row = {"clips-0-id": clip.pk, "clips-0-title": "Vortrag", "clips-0-start": "0:02:00"}

    change(staff, recording, kept="0:01:30 – 0:30:00", **row)

    logged = [(one.field, one.old, one.new) for one in changes_of(recording).order_by("pk")]
    assert logged == [
        ("Behaltene Abschnitte", "", "0:01:30 – 0:30:00"),
        ("Beginn (Kapitel „Vortrag“)", "0:01:00", "0:02:00"),
        ("bestätigt (Kapitel „Vortrag“)", "ja", "nein"),
    ]


def test_a_poster_that_may_not_be_shown_is_refused(staff, recording):
    response = change(staff, recording, poster=picture(credit="").pk)

    assert len(errors(response)) == 1
    assert errors(response)[0].startswith("Der Bildnachweis fehlt.")


@pytest.mark.parametrize(
    ("provider", "url", "message"),
    [
        ("own", "https://youtu.be/abcdefghijk", "Wählen Sie den Anbieter, bei dem"),
        ("youtube", "https://www.youtube.com/@kanal", "Das ist nicht die Adresse eines einzelnen"),
        ("peertube", "https://video.example.org/", "Das ist nicht die Adresse eines einzelnen"),
    ],
)
def test_an_address_that_no_player_fits_is_refused(staff, recording, provider, url, message):
    response = change(staff, recording, provider=provider, external_url=url)

    assert [error[: len(message)] for error in errors(response)] == [message]


def test_an_address_of_an_unknown_provider_is_taken_as_a_link(staff, recording):
    response = change(staff, recording, provider="other", external_url="https://film.example/a")

    assert response.status_code == 302


def test_deleting_a_row_or_the_recording_deletes_the_files(
    staff, recording, recordings_root, django_capture_on_commit_callbacks
):
    first, _ = add_file(recording), add_file(recording)
    rows = {
        f"files-{number}-{name}": value
        for number, row in enumerate(recording.files.order_by("pk"))
        for name, value in {"id": row.pk, "language": "de"}.items()
    }

    with django_capture_on_commit_callbacks(execute=True):
        change(staff, recording, **rows, **{"files-0-DELETE": "on"})
    left = list(MediaFile.objects.values_list("pk", flat=True))
    paths = [path for path in recordings_root.rglob("*") if path.is_file()]
    with django_capture_on_commit_callbacks(execute=True):
        staff.post(form_url(recording, "delete/"), {"post": "yes"})

    assert (first.pk in left, len(left), len(paths)) == (False, 1, 1)
    assert Recording.objects.count() == 0
    assert [path for path in recordings_root.rglob("*") if path.is_file()] == []


def test_e15_chapters_are_proposed_and_confirmed_by_two_buttons(staff, recording):
    recording.meeting.programme_items.create(
        kind="talk", title="Vortrag", actual_start=START + timedelta(seconds=60)
    )

    proposed = staff.post(form_url(recording, "kapitel/vorschlagen/"), follow=True)
    before = [clip.is_confirmed for clip in recording.clips.all()]
    confirmed = staff.post(form_url(recording, "kapitel/bestaetigen/"), follow=True)

    assert "1 Kapitel vorgeschlagen." in proposed.content.decode()
    assert "1 Kapitel bestätigt." in confirmed.content.decode()
    assert (before, [clip.is_confirmed for clip in recording.clips.all()]) == ([False], [True])


def test_e15_nothing_to_propose_says_what_is_needed(staff, recording):
    page = staff.post(form_url(recording, "kapitel/vorschlagen/"), follow=True)

    assert "Nötig sind der „Beginn der Aufnahme“" in page.content.decode()


@pytest.mark.parametrize("end", ["kapitel/vorschlagen/", "kapitel/bestaetigen/"])
def test_looking_changes_nothing_and_the_press_group_may_not(client, staff, recording, end):
    seen = staff.get(form_url(recording, end)).status_code
    user = get_user_model().objects.create_user("paul", is_staff=True)
    user.groups.add(Group.objects.get(name="Presse"))
    client.force_login(user)

    assert (seen, client.post(form_url(recording, end)).status_code) == (405, 403)


@pytest.mark.parametrize("count", [1, 3])
def test_the_form_needs_the_same_queries_for_any_number_of_rows(
    staff, recording, count, django_assert_num_queries
):
    for number in range(count):
        add_file(recording)
        item = recording.meeting.programme_items.create(kind="talk", title=f"Punkt {number}")
        add_chapter(recording, number, item=item)
    staff.get(form_url(recording))

    with django_assert_num_queries(20):
        staff.get(form_url(recording))


def test_the_list_of_recordings_names_state_and_length(staff, recording):
    page = staff.get("/admin/events/recording/").content.decode()

    assert ("Aufzeichnung verfügbar" in page, "1:00:00" in page) == (True, True)
