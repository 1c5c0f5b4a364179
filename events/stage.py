"""What runs on the stage now: one tap for the next programme item, one to take it back (E16).

The moments become the chapters of the recording (events/chapters.py).
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from events.models import Meeting, ProgrammeItem
from publishing.facts import log_event

FIELD = "Programm, gerade"


@transaction.atomic
def begin(item: ProgrammeItem, *, by, now: datetime | None = None) -> None:
    """Let an item begin now and whatever runs end; one that has begun already stays as it is."""
    lock(item.meeting_id)
    item.refresh_from_db(fields=["actual_start", "actual_end"])
    if item.actual_start:
        return
    now = now or timezone.now()
    former = title_of(running_items(item.meeting))
    running_items(item.meeting).update(actual_end=now)
    item.actual_start = now
    item.save(update_fields=["actual_start"])
    log_event(item.meeting, field=FIELD, values=(former, item.title), user=by)


@transaction.atomic
def take_back(meeting: Meeting, *, by) -> ProgrammeItem | None:
    """Undo the last tap: what began last has not begun, what it ended runs on."""
    lock(meeting.pk)
    begun = meeting.programme_items.exclude(actual_start=None)
    last = begun.order_by("-actual_start", "-position", "-pk").first()
    if last is None:
        return None
    meeting.programme_items.filter(actual_end=last.actual_start).update(actual_end=None)
    meeting.programme_items.filter(pk=last.pk).update(actual_start=None, actual_end=None)
    now_running = title_of(running_items(meeting))
    log_event(meeting, field=FIELD, values=(last.title, now_running), user=by)
    return last


@transaction.atomic
def finish(meeting: Meeting, *, by, now: datetime | None = None) -> None:
    """Let whatever runs end now, because the meeting does."""
    lock(meeting.pk)
    former = title_of(running_items(meeting))
    if running_items(meeting).update(actual_end=now or timezone.now()):
        log_event(meeting, field=FIELD, values=(former, ""), user=by)


def running_items(meeting: Meeting):
    """Return the items that run, usually one."""
    return meeting.programme_items.running().order_by("position", "pk")


def title_of(items) -> str:
    return ", ".join(items.values_list("title", flat=True))


def lock(pk: int) -> None:
    """Let two people at two desks tap one after the other."""
    Meeting.objects.select_for_update().get(pk=pk)
