"""Which lines readers get, in the time of the film. Player, transcript and downloads ask here."""

from dataclasses import dataclass

from events.models import Cue, TextTrack
from events.timeline import Timeline


@dataclass(frozen=True)
class Line:
    """One line of captions: `start` is source time for links, `first` and `last` are file time."""

    cue: Cue
    first: int
    last: int

    @property
    def start(self) -> int:
        return self.cue.start

    @property
    def text(self) -> str:
        """What is said, as one line."""
        return " ".join(self.cue.text.split())


def lines(track: TextTrack) -> list[Line]:
    """Return the lines of a track that are still in the film. One query."""
    timeline = track.recording.timeline
    found = []
    for cue in track.cues.select_related("person"):
        span = timeline.span(cue.start, cue.end)
        if span and is_kept(timeline, cue, span):
            found.append(Line(cue, *span))
    return found


def is_kept(timeline: Timeline, cue: Cue, span: tuple[int, int]) -> bool:
    """Tell whether what a line says can be heard: both its ends, or more than half of it.

    A line across a cut belongs to what plays; one that a cut has mostly taken would tell what
    was removed.
    """
    ends_are_kept = not timeline.is_removed(cue.start) and not timeline.is_removed(cue.end - 1)
    return ends_are_kept or 2 * (span[1] - span[0]) > cue.end - cue.start
