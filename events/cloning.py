"""A new meeting made from a former one: what comes again, moved to the new day (E51).

Programme, people and place come again; what was said and decided, agreed, shown and recorded on
that one day does not. Nobody sees it before it is published: it is a draft.
"""

import re
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from events.models import Meeting, MeetingContent, Participation, ProgrammeItem
from events.programme import moved, wall
from publishing.facts import log_event
from publishing.slugs import free_slug

KEPT_FACTS = ("precision", "venue", "attendance_mode", "part_of")
KEPT_OF_ITEM = ("position", "kind", "title", "slug", "text", "recording_policy")
KEPT_OF_PART = ("person", "position", "role", "job_title", "organisation")
YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
SAME_WEEKDAY = timedelta(weeks=52)


@transaction.atomic
def clone(former: Meeting, *, title: str, starts_at: datetime, user) -> Meeting:
    """Return a new meeting with a draft of its text, at another beginning."""
    shift = wall(starts_at) - wall(former.starts_at)
    facts = {name: getattr(former, name) for name in KEPT_FACTS}
    ends_at = moved(former.ends_at, shift) if former.ends_at else None
    meeting = Meeting.objects.create(
        **facts, starts_at=starts_at, ends_at=ends_at, owner=user, origin=f"Übernommen: {former}"
    )
    drafts = MeetingContent.objects.with_user(user)
    drafts.create(meeting=meeting, title=title, slug=address_for(title, starts_at))
    clone_programme(former, meeting, shift)
    log_event(meeting, field="Übernommen von", values=("", str(former)), user=user)
    return meeting


def clone_programme(former: Meeting, meeting: Meeting, shift: timedelta) -> None:
    """Give a meeting the items of a former one that were not cancelled, blocks before parts."""
    items = former.programme_items.filter(is_cancelled=False).order_by("position", "pk")
    copies = {}
    for item in sorted(items, key=lambda one: one.parent_id is not None):
        copies[item.pk] = ProgrammeItem.objects.create(
            meeting=meeting,
            parent=copies.get(item.parent_id),
            starts_at=moved(item.starts_at, shift) if item.starts_at else None,
            ends_at=moved(item.ends_at, shift) if item.ends_at else None,
            **{name: getattr(item, name) for name in KEPT_OF_ITEM},
        )
    parts = Participation.objects.filter(item__in=copies).select_related("person")
    Participation.objects.bulk_create(
        Participation(
            item=copies[part.item_id],
            is_unchecked=True,
            **{name: getattr(part, name) for name in KEPT_OF_PART},
        )
        for part in parts.order_by("pk")
    )


def address_for(title: str, starts_at: datetime) -> str:
    """Return a free address: the year as for all meetings, else made from the title."""
    taken = set(MeetingContent.admin_manager.values_list("slug", flat=True))
    year = str(timezone.localtime(starts_at).year)
    return year if year not in taken else free_slug(title, taken, max_length=80)


# --- What to propose ---


def next_start(former: Meeting, now: datetime) -> datetime:
    """Return the same weekday and time, a year or more later, the first that is still ahead."""
    start = moved(former.starts_at, SAME_WEEKDAY)
    while start < now:
        start = moved(start, SAME_WEEKDAY)
    return start


def next_title(former: Meeting, starts_at: datetime) -> str:
    """Return the former title with the new year in it."""
    year = str(timezone.localtime(starts_at).year)
    return YEAR.sub(year, str(former))
