"""E23, E45: an editor says who the voices are, for all their lines at once."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from events.models import Participation
from publishing.facts import changes_of
from tests.events.recordings import add_captions, make_recording
from tests.factories import make_person

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
    lines = [(0, 1, "a", "Stimme 1"), (1, 2, "b", "Stimme 2"), (2, 3, "c", "Stimme 1"), (3, 4, "d")]
    return add_captions(make_recording(), *lines)


def url(track) -> str:
    return f"/admin/events/recording/{track.recording_id}/stimmen/?track={track.pk}"


def send(client, track, *rows, note=""):
    """Send the form; each row is the former name, the new one and the person."""
    values = {"form-TOTAL_FORMS": len(rows), "form-INITIAL_FORMS": len(rows), "note": note}
    for number, (former, name, person) in enumerate(rows):
        values |= {
            f"form-{number}-former": former,
            f"form-{number}-name": name,
            f"form-{number}-person": person,
        }
    return client.post(url(track), values)


def voices(track) -> list[tuple]:
    return [(cue.speaker, cue.person and cue.person.name) for cue in track.cues.all()]


def test_a_voice_is_named_everywhere_and_readers_are_told(staff, track):
    erika = make_person("Erika Beispiel")
    rows = [("Stimme 1", "Stimme 1", erika.pk), ("Stimme 2", "Bert Zwei", ""), ("", "", "")]

    response = send(staff, track, *rows, note="Namen wurden ergänzt.")

    assert response.status_code == 302
    assert voices(track) == [
        ("Stimme 1", "Erika Beispiel"),
        ("Bert Zwei", None),
        ("Stimme 1", "Erika Beispiel"),
        ("", None),
    ]
    log = [(one.old, one.new) for one in changes_of(track.recording)]
    assert log == [
        ("Stimme 2", "Bert Zwei (keine Person)"),
        ("Stimme 1", "Stimme 1 (Erika Beispiel)"),
    ]
    assert [one.text for one in track.recording.corrections.all()] == ["Namen wurden ergänzt."]


def test_two_voices_can_swap_their_names(staff, track):
    rows = [("Stimme 1", "Stimme 2", ""), ("Stimme 2", "Stimme 1", ""), ("", "", "")]

    send(staff, track, *rows)

    assert [name for name, _ in voices(track)] == ["Stimme 2", "Stimme 1", "Stimme 2", ""]


def test_nothing_changed_tells_nobody(staff, track):
    send(staff, track, ("Stimme 1", "Stimme 1", ""), ("Stimme 2", "Stimme 2", ""), note="Neu.")

    assert (track.recording.corrections.count(), changes_of(track.recording).count()) == (0, 0)


def test_people_of_the_programme_are_offered_first(staff, track):
    make_person("Anna Alpha")
    item = track.recording.meeting.programme_items.create(kind="talk", title="Vortrag")
    Participation.objects.create(item=item, person=make_person("Zoe Zett"))

    page = staff.get(url(track)).content.decode()

    assert page.index("Aus dem Programm") < page.index("Zoe Zett") < page.index("Anna Alpha")
    assert "2 Zeilen, zuerst bei 0:00" in page
    assert "1 Zeile, zuerst bei 0:01" in page


@pytest.mark.parametrize("number", ["", "abc", "0", "99999", "9" * 30, "²"])
def test_a_track_that_is_not_there_is_not_found(staff, track, number):
    address = f"/admin/events/recording/{track.recording_id}/stimmen/?track={number}"

    assert staff.get(address).status_code == 404


@pytest.mark.parametrize(
    "row",
    [
        ("Stimme 1", "x" * 161, ""),
        ("Stimme 1", "Neu", "abc"),
        ("Stimme 1", "Neu", "99999"),
        ("fremd", "Neu", ""),
    ],
)
def test_rubbish_changes_nothing(staff, track, row):
    before = voices(track)

    response = send(staff, track, row)

    assert response.status_code in {200, 302}
    assert voices(track) == before
