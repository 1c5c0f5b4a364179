"""Programmes for tests: items begun at a minute of the recording, with one person each."""

from datetime import timedelta

from events.models import Participation, ProgrammeItem, RecordingRelease
from tests.events.recordings import START
from tests.factories import make_person


def add_item(meeting, title, *, minutes=None, person="", **values) -> ProgrammeItem:
    """Return an item of a programme, begun and ended at minutes after `START`."""
    if minutes:
        first, last = (START + timedelta(minutes=minute) for minute in minutes)
        values = {"actual_start": first, "actual_end": last, **values}
    position = meeting.programme_items.count() + 1
    item = ProgrammeItem.objects.create(
        meeting=meeting, kind="talk", title=title, position=position, **values
    )
    if person:
        take_part(item, person)
    return item


def take_part(item, name: str) -> Participation:
    """Return somebody's part in an item."""
    return Participation.objects.create(item=item, person=make_person(name))


def release(item, state: str, *, scope="recording", **values) -> RecordingRelease:
    """Return what the first who takes part in an item said."""
    part = item.participations.first()
    return RecordingRelease.objects.create(participation=part, scope=scope, state=state, **values)
