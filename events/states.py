"""The only writer of `Broadcast.state`: which state may follow which, and what forbids it.

Staff may make every move of `MOVES`. A clock makes those of `due`: it opens and closes, it never
goes live. The stream itself makes those of events/signal.py.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from events.captions import quality
from events.choices import BroadcastState, EventStatus
from events.consents import guard
from events.models import Broadcast, Meeting, Recording
from publishing.dates import Precision
from publishing.facts import log_event

S = BroadcastState
MOVES: dict[str, set[str]] = {
    # A meeting without a stream may still get a recording.
    S.NONE: {S.ANNOUNCED, S.PROCESSING, S.NO_RECORDING},
    S.ANNOUNCED: {S.NONE, S.LOBBY, S.LIVE, S.ENDED},
    S.LOBBY: {S.ANNOUNCED, S.LIVE, S.ENDED},
    S.LIVE: {S.LOBBY, S.INTERRUPTED, S.ENDED},  # back to the lobby: pressed too early
    S.INTERRUPTED: {S.LIVE, S.ENDED},
    # Live again: pressed too early. Announced again: the date was wrong or is another now.
    S.ENDED: {S.ANNOUNCED, S.LIVE, S.PROCESSING, S.RECORDING, S.NO_RECORDING},
    S.PROCESSING: {S.NONE, S.ANNOUNCED, S.RECORDING, S.NO_RECORDING},
    S.RECORDING: {S.WITHDRAWN},
    S.NO_RECORDING: {S.PROCESSING},
    S.WITHDRAWN: {S.RECORDING},
}
CLOCK = {S.ANNOUNCED, S.LOBBY, S.LIVE, S.INTERRUPTED}  # what a clock may end
NEEDS_REASON = {S.NO_RECORDING, S.WITHDRAWN}
NEEDS_MEETING = {S.LOBBY, S.LIVE, S.INTERRUPTED}

LOBBY_BEFORE_START = timedelta(minutes=30)
ENDED_AFTER_END = timedelta(minutes=60)  # without a signal
PROCESSING_AFTER_ENDED = timedelta(minutes=60)  # so long an end by mistake can be taken back


class MoveError(Exception):
    """A move that must not be made; `reasons` say why and what to do, in German."""

    def __init__(self, reasons: list[str]):
        super().__init__(" ".join(reasons))
        self.reasons = reasons


def move(broadcast, state: str, *, by=None, reason="", now: datetime | None = None) -> Broadcast:
    """Bring a broadcast into a state, saved and logged at once; raise `MoveError` if it must not.

    `by` is the user, None for a clock or the stream itself. A broadcast that is in the state
    already stays as it is, so that a second tap on a button does no harm.
    """
    now = now or timezone.now()
    with transaction.atomic():
        locked = Broadcast.objects.select_for_update()
        broadcast.refresh_from_db(fields=["state", "state_since", "message"], from_queryset=locked)
        if broadcast.state == state:
            return broadcast
        found = obstacles(broadcast, state, reason=reason)
        if found:
            raise MoveError(found)
        enter(broadcast, state, by=by, reason=reason, now=now)
    return broadcast


def obstacles(broadcast: Broadcast, state: str, *, reason="") -> list[str]:
    """Return everything that forbids a move, in German; nothing if it may be made."""
    if state not in MOVES[broadcast.state]:
        former, latter = S(broadcast.state).label, S(state).label
        return [f"Auf „{former}“ kann „{latter}“ nicht folgen."]
    found = []
    if state in NEEDS_REASON and not reason.strip():
        found.append("Nennen Sie den Grund. Er steht auf der Seite.")
    if state in NEEDS_MEETING and broadcast.meeting.is_off:
        status = EventStatus(broadcast.meeting.status).label
        found.append(f"Das Treffen ist als „{status}“ gemeldet. Ändern Sie zuerst den Status.")
    if state == S.LIVE and not broadcast.stream_url:
        found.append("Es ist kein Link zum Livestream eingetragen.")
    if state == S.RECORDING:
        found += recording_obstacles(broadcast)
    return found


def recording_obstacles(broadcast: Broadcast) -> list[str]:
    """Return what forbids showing the recording of a broadcast's meeting."""
    recording = Recording.objects.filter(meeting=broadcast.meeting_id).first()
    if recording is None:
        return ["Es ist noch keine Aufzeichnung angelegt."]
    recording.meeting = broadcast.meeting
    return [reason for ask in RECORDING_GUARDS for reason in ask(recording)]


