"""E39: a recording is not published while somebody in it has not agreed."""

from datetime import date

import pytest

from events.choices import BroadcastState
from events.consents.guard import obstacles
from events.states import MoveError, move
from tests.events.programmes import add_item, release, take_part
from tests.events.recordings import add_chapter, add_file, make_recording

pytestmark = pytest.mark.django_db
MINUTE = 60_000
SPAN = " Noch enthalten: 0:10:00 – 0:20:00."
NOT_AGREED = "Erika Eins, „Vortrag“: Die Einwilligung in die Aufzeichnung"


@pytest.fixture
def recording():
    return make_recording(state=BroadcastState.PROCESSING, captions_due_on=date(2099, 1, 1))


@pytest.mark.parametrize(
    ("state", "word"),
    [
        ("", "fehlt."),
        ("pending", "ist angefragt, aber nicht erteilt."),
        ("rejected", "ist abgelehnt."),
        ("withdrawn", "ist widerrufen."),
    ],
)
def test_whoever_has_not_agreed_is_named_with_what_to_take_out(recording, state, word):
    item = add_item(recording.meeting, "Vortrag", minutes=(10, 20), person="Erika Eins")
    agreed = add_item(recording.meeting, "Dank", minutes=(20, 30), person="Bert Zwei")
    release(agreed, "accepted")
    if state:
        release(item, state)

    assert obstacles(recording) == [f"{NOT_AGREED} {word}{SPAN}"]


@pytest.mark.parametrize("state", ["accepted", "accepted-on-behalf"])
def test_who_agreed_stands_in_nobodys_way(recording, state):
    item = add_item(recording.meeting, "Vortrag", minutes=(10, 20), person="Erika Eins")
    release(item, state)

    assert obstacles(recording) == []


def test_agreeing_to_something_else_is_not_enough(recording):
    item = add_item(recording.meeting, "Vortrag", minutes=(10, 20), person="Erika Eins")
    for scope in ("stream", "photo", "transcript"):
        release(item, "accepted", scope=scope)

    assert obstacles(recording) == [f"{NOT_AGREED} fehlt.{SPAN}"]


def test_everybody_in_an_item_is_asked(recording):
    item = add_item(recording.meeting, "Vortrag", minutes=(10, 20), person="Erika Eins")
    release(item, "accepted")
    take_part(item, "Bert Zwei")

    assert obstacles(recording) == [
        f"Bert Zwei, „Vortrag“: Die Einwilligung in die Aufzeichnung fehlt.{SPAN}"
    ]


@pytest.mark.parametrize(
    ("kept", "left"),
    [
        ([[0, 10 * MINUTE], [20 * MINUTE, 60 * MINUTE]], None),
        ([[0, 11 * MINUTE], [20 * MINUTE, 60 * MINUTE]], "0:10:00 – 0:11:00"),
        ([[0, 10 * MINUTE], [19 * MINUTE, 60 * MINUTE]], "0:19:00 – 0:20:00"),
        ([[30 * MINUTE, 60 * MINUTE]], None),
    ],
)
def test_cutting_the_items_range_out_makes_it_allowed(recording, kept, left):
    add_item(recording.meeting, "Vortrag", minutes=(10, 20), person="Erika Eins")
    recording.kept = kept

    expected = [f"{NOT_AGREED} fehlt. Noch enthalten: {left}."] if left else []
    assert obstacles(recording) == expected


def test_chapters_count_as_much_as_the_clock(recording):
    item = add_item(recording.meeting, "Vortrag", minutes=(10, 20), person="Erika Eins")
    add_chapter(recording, 540, item=item, is_confirmed=False)
    add_chapter(recording, 1230, "Danach")

    assert obstacles(recording) == [f"{NOT_AGREED} fehlt. Noch enthalten: 0:09:00 – 0:20:30."]


def test_an_item_that_lies_nobody_knows_where_counts_as_being_in(recording):
    add_item(recording.meeting, "Vortrag", person="Erika Eins")

    (line,) = obstacles(recording)

    assert line.startswith(f"{NOT_AGREED} fehlt. Wo der Programmpunkt liegt, ist nicht bekannt")


def test_what_was_over_before_the_recording_began_is_not_in_it(recording):
    add_item(recording.meeting, "Vortrag", minutes=(-20, -10), person="Erika Eins")

    assert obstacles(recording) == []


@pytest.mark.parametrize("policy", ["stream-only", "neither"])
def test_what_is_not_to_be_recorded_must_be_cut_out_whoever_agreed(recording, policy):
    values = {"minutes": (10, 20), "person": "Erika Eins", "recording_policy": policy}
    release(add_item(recording.meeting, "Vortrag", **values), "accepted")

    assert obstacles(recording) == [
        f"„Vortrag“ (Erika Eins) wird laut Programm nicht aufgezeichnet.{SPAN}"
    ]
    recording.kept = [[0, 10 * MINUTE], [20 * MINUTE, 60 * MINUTE]]
    assert obstacles(recording) == []


def test_a_file_longer_than_the_cut_says_still_holds_what_was_cut(recording):
    recording.kept = [[0, 10 * MINUTE]]
    add_file(recording, duration=60 * MINUTE)

    (line,) = obstacles(recording)

    assert line.startswith("Video 720p: Die Datei ist 1:00:00 lang")


def test_files_that_are_all_kept_back_are_none(recording):
    add_file(recording, is_withheld=True)

    assert obstacles(recording) == [
        "Alle Dateien sind gesperrt, weil sie einen widerrufenen Abschnitt enthalten. Laden Sie "
        "eine neu geschnittene hoch."
    ]


def test_publishing_is_refused_with_the_names_and_allowed_after_the_cut(recording):
    add_file(recording)
    add_item(recording.meeting, "Vortrag", minutes=(10, 20), person="Erika Eins")
    broadcast = recording.meeting.broadcast

    with pytest.raises(MoveError) as refused:
        move(broadcast, BroadcastState.RECORDING)
    recording.kept = [[0, 10 * MINUTE], [20 * MINUTE, 60 * MINUTE]]
    recording.save()
    move(broadcast, BroadcastState.RECORDING)

    assert refused.value.reasons == [f"{NOT_AGREED} fehlt.{SPAN}"]
    assert broadcast.state == BroadcastState.RECORDING


@pytest.mark.parametrize("count", [1, 3])
def test_asking_needs_the_same_queries_for_any_programme(
    recording, count, django_assert_num_queries
):
    for number in range(count):
        values = {"minutes": (number, number + 1), "person": f"Person Nummer-{number}"}
        release(add_item(recording.meeting, f"Punkt {number}", **values), "accepted")

    with django_assert_num_queries(6):
        assert obstacles(recording) == []
