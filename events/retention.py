"""What must not stay on line: recordings kept long enough (E54), livestreams without captions.

A livestream that stays on line needs checked captions after 14 days (spec/trust.md 1.3). The page
stays in both cases, with the reason, and so do programme, results and papers.
"""

from datetime import date, timedelta

from django.db.models import QuerySet

from events.choices import BroadcastState
from events.models import Recording
from events.states import move

WARNED_BEFORE = timedelta(days=30)
EXPIRED = "Aufbewahrungsfrist"
UNCAPTIONED = "Geprüfte Untertitel fehlen noch"


def withdraw_due(today: date) -> list[tuple[Recording, str]]:
    """Withdraw every public recording whose time is over; return each with the reason."""
    due = [(recording, EXPIRED) for recording in expired(today)]
    known = {recording.pk for recording, _ in due}
    due += [(one, UNCAPTIONED) for one in uncaptioned(today) if one.pk not in known]
    for recording, reason in due:
        move(recording.meeting.broadcast, BroadcastState.WITHDRAWN, reason=reason)
    return due


def expired(today: date) -> QuerySet[Recording]:
    """Return public recordings that were to be kept until an earlier day."""
    return public().filter(expires_on__lt=today)


def expiring(today: date) -> QuerySet[Recording]:
    """Return public recordings of which staff are warned: they go within 30 days."""
    return public().filter(expires_on__lte=today + WARNED_BEFORE)


def uncaptioned(today: date) -> QuerySet[Recording]:
    """Return public recordings of livestreams whose checked captions are overdue."""
    return public().captions_overdue(today).filter(meeting__broadcast__stream_url__gt="")


def public() -> QuerySet[Recording]:
    """Return what everybody can see, in a fixed order."""
    return Recording.objects.public().select_related("meeting__broadcast").order_by("pk")
