"""Why a recording may not be published: whose consent is missing for what is in it (E39)."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from events import moments
from events.choices import RecordingPolicy, ReleaseScope, ReleaseState
from events.media_files.registering import remarks
from events.models import ProgrammeItem, Recording
from events.timeline import Part

GIVEN = {ReleaseState.ACCEPTED, ReleaseState.ACCEPTED_ON_BEHALF}
TAKEN_BACK = {ReleaseState.REJECTED, ReleaseState.WITHDRAWN}
MISSING = "fehlt"
WORDS = {
    ReleaseState.PENDING: "ist angefragt, aber nicht erteilt",
    ReleaseState.REJECTED: "ist abgelehnt",
    ReleaseState.WITHDRAWN: "ist widerrufen",
}
NOWHERE = (
    " Wo der Programmpunkt liegt, ist nicht bekannt: Legen Sie ein Kapitel dafür an, es braucht "
    "nicht bestätigt zu sein, und nehmen Sie seine Zeit aus den behaltenen Abschnitten heraus."
)
ENDLESS = 24 * moments.HOUR  # the end of a recording whose length nobody knows


@dataclass(frozen=True)
class Place:
    """Where a programme item lies in the raw recording; None: nobody knows, perhaps everywhere."""

    item: ProgrammeItem
    stretches: list[Part] | None

    def still_in(self, recording: Recording) -> list[Part]:
        """Return what of it is in the file that is played; all of that where nobody knows."""
        stretches = [(0, ENDLESS)] if self.stretches is None else self.stretches
        return [part for one in stretches for part in recording.timeline.overlaps(*one)]


def obstacles(recording: Recording) -> list[str]:
    """Return what forbids publishing a recording, one line for each person or item; German.

    Who takes part in an item must have agreed, unless all of the item was cut out. An item that
    the programme calls unrecorded must not be in at all.
    """
    lines = [line for place in places(recording) for line in objections(place, recording)]
    return [*lines, *wrong_files(recording)]


def wrong_files(recording: Recording) -> list[str]:
    """Return what forbids the files there are: kept back, or of another length than the cut."""
    files = list(recording.files.all())
    fit = [row for row in files if not row.is_withheld]
    for row in fit:
        row.recording = recording
    lines = [f"{row}: {remark}" for row in fit if row.duration for remark in remarks(row)]
    if files and not fit and not recording.external_url:
        lines.append(
            "Alle Dateien sind gesperrt, weil sie einen widerrufenen Abschnitt enthalten. Laden "
            "Sie eine neu geschnittene hoch."
        )
    return lines


def objections(place: Place, recording: Recording) -> Iterator[str]:
    """Yield what speaks against what is still in of an item."""
    parts = place.still_in(recording)
    if not parts:
        return
    item, remedy = place.item, remedy_for(place, parts)
    if item.recording_policy != RecordingPolicy.RECORD:
        people = ", ".join(str(one) for one in item.participations.all())
        whose = f" ({people})" if people else ""
        yield f"„{item.title}“{whose} wird laut Programm nicht aufgezeichnet.{remedy}"
        return
    for participation in item.participations.all():
        word = lack_of(participation)
        if word:
            who = f"{participation}, „{item.title}“"
            yield f"{who}: Die Einwilligung in die Aufzeichnung {word}.{remedy}"


def remedy_for(place: Place, parts: list[Part]) -> str:
    """Return what to do about an item that is still in."""
    if place.stretches is None:
        return NOWHERE
    spans = ", ".join(f"{moments.for_form(a)} – {moments.for_form(b)}" for a, b in parts)
    return f" Noch enthalten: {spans}."


def lack_of(participation) -> str:
    """Return how it stands with the consent to be recorded, "" where it was given."""
    states = {release.scope: release.state for release in participation.releases.all()}
    state = states.get(ReleaseScope.RECORDING)
    return "" if state in GIVEN else WORDS.get(state, MISSING)


def places(recording: Recording) -> list[Place]:
    """Return where each programme item lies: by its chapters and by the clock, in their order."""
    items = list(
        ProgrammeItem.objects.filter(meeting=recording.meeting_id)
        .order_by("position", "pk")
        .prefetch_related("participations__person", "participations__releases")
    )
    stretches = {item.pk: [] for item in items}
    for item, part in [*by_chapters(recording), *by_the_clock(recording, items)]:
        if item in stretches:
            stretches[item].append(part)
    return [Place(item, merged(stretches[item.pk]) or None) for item in items]


def end_of(recording: Recording) -> int:
    """Return where the raw recording ends."""
    return recording.duration or ENDLESS


def by_chapters(recording: Recording) -> Iterator[tuple[int, Part]]:
    """Yield item and stretch of each chapter that belongs to one, confirmed or not."""
    clips = list(recording.clips.order_by("start", "pk"))
    starts = [*(clip.start for clip in clips), end_of(recording)]
    for number, clip in enumerate(clips):
        following = next((start for start in starts[number + 1 :] if start > clip.start), ENDLESS)
        yield clip.item_id, (clip.start, clip.end or following)


def by_the_clock(recording: Recording, items) -> Iterator[tuple[int, Part]]:
    """Yield item and stretch of what was begun on the day; it lasts until the next begins."""
    if recording.recording_start is None:
        return
    begun = sorted((one for one in items if one.actual_start), key=lambda one: one.actual_start)
    for item, following in pairwise([*begun, None]):
        end = item.actual_end or (following and following.actual_start)
        first = moments.offset_at(item.actual_start, recording.recording_start)
        last = moments.offset_at(end, recording.recording_start) if end else end_of(recording)
        yield item.pk, (first, last)


def merged(parts: list[Part]) -> list[Part]:
    """Return stretches in their order, those that touch as one."""
    found = []
    for start, end in sorted(parts):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
