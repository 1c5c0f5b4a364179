"""E1, E2: which state of a broadcast may follow which, who enters it, and what forbids it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from events import states
from events.choices import BroadcastState, EventStatus
from events.models import Broadcast, Recording
from events.states import MoveError, catch_up, move
from publishing.facts import changes_of
from publishing.response_cache import start_generation
from tests.events.recordings import add_file, make_recording
from tests.factories import editor, make_meeting

pytestmark = pytest.mark.django_db
S = BroadcastState
START = datetime(2026, 11, 12, 17, tzinfo=UTC)  # 18:00 in Dormagen
END = START + timedelta(hours=2)
MINUTE = timedelta(minutes=1)
PROMISED = date(2099, 1, 1)  # captions


def make_broadcast(state, *, since=START, facts=None, **values) -> Broadcast:
    """Return the broadcast of a published meeting from 18:00 to 20:00."""
    facts = {"starts_at": START, "ends_at": END, **(facts or {})}
    values = {"stream_url": "https://stream.example/live", **values}
    content = make_meeting(slug="2026", title="Treffen", facts=facts)
    return Broadcast.objects.create(
        meeting=content.meeting, state=state, state_since=since, **values
    )


def refusal(broadcast, state, **values) -> list[str]:
    with pytest.raises(MoveError) as refused:
        move(broadcast, state, **values)
    return refused.value.reasons


def logged(broadcast) -> list[tuple]:
    lines = changes_of(broadcast.meeting)
    return [(one.user_name, one.field, one.old, one.new) for one in lines]


def test_a_move_is_saved_at_once_with_the_moment_and_logged_with_who_old_and_new():
    broadcast = make_broadcast(S.LOBBY)

    move(broadcast, S.LIVE, by=editor(), now=START + MINUTE)

    saved = Broadcast.objects.get()
    assert (saved.state, saved.state_since) == (S.LIVE, START + MINUTE)
    assert logged(broadcast) == [("redaktion", "Übertragung", "beginnt gleich", "jetzt live")]


def test_the_same_move_again_changes_nothing():
    broadcast = make_broadcast(S.LIVE)

    move(broadcast, S.LIVE, by=editor(), now=START + MINUTE)

    assert Broadcast.objects.get().state_since == START
    assert logged(broadcast) == []


def test_what_somebody_else_did_meanwhile_counts():
    broadcast = make_broadcast(S.LIVE)
    Broadcast.objects.update(state=S.PROCESSING)

    assert refusal(broadcast, S.INTERRUPTED) == [
        "Auf „Aufzeichnung wird vorbereitet“ kann „Übertragung unterbrochen“ nicht folgen."
    ]
    assert Broadcast.objects.get().state == S.PROCESSING


@pytest.mark.parametrize("former", S.values)
def test_only_the_moves_of_the_table_are_made(former):
    broadcast = make_broadcast(former)
    add_file(Recording.objects.create(meeting=broadcast.meeting, captions_due_on=PROMISED))

    made = set()
    for latter in S.values:
        Broadcast.objects.update(state=former)
        try:
            move(broadcast, latter, reason="Weil.")
        except MoveError:
            continue
        made.add(latter)

    assert made == states.MOVES[former] | {former}


def test_nobody_goes_live_without_a_stream():
    broadcast = make_broadcast(S.LOBBY, stream_url="")

    assert refusal(broadcast, S.LIVE) == ["Es ist kein Link zum Livestream eingetragen."]


@pytest.mark.parametrize("state", [EventStatus.CANCELLED, EventStatus.POSTPONED])
def test_a_meeting_that_is_off_is_not_broadcast(state):
    broadcast = make_broadcast(S.LOBBY, facts={"status": state})

    assert refusal(broadcast, S.LIVE) == [
        f"Das Treffen ist als „{state.label}“ gemeldet. Ändern Sie zuerst den Status."
    ]


@pytest.mark.parametrize(
    ("former", "latter"), [(S.PROCESSING, S.NO_RECORDING), (S.RECORDING, S.WITHDRAWN)]
)
def test_what_readers_lose_has_a_reason_that_stands_on_the_page(former, latter):
    broadcast = make_broadcast(former)

    assert refusal(broadcast, latter, reason=" ") == [
        "Nennen Sie den Grund. Er steht auf der Seite."
    ]
    move(broadcast, latter, by=editor(), reason=" Der Ton fehlt. ")
    assert Broadcast.objects.get().reason == "Der Ton fehlt."
    assert logged(broadcast)[0][3] == f"{latter.label}: Der Ton fehlt."


def test_a_recording_is_shown_only_if_something_plays():
    broadcast = make_broadcast(S.PROCESSING)

    missing = refusal(broadcast, S.RECORDING)
    Recording.objects.create(meeting=broadcast.meeting, captions_due_on=PROMISED)
    empty = refusal(broadcast, S.RECORDING)

    assert missing == ["Es ist noch keine Aufzeichnung angelegt."]
    assert empty == [
        "Die Aufzeichnung hat weder eine Datei noch eine Adresse bei einem anderen Anbieter."
    ]


def test_each_guard_is_asked_and_all_reasons_are_told(monkeypatch):
    recording = make_recording(state=S.PROCESSING)
    guards = (lambda one: ["Ja?"], lambda one: [], lambda one: [one.meeting.latest_content.title])
    monkeypatch.setattr(states, "RECORDING_GUARDS", guards)

    assert refusal(recording.meeting.broadcast, S.RECORDING) == ["Ja?", "Treffen"]


def test_the_day_of_publication_is_noted_once():
    recording = make_recording(
        state=S.PROCESSING, external_url="https://video.example/1", captions_due_on=PROMISED
    )
    broadcast = recording.meeting.broadcast

    move(broadcast, S.RECORDING, now=END)
    move(broadcast, S.WITHDRAWN, reason="Bild fehlt.", now=END + MINUTE)
    move(broadcast, S.RECORDING, now=END + 2 * MINUTE)

    assert Recording.objects.get().published_at == END
    assert Broadcast.objects.get().reason == ""


@pytest.mark.parametrize(
    ("former", "since", "now", "latter"),
    [
        (S.ANNOUNCED, START, START - 31 * MINUTE, S.ANNOUNCED),
        (S.ANNOUNCED, START, START - 30 * MINUTE, S.LOBBY),
        (S.LOBBY, START, START + 90 * MINUTE, S.LOBBY),
        (S.LIVE, START, END + 59 * MINUTE, S.LIVE),
        (S.LIVE, START, END + 60 * MINUTE, S.ENDED),
        (S.LOBBY, START, END + 60 * MINUTE, S.ENDED),
        (S.ENDED, END, END + 59 * MINUTE, S.ENDED),
        (S.ENDED, END, END + 60 * MINUTE, S.PROCESSING),
        (S.NONE, START, END + 600 * MINUTE, S.NONE),
        (S.RECORDING, START, END + 600 * MINUTE, S.RECORDING),
    ],
)
def test_e2_the_clock_opens_and_closes_and_never_goes_live(former, since, now, latter):
    broadcast = make_broadcast(former, since=since)

    catch_up(broadcast, now)

    assert Broadcast.objects.get().state == latter
    assert [line[0] for line in logged(broadcast)] == ["automatisch"] * (former != latter)


def test_a_meeting_that_moved_to_a_later_day_leaves_the_lobby():
    broadcast = make_broadcast(S.LOBBY)
    broadcast.meeting.starts_at += timedelta(days=7)

    catch_up(broadcast, START)

    assert Broadcast.objects.get().state == S.ANNOUNCED


def test_a_stream_that_still_runs_is_not_ended_by_the_clock():
    late = END + 70 * MINUTE
    broadcast = make_broadcast(S.LIVE, signal_seen_at=late - MINUTE)

    catch_up(broadcast, late)

    assert Broadcast.objects.get().state == S.LIVE


def test_without_an_end_the_day_is_the_end_and_an_unknown_day_never_ends():
    broadcast = make_broadcast(S.ANNOUNCED, facts={"ends_at": None, "precision": "day"})
    midnight = datetime(2026, 11, 12, 23, tzinfo=UTC)

    before = catch_up(broadcast, midnight + 59 * MINUTE).state
    after = catch_up(broadcast, midnight + 60 * MINUTE).state
    broadcast.meeting.precision, broadcast.state = "year", S.ANNOUNCED
    Broadcast.objects.update(state=S.ANNOUNCED)

    assert (before, after) == (S.ANNOUNCED, S.ENDED)
    assert catch_up(broadcast, midnight + 600 * MINUTE).state == S.ANNOUNCED


def test_a_meeting_that_is_off_waits_for_nothing():
    broadcast = make_broadcast(S.ANNOUNCED, facts={"status": EventStatus.POSTPONED})

    assert catch_up(broadcast, END + 600 * MINUTE).state == S.ANNOUNCED


def test_a_clock_that_comes_too_late_disturbs_nobody():
    broadcast = make_broadcast(S.LIVE)
    Broadcast.objects.update(state=S.WITHDRAWN)

    catch_up(broadcast, END + 60 * MINUTE)

    assert (broadcast.state, Broadcast.objects.get().state) == (S.WITHDRAWN, S.WITHDRAWN)


def test_a_move_drops_the_kept_pages(django_capture_on_commit_callbacks):
    broadcast = make_broadcast(S.LOBBY)

    with django_capture_on_commit_callbacks() as callbacks:
        move(broadcast, S.LIVE)

    assert callbacks == [start_generation]
