"""The programme of a meeting as a whole: parts below their blocks, and what its times may say."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from django.utils import timezone
from django.utils.formats import date_format

from events.models import Meeting, ProgrammeItem
from publishing.dates import Precision, in_words

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Refusal:
    """What an item of the programme must not say: the field, and a German sentence."""

    item: ProgrammeItem
    field: str
    text: str


def tree(items: list[ProgrammeItem]) -> list[ProgrammeItem]:
    """Return the items that stand for themselves in their order, each with its `shown_parts`."""
    keys = {item.pk for item in items}
    for item in items:
        item.shown_parts = [part for part in items if part.parent_id == item.pk]
    return [item for item in items if item.parent_id is None or item.parent_id not in keys]


def new_refusals(items, meeting: Meeting) -> list[Refusal]:
    """Return what is wrong with edited items that was not wrong before (E6).

    What was saved once must not stand in the way of another change on the day itself.
    """
    saved = Meeting.objects.filter(pk=meeting.pk).first()
    before = refusals(list(saved.programme_items.all()), saved) if saved else ()
    known = {(one.item.pk, one.text) for one in before}
    return [one for one in refusals(items, meeting) if (one.item.pk, one.text) not in known]


def refusals(items: list[ProgrammeItem], meeting: Meeting) -> Iterator[Refusal]:
    """Yield everything that is wrong with the items of a meeting, given in their order."""
    blocks = {item.pk: item for item in items if item.pk}
    for item in items:
        yield from nesting(item, blocks)
        yield from own_times(item)
        yield from within(item, span_of(blocks.get(item.parent_id)), "Blocks")
        yield from within(item, span_of_meeting(meeting), "Treffens")
    for parent in {item.parent_id: None for item in items}:
        yield from succession([item for item in items if item.parent_id == parent])


def nesting(item: ProgrammeItem, blocks: dict) -> Iterator[Refusal]:
    """Yield what is wrong with the block an item belongs to: there is one level of parts."""
    if item.parent_id is None:
        return
    block = blocks.get(item.parent_id)
    if block is item:
        yield Refusal(item, "parent", "Ein Punkt kann nicht Teil von sich selbst sein.")
    elif block is None:
        yield Refusal(item, "parent", "Wählen Sie einen Programmpunkt desselben Treffens.")
    elif block.parent_id:
        text = f"„{block.title}“ ist selbst Teil eines Blocks. Es gibt nur eine Ebene."
        yield Refusal(item, "parent", text)


def own_times(item: ProgrammeItem) -> Iterator[Refusal]:
    """Yield what is wrong with an item's own beginning and end."""
    if item.ends_at is None:
        return
    if item.starts_at is None:
        yield Refusal(item, "starts_at", "Nennen Sie auch den Beginn, nicht nur das Ende.")
    elif item.ends_at <= item.starts_at:
        yield Refusal(item, "ends_at", "Liegt nicht nach dem Beginn.")


def within(item: ProgrammeItem, span, name: str) -> Iterator[Refusal]:
    """Yield what of an item lies outside of a span of time: (beginning, end or None)."""
    if item.starts_at is None or span is None:
        return
    start, end = span
    if item.starts_at < start:
        text = f"Liegt vor dem Beginn des {name} ({said(start)})."
        yield Refusal(item, "starts_at", text)
    elif end and item.starts_at >= end:
        yield Refusal(item, "starts_at", f"Liegt nach dem Ende des {name} ({said(end)}).")
    elif end and item.ends_at and item.ends_at > end:
        yield Refusal(item, "ends_at", f"Liegt nach dem Ende des {name} ({said(end)}).")


def succession(items: list[ProgrammeItem]) -> Iterator[Refusal]:
    """Yield what is out of order or overlaps; what is cancelled is in nobody's way."""
    taking_place = [item for item in items if item.starts_at and not item.is_cancelled]
    for before, item in pairwise(taking_place):
        if item.starts_at < before.starts_at:
            text = (
                f"Liegt vor dem Punkt davor („{before.title}“, {clock(before.starts_at)}). "
                "Ändern Sie die Uhrzeit oder die Reihenfolge."
            )
            yield Refusal(item, "starts_at", text)
        elif before.ends_at and item.starts_at < before.ends_at:
            text = f"Überschneidet sich mit „{before.title}“ (bis {clock(before.ends_at)})."
            yield Refusal(item, "starts_at", text)


def span_of(block: ProgrammeItem | None) -> tuple[datetime, datetime | None] | None:
    """Return from when to when a block lasts, as far as it is known."""
    return (block.starts_at, block.ends_at) if block and block.starts_at else None


def span_of_meeting(meeting: Meeting) -> tuple[datetime, datetime] | None:
    """Return from when to when a meeting may last; None where its day is not known."""
    if meeting.precision not in {Precision.TIME, Precision.DAY}:
        return None
    if meeting.precision == Precision.TIME:
        return meeting.starts_at, meeting.ends_at or meeting.starts_at + DAY
    first, last = midnight(meeting.starts_at), midnight(meeting.ends_at or meeting.starts_at)
    return first, midnight(last + DAY + timedelta(hours=2))  # a day has up to 25 hours


def midnight(moment: datetime) -> datetime:
    """Return the beginning of a moment's day in the portal's time zone."""
    day = timezone.localtime(moment).replace(tzinfo=None, hour=0, minute=0, second=0, microsecond=0)
    return timezone.make_aware(day)


def said(moment: datetime) -> str:
    """Return a moment as a refusal says it."""
    return in_words(moment, Precision.TIME)


def clock(moment: datetime) -> str:
    """Return the time of day as a refusal says it."""
    return f"{date_format(timezone.localtime(moment), 'H:i')} Uhr"


# --- Moving it ---


def move(meeting: Meeting, former_start: datetime) -> list[ProgrammeItem]:
    """Return the meeting's items moved by what its beginning was moved, unsaved.

    By the clock on the wall: half past six stays half past six across a change of the clocks.
    """
    shift = wall(meeting.starts_at) - wall(former_start)
    items = [item for item in meeting.programme_items.all() if item.starts_at]
    for item in items:
        item.starts_at = moved(item.starts_at, shift)
        item.ends_at = moved(item.ends_at, shift) if item.ends_at else None
        item.raise_sequence()
    return items


def moved(moment: datetime, shift: timedelta) -> datetime:
    """Return a moment moved by the clock on the wall."""
    return timezone.make_aware(wall(moment) + shift)


def wall(moment: datetime) -> datetime:
    """Return what the clock on the wall shows."""
    return timezone.localtime(moment).replace(tzinfo=None)
