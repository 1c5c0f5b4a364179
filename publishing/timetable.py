"""The timetable: what is planned for an item, and how lines come into it and out of it."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from djangocms_versioning.models import Version

from publishing.approval import refusal, settle
from publishing.audit import record_step
from publishing.facts import local_text
from publishing.locks import lock_identity, lock_version
from publishing.models import AuditAction, Schedule, ScheduleState, Step

LATE = timedelta(minutes=2)  # a line that waits longer says that nobody runs the timetable
OPEN_STATES = (ScheduleState.WAITING, ScheduleState.BLOCKED)


@transaction.atomic
def plan(version: Version, user, *, step: str, run_at: datetime, **details) -> Schedule:
    """Put a line into the timetable; a former line for the same step is replaced.

    `details` are `manner`, `reason` and `target` of what is taken back. Whoever plans the
    publication of a text that somebody else wrote releases it with that.
    """
    lock_version(version)
    identity = version.grouper
    cancel(identity, user, step=step)
    if step == Step.PUBLISH and not refusal(version, user):
        settle(version, user)
    line = Schedule.objects.create(
        version=version,
        subject_type=identity._meta.label_lower,
        subject_id=identity.pk,
        step=step,
        run_at=run_at,
        created_by=user,
        **details,
    )
    record_step(AuditAction.PLANNED, version, user=user, reason=words(line))
    return line


@transaction.atomic
def cancel(identity, user, *, step: str) -> int:
    """Call off what is planned for a thing, waiting or blocked; return how many lines."""
    lock_identity(identity)
    lines = list(Schedule.objects.of(identity).filter(step=step, state__in=OPEN_STATES))
    for line in lines:
        finish(line, ScheduleState.CANCELLED)
        if user is not None:
            record_step(AuditAction.CALLED_OFF, line.version, user=user, reason=words(line))
    return len(lines)


def words(line: Schedule) -> str:
    """Return a line of the timetable as a sentence would name it."""
    return f"{line.get_step_display()} am {local_text(line.run_at)}"


def planned_for(identity) -> list[Schedule]:
    """Return what waits or was blocked for a thing, the next first."""
    return list(Schedule.objects.of(identity).filter(state__in=OPEN_STATES).order_by("run_at"))


def running_line(version: Version) -> Schedule | None:
    """Return the line that is publishing or taking back this version just now."""
    identity = version.grouper
    return Schedule.objects.of(identity).filter(state=ScheduleState.RUNNING).first()


def finish(line: Schedule, state: str, message: str = "") -> None:
    """Note how a line ended."""
    line.state, line.message, line.finished_at = state, message, timezone.now()
    line.save(update_fields=["state", "message", "finished_at"])


def late_lines(now: datetime | None = None):
    """Return the lines that should have been run by now."""
    return Schedule.objects.due((now or timezone.now()) - LATE)
