"""What the tests of the timetable share: a plan, a round of the runner."""

from datetime import UTC, datetime, timedelta

from django.test import TestCase

from publishing import schedule
from publishing.models import AuditEntry, Schedule, Step
from publishing.timetable import plan
from tests.factories import editor, version_of

T = datetime(2027, 3, 1, 9, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def run() -> int:
    """Run what is due, and what follows the commit."""
    return committed(schedule.run_due)


def committed(call, *arguments):
    """Make a call and do what follows the commit."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        return call(*arguments)


def planned(content, step=Step.PUBLISH, **details) -> Schedule:
    return plan(version_of(content), editor(), step=step, run_at=T, **details)


def publications() -> list:
    entries = AuditEntry.objects.filter(action="published").order_by("pk")
    return [(entry.user_name, entry.new, entry.reason) for entry in entries]