def nothing_to_play(recording: Recording) -> list[str]:
    """A recording is something that plays: a file, or an address elsewhere."""
    if recording.external_url or recording.files.exists():
        return []
    return ["Die Aufzeichnung hat weder eine Datei noch eine Adresse bei einem anderen Anbieter."]


def kept_too_long(recording: Recording) -> list[str]:
    """What was to be kept until an earlier day is not shown anew."""
    if not recording.is_expired(timezone.localdate()):
        return []
    return [
        "Die Aufbewahrungsfrist ist um. Tragen Sie bei „Aufbewahren bis“ einen späteren Tag ein."
    ]


# Each is asked before a recording becomes public and answers with its reasons against it.
# A further rule is one more function here.
RECORDING_GUARDS: tuple[Callable[[Recording], list[str]], ...] = (
    nothing_to_play,
    kept_too_long,
    guard.obstacles,
    quality.obstacles,
)


def enter(broadcast: Broadcast, state: str, *, by, reason: str, now: datetime) -> None:
    """Save the new state, note when a recording was first shown, write the log."""
    former = broadcast.get_state_display()
    if broadcast.state == S.INTERRUPTED:
        broadcast.message = ""  # what was said about the interruption
    broadcast.state, broadcast.state_since = state, now
    broadcast.reason = reason.strip() if state in NEEDS_REASON else ""
    broadcast.save(update_fields=["state", "state_since", "reason", "message"])
    if state == S.RECORDING:
        shown = Recording.objects.filter(meeting=broadcast.meeting_id, published_at=None)
        shown.update(published_at=now)
    told = f"{broadcast.get_state_display()}: {broadcast.reason}".removesuffix(": ")
    log_event(broadcast.meeting, field="Übertragung", values=(former, told), user=by)


def catch_up(broadcast: Broadcast, now: datetime | None = None) -> Broadcast:
    """Do what is due by the clock, one move after the other; never go live.

    Called by `manage.py watch_streams` and by whoever asks for a broadcast's state anew
    (status.json, the desk): without the command all of it happens, only less promptly.
    """
    now = now or timezone.now()
    try:
        while state := due(broadcast, now):
            move(broadcast, state, now=now)
    except MoveError:  # somebody moved it meanwhile, and `broadcast` knows where to
        pass
    return broadcast


def due(broadcast: Broadcast, now: datetime) -> str:
    """Return the state that a broadcast should be in by the clock, "" if it may stay."""
    if broadcast.state == S.ENDED:
        return S.PROCESSING if now >= broadcast.state_since + PROCESSING_AFTER_ENDED else ""
    if broadcast.meeting.is_off or broadcast.state not in CLOCK:
        return ""
    if is_over(broadcast, now):
        return S.ENDED
    waiting = S.LOBBY if is_about_to_start(broadcast.meeting, now) else S.ANNOUNCED
    return "" if broadcast.is_on_air or broadcast.state == waiting else waiting


def is_about_to_start(meeting: Meeting, now: datetime) -> bool:
    """Tell whether the beginning is near, as far as its time is known."""
    is_known = meeting.precision == Precision.TIME
    return is_known and now >= meeting.starts_at - LOBBY_BEFORE_START


def is_over(broadcast: Broadcast, now: datetime) -> bool:
    """Tell whether the meeting ended an hour ago and its stream shows no sign of life."""
    end = over_at(broadcast.meeting)
    if end is None or now < end + ENDED_AFTER_END:
        return False
    seen = broadcast.signal_seen_at
    return seen is None or now >= seen + ENDED_AFTER_END


def over_at(meeting: Meeting) -> datetime | None:
    """Return a meeting's end, else midnight after its beginning; None on an unknown day."""
    if meeting.precision not in {Precision.TIME, Precision.DAY}:
        return None
    midnight = timezone.localtime(meeting.starts_at).replace(hour=0, minute=0, second=0)
    return meeting.ends_at or midnight + timedelta(days=1)
