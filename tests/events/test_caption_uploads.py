"""E21, E22, E45: an editor brings captions to a recording."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from events.choices import BroadcastState
from events.models import Recording
from publishing.facts import changes_of
from tests.events.recordings import CUT, make_recording
from tests.factories import make_person

pytestmark = pytest.mark.django_db
VTT = "WEBVTT\n\n00:01.500 --> 00:04.000\n<v Erika Beispiel>Grüße!\n\n00:05.000 --> 00:06.000\nx\n"


@pytest.fixture
def staff(client):
    """A member of the group Redaktion."""
    user = get_user_model().objects.create_user("rita", is_staff=True)
    user.groups.add(Group.objects.get(name="Redaktion"))
    client.force_login(user)
    return client


def upload(client, recording, data=VTT, **values):
    """Send the form with a file."""
    body = data.encode() if isinstance(data, str) else data
    facts = {
        "file": SimpleUploadedFile("film.vtt", body),
        "kind": "captions",
        "language": "de",
        "origin": "automatic",
        "encoding": "utf-8",
        **values,
    }
    return client.post(f"/admin/events/recording/{recording.pk}/untertitel/", facts)


def errors(response) -> dict:
    return {name: list(found) for name, found in response.context["form"].errors.items()}


def cues(recording) -> list[tuple]:
    rows = recording.tracks.get().cues.all()
    return [(cue.start, cue.end, cue.speaker, cue.text) for cue in rows]


def test_a_file_becomes_lines_is_logged_and_names_unknown_voices(staff):
    recording = make_recording(state=BroadcastState.PROCESSING)

    response = upload(staff, recording)

    assert response.url == f"/admin/events/recording/{recording.pk}/change/"
    assert cues(recording) == [
        (1500, 4000, "Erika Beispiel", "Grüße!"),
        (5000, 6000, "", "x"),
    ]
    log = [(one.field, one.new) for one in changes_of(recording)]
    assert log == [("Untertitel, Deutsch", "2 Zeilen")]
    shown = staff.get(response.url).content.decode()
    assert "Untertitel, Deutsch: 2 Zeilen sind da." in shown
    assert "Ohne Person: Erika Beispiel." in shown
    assert list(recording.corrections.all()) == []


def test_known_voices_cost_no_warning(staff):
    make_person("Erika Beispiel")
    response = upload(staff, make_recording())

    assert "Ohne Person" not in staff.get(response.url).content.decode()


@pytest.mark.parametrize(("times", "first"), [("film", 91_500), ("raw", 1500)])
def test_times_are_those_of_the_film_unless_the_editor_says_otherwise(staff, times, first):
    recording = make_recording(kept=CUT)
    page = staff.get(f"/admin/events/recording/{recording.pk}/untertitel/").content.decode()

    upload(staff, recording, times=times)

    assert "Die Zeiten der Datei gelten für" in page
    assert cues(recording)[0][0] == first


def test_without_a_cut_nobody_is_asked_for_the_times(staff):
    recording = make_recording()
    page = staff.get(f"/admin/events/recording/{recording.pk}/untertitel/").content.decode()

    assert "Die Zeiten der Datei gelten für" not in page


def test_e45_new_captions_of_a_public_recording_are_a_dated_line_that_can_be_left_out(staff):
    recording = make_recording()

    upload(staff, recording, note="Die Untertitel wurden erneuert.")
    upload(staff, recording, note="")

    assert [one.text for one in recording.corrections.all()] == ["Die Untertitel wurden erneuert."]


def test_e45_the_day_of_publication_too_moves_what_machines_are_told(staff):
    recording = make_recording(published_at=timezone.now())

    upload(staff, recording, note="Erste Korrektur.")
    first = Recording.objects.get().modified
    upload(staff, recording, note="Zweite Korrektur.")

    assert recording.published_at < first < Recording.objects.get().modified


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"data": "WEBVTT\n\nnix"}, {"file"}),
        ({"data": b"PK\x00\x00"}, {"file"}),
        ({"data": ""}, {"file"}),
        ({"data": "WEBVTT\n\n00:01.000 --> 02:00:00.000\na"}, {"file"}),
        ({"language": "<b>"}, {"language"}),
        ({"origin": "magic"}, {"origin"}),
        ({"kind": ""}, {"kind"}),
        ({"encoding": "utf-7"}, {"encoding"}),
        ({"reviewed_on": "gestern"}, {"reviewed_on"}),
        ({"reviewed_on": "24.11.2026"}, {"origin", "reviewed_by"}),
        ({"reviewed_by": "Redaktion", "origin": "corrected"}, {"reviewed_on"}),
        ({"note": "x" * 251}, {"note"}),
        ({"times": "quatsch"}, {"times"}),
    ],
)
def test_rubbish_in_every_field_is_refused_and_nothing_is_stored(staff, values, expected):
    recording = make_recording(kept=CUT)

    response = upload(staff, recording, **{"times": "film", **values})

    assert set(errors(response)) == expected
    assert recording.tracks.count() == 0


def test_errors_of_a_file_are_shown_each_as_a_sentence(staff):
    recording = make_recording()
    rows = "00:05.000 --> 00:04.000\na\n\n-00:01.000 --> 00:02.000\nb"

    response = upload(staff, recording, f"WEBVTT\n\n{rows}")

    assert errors(response)["file"] == [
        "Zeile 3: Der Untertitel endet, bevor er beginnt.",
        "Zeile 6: „-00:01.000“ ist negativ. Richtig ist 00:01:02.500.",
    ]


def test_others_may_not(client):
    recording = make_recording()
    user = get_user_model().objects.create_user("paul", is_staff=True)
    user.groups.add(Group.objects.get(name="Presse"))
    client.force_login(user)

    assert upload(client, recording).status_code == 403


def test_the_list_shows_which_captions_are_overdue(staff):
    recording = make_recording(captions_due_on="2020-01-01")
    url = "/admin/events/recording/?untertitel=ueberfaellig"

    before = staff.get(url).content.decode()
    upload(staff, recording, origin="corrected", reviewed_by="Redaktion", reviewed_on="24.11.2026")

    assert "Noch keine Untertitel; geprüfte Untertitel bis" in before
    assert "0 Aufzeichnungen" in staff.get(url).content.decode()
