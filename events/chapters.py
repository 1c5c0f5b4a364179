"""Chapters of a recording: proposed from the programme (E15), public once confirmed."""

from dataclasses import dataclass, field
from datetime import datetime

from events import moments
from events.choices import RecordingPolicy
from events.models import Clip, ProgrammeItem, Recording


@dataclass(frozen=True)
class Chapter:
    """A public chapter: `start` is source time for links, `first` and `last` are file time."""

    name: str
    start: int
    first: int
    last: int | None
    item: ProgrammeItem | None = field(default=None, compare=False)

    @property
    def query(self) -> str:
        """What a link to the chapter says."""
        return f"?t={moments.for_link(self.start)}"

    @property
    def second(self) -> str:
        """Where it starts in the file, for scripts and `#t=`."""
        return moments.for_link(self.first)

    @property
    def at(self) -> str:
        """Where it starts in the file, for people."""
        return moments.in_words(self.first)


def chapters(recording: Recording) -> list[Chapter]:
    """Return the confirmed chapters that were not cut out, in their order."""
    clips = getattr(recording, "known_clips", None)  # where a list has asked for all at once
    clips = recording.clips.select_related("item") if clips is None else clips
    confirmed = [clip for clip in clips if clip.is_confirmed]
    ends = [*(clip.start for clip in confirmed[1:]), end_of(recording)]
    found = [
        chapter(recording, clip, clip.end or end)
        for clip, end in zip(confirmed, ends, strict=False)
    ]
    return [one for one in found if one]


def end_of(recording: Recording) -> int | None:
    """Return the end of what was kept, None while nobody knows it."""
    timeline = recording.timeline
    return timeline.kept[-1][1] if timeline.kept else timeline.duration or None


def chapter(recording: Recording, clip: Clip, end: int | None) -> Chapter | None:
    """Return a clip as a chapter, None if nothing of it was kept."""
    timeline = recording.timeline
    start = timeline.next_kept(clip.start)
    if start is None or (end is not None and start >= end):
        return None
    last = None if end is None else timeline.file_time(end)
    return Chapter(clip.name, start, timeline.file_time(start), last, clip.item)


def of_item(recording: Recording | None, item: ProgrammeItem) -> Chapter | None:
    """Return an item's part of the recording that its meeting shows, or None."""
    if recording is None or not recording.is_public or recording.meeting.is_off:
        return None
    return next((one for one in chapters(recording) if one.item == item), None)


def current(found: list[Chapter], moment: int) -> Chapter | None:
    """Return the chapter that a moment of the file lies in."""
    return next((one for one in reversed(found) if one.first <= moment), None)


# --- From the programme ---


def propose(recording: Recording) -> list[Clip]:
    """Propose a chapter for each item that began during the recording and has none yet.

    Proposals that nobody has confirmed follow a corrected beginning of the recording.
    """
    if recording.recording_start is None:
        return []
    confirmed = recording.clips.filter(is_confirmed=True, item__isnull=False)
    items = ProgrammeItem.objects.filter(
        meeting=recording.meeting_id,
        actual_start__gte=recording.recording_start,
        recording_policy=RecordingPolicy.RECORD,
    ).exclude(pk__in=confirmed.values("item"))
    recording.clips.filter(is_confirmed=False, item__in=items).delete()
    start, length = recording.recording_start, recording.duration
    clips = [proposal(recording, item, start) for item in items.order_by("actual_start", "pk")]
    return Clip.objects.bulk_create(clip for clip in clips if not length or clip.start < length)


def proposal(recording: Recording, item: ProgrammeItem, start: datetime) -> Clip:
    """Return a chapter without a title of its own: it is called what the item is called."""
    first = moments.offset_at(item.actual_start, start)
    last = moments.offset_at(item.actual_end, start) if item.actual_end else None
    is_forward = last is not None and last > first
    return Clip(recording=recording, item=item, start=first, end=last if is_forward else None)


def confirm(recording: Recording) -> int:
    """Confirm every chapter; return how many were not."""
    return recording.clips.filter(is_confirmed=False).update(is_confirmed=True)
