"""How good a recording's captions are, and until when they must be checked (E22).

A livestream that stays on line counts as a recording after 14 days (Directive (EU) 2016/2102,
spec/trust.md 1.3), and a recording needs captions that a person has read against the sound.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from events.choices import TrackKind, TrackOrigin
from events.models import Recording, TextTrack
from events.querysets import DAYS_FOR_CAPTIONS
from publishing.dates import Precision, in_words


@dataclass(frozen=True)
class CaptionState:
    """What can be said of a recording's captions; `due_on` is the promise, None without one."""

    track: TextTrack | None
    due_on: date | None

    @property
    def is_checked(self) -> bool:
        return self.track is not None and self.track.is_checked

    def is_overdue(self, today: date) -> bool:
        """Tell whether checked captions were promised for an earlier day."""
        return not self.is_checked and self.due_on is not None and self.due_on < today

    @property
    def text(self) -> str:
        """What readers are told, in one line."""
        if self.is_checked:
            return quality(self.track)
        found = quality(self.track) if self.track else "Noch keine Untertitel"
        if self.due_on is None:
            return found
        return f"{found}; geprüfte Untertitel bis {in_words(self.due_on, Precision.DAY)}"


def quality(track: TextTrack) -> str:
    """Return how a track came about and who checked it: for menus, pages and files."""
    if track.is_checked:
        day = in_words(track.reviewed_on, Precision.DAY)
        return ", ".join(filter(None, ["geprüft", track.reviewed_by, day]))
    if track.origin == TrackOrigin.PROFESSIONAL:
        return f"{track.get_origin_display()}, noch nicht geprüft"
    return TrackOrigin.AUTOMATIC.label


def caption_state(recording: Recording) -> CaptionState:
    """Return what can be said of the captions; the best track counts. One query, or prefetched."""
    tracks = [
        track
        for track in recording.tracks.all()
        if track.kind == TrackKind.CAPTIONS and track.is_there
    ]
    best = sorted(tracks, key=lambda track: (not track.is_checked, track.pk))
    return CaptionState(best[0] if best else None, due_on(recording))


def due_on(recording: Recording) -> date | None:
    """Return until when captions must be checked: the promise, else 14 days after a livestream."""
    if recording.captions_due_on:
        return recording.captions_due_on
    meeting = recording.meeting
    broadcast = getattr(meeting, "broadcast", None)
    if broadcast is None or not broadcast.stream_url:
        return None
    end = timezone.localdate(meeting.ends_at or meeting.starts_at)
    return end + timedelta(days=DAYS_FOR_CAPTIONS)


def obstacles(recording: Recording, today: date | None = None) -> list[str]:
    """Return why the captions forbid publishing: none checked, no promise that holds."""
    state = caption_state(recording)
    if state.is_checked:
        return []
    if state.due_on is None:
        return [
            "Geprüfte Untertitel fehlen. Laden Sie welche hoch, oder tragen Sie in der "
            "Aufzeichnung unter „Untertitel fällig am“ ein, bis wann sie kommen."
        ]
    if not state.is_overdue(today or timezone.localdate()):
        return []
    day = in_words(state.due_on, Precision.DAY)
    return [
        f"Geprüfte Untertitel waren bis {day} fällig. Ohne sie darf die Aufzeichnung nicht hin."
    ]
