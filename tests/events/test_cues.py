"""E21, E45: an editor corrects single lines."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from events.choices import BroadcastState
from publishing.facts import changes_of
from tests.events.recordings import add_captions, make_recording

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client):
    """A member of the group Redaktion."""
    user = get_user_model().objects.create_user("rita", is_staff=True)
    user.groups.add(Group.objects.get(name="Redaktion"))
    client.force_login(user)
    return client


@pytest.fixture
def track():
    return add_captions(make_recording(), (1, 2, "Förtermittel"), (3, 4, "zwei"), (5, 6, "drei"))


def change(client, cue, **values):
    facts = {"text": cue.text, "start": "0:00:03", "end": "0:00:04", "speaker": "", "note": ""}
    return client.post(f"/admin/events/cue/{cue.pk}/change/", {**facts, **values})


def errors(response) -> dict:
    form = response.context["adminform"].form
    return {name: list(found) for name, found in form.errors.items()}


def test_a_line_is_found_corrected_and_logged_with_its_recording(staff, track):
    size, cue = track.vtt_size, track.cues.all()[1]
    page = staff.get(f"/admin/events/cue/?track={track.pk}&q=zwei").content.decode()

    response = change(staff, cue, text="zwei Züge", note="Ein Wort war falsch.")

    assert f"/admin/events/cue/{cue.pk}/change/" in page
    assert response.status_code == 302
    log = [(one.field, one.old, one.new) for one in changes_of(track.recording)]
    assert log == [("Text (Untertitelzeile „0:03 zwei Züge“)", "zwei", "zwei Züge")]
    assert [one.text for one in track.recording.corrections.all()] == ["Ein Wort war falsch."]
    track.refresh_from_db()
    assert track.vtt_size == size + len(" Züge".encode())


def test_a_recording_that_is_not_public_gets_no_public_line(staff):
    recording = make_recording(state=BroadcastState.PROCESSING)
    track = add_captions(recording, (3, 4, "zwei"))

    change(staff, track.cues.get(), text="neu", note="Ein Wort war falsch.")

    assert (track.cues.get().text, recording.corrections.count()) == ("neu", 0)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"text": ""}, {"text": ["Dieses Feld ist zwingend erforderlich."]}),
        (
            {"text": "<i></i>"},
            {"text": ["Zwischen 1 und 1000 Zeichen. Ganz überflüssige Zeilen: „Löschen“."]},
        ),
        ({"end": "0:00:03"}, {"end": ["Liegt nicht nach dem Beginn."]}),
        (
            {"start": "0:00:01.5"},
            {"start": ["Überschneidet sich mit „Förtermittel“ (0:00:01 – 0:00:02)."]},
        ),
        (
            {"start": "99"},
            {"end": ["Liegt nicht nach dem Beginn."]},
        ),
    ],
)
def test_a_line_that_cannot_be_is_refused_at_its_field(staff, track, values, expected):
    assert errors(change(staff, track.cues.all()[1], **values)) == expected


def test_markup_of_players_goes_and_everything_else_stays(staff, track):
    change(staff, track.cues.all()[1], text="<i>eins</i>\r\n<script>alert(1)</script>")

    assert track.cues.all()[1].text == "eins\n<script>alert(1)</script>"


def add(client, track, **values):
    facts = {"text": "neu", "start": "0:00:02", "end": "0:00:03", "speaker": "", "track": track}
    return client.post(f"/admin/events/cue/add/?track={track}", {**facts, **values})


def test_a_missing_line_is_added_where_nothing_is_said(staff, track):
    page = staff.get(f"/admin/events/cue/add/?track={track.pk}").content.decode()

    met = errors(add(staff, track.pk, end="0:00:04"))
    response = add(staff, track.pk)

    assert f'<option value="{track.pk}" selected>Aufzeichnung: Treffen, Untertitel (de)' in page
    assert met == {"start": ["Überschneidet sich mit „zwei“ (0:00:03 – 0:00:04)."]}
    assert response.status_code == 302
    assert [cue.text for cue in track.cues.all()] == ["Förtermittel", "neu", "zwei", "drei"]
    log = [(one.field, one.new) for one in changes_of(track.recording)]
    assert log == [("Untertitelzeile „0:02 neu“", "hinzugefügt")]


@pytest.mark.parametrize("number", ["", "abc", "99999"])
def test_a_line_needs_captions_that_it_belongs_to(staff, track, number):
    assert list(errors(add(staff, number))) == ["track"]


def test_a_line_is_deleted_and_that_is_logged(staff, track):
    cue = track.cues.all()[2]

    staff.post(f"/admin/events/cue/{cue.pk}/delete/", {"post": "yes"})

    assert track.cues.count() == 2
    log = [(one.field, one.old) for one in changes_of(track.recording)]
    assert log == [("Untertitelzeile „0:05 drei“", "vorhanden")]


@pytest.mark.parametrize("query", ["?track=quatsch", "?track=99999", "?q=%00", "?o=9.9"])
def test_rubbish_in_the_address_of_the_list_is_no_fault(staff, track, query):
    assert staff.get(f"/admin/events/cue/{query}", follow=True).status_code in {200, 400}
