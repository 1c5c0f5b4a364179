"""Running the timetable: publishing and taking back at a moment that was planned.

`run_due` is called every few seconds by `manage.py run_schedule`. Each line is run in one
transaction that first claims it, so that any number of runners do it once, and one that is
killed half-way has done nothing. A text that is scheduled stays a draft until then: what
readers see today is not touched.
"""

import logging
from datetime import datetime

from django.db import OperationalError, transaction
from django.utils import timezone
from djangocms_versioning.constants import DRAFT, PUBLISHED
from djangocms_versioning.exceptions import ConditionFailed
from djangocms_versioning.models import Version

from publishing.alarm import tell_owners
from publishing.audit import record_step
from publishing.locks import lock_identity
from publishing.models import AuditAction, Schedule, ScheduleState, Step
from publishing.timetable import finish
from publishing.withdrawal import withdraw

log = logging.getLogger(__name__)

BROKEN = "Ein technischer Fehler; die Technik findet ihn im Protokoll des Servers."
NO_PLANNER = "Das Konto, das dies geplant hat, gibt es nicht mehr. Bitte planen Sie es neu."
NOT_PUBLIC = "Zu diesem Zeitpunkt war nichts veröffentlicht, das zurückzuziehen wäre."


def run_due(now: datetime | None = None) -> int:
    """Run every line whose moment has come, the earliest first; return how many were run."""
    due = Schedule.objects.due(now or timezone.now()).values_list("pk", flat=True)
    return sum(run(pk) for pk in list(due))


def run(pk: int) -> bool:
    """Run one line unless somebody else does; a failure is noted and told to the owners."""
    try:
        with transaction.atomic():
            line = claim(pk)
            if line is None:
                return False
            take_step(line)
            finish(line, ScheduleState.DONE)
    except OperationalError:  # the database was busy or away: the next round tries again
        log.warning("Line %s of the timetable is put off", pk, exc_info=True)
        return False
    except ConditionFailed as refused:
        block(pk, str(refused))
    except Exception:
        log.exception("Line %s of the timetable failed", pk)
        block(pk, BROKEN)
    return True


def claim(pk: int) -> Schedule | None:
    """Take a waiting line; None if it is no longer there.

    The item is locked first, as every publication does, so that two of them never wait
    for each other; then one of several runners finds the line still waiting.
    """
    line = Schedule.objects.filter(pk=pk, state=ScheduleState.WAITING).first()
    if line is None:
        return None
    lock_identity(line.version.grouper)
    waiting = Schedule.objects.filter(pk=pk, state=ScheduleState.WAITING)
    return line if waiting.update(state=ScheduleState.RUNNING) else None


def take_step(line: Schedule) -> None:
    """Publish or take back, in the name of who planned it."""
    if line.created_by is None:
        raise ConditionFailed(NO_PLANNER)
    if line.step == Step.PUBLISH:
        publish_planned(line)
        return
    public = published_version(line.version)
    if public is None:
        raise ConditionFailed(NOT_PUBLIC)
    withdraw(public, line.created_by, manner=line.manner, reason=line.reason, target=line.target)


def publish_planned(line: Schedule) -> None:
    """Publish a version; the moment that was planned is the moment of first publication."""
    version = Version.objects.get(pk=line.version_id)
    if version.state != DRAFT:
        raise ConditionFailed("Der geplante Entwurf wurde inzwischen abgelegt.")
    version.check_publish(line.created_by)
    version.publish(line.created_by)
    identity = version.grouper
    if hasattr(identity, "first_published_at"):
        late = type(identity)._base_manager.filter(
            pk=identity.pk, first_published_at__gte=line.run_at
        )
        late.update(first_published_at=line.run_at)


def published_version(version: Version) -> Version | None:
    """Return the public version of the same thing."""
    same = Version.objects.filter_by_content_grouping_values(version.content)
    return same.filter(state=PUBLISHED).first()


@transaction.atomic
def block(pk: int, message: str) -> None:
    """Note why a line was not run, and tell who should know."""
    line = claim(pk)
    if line is None:
        return
    finish(line, ScheduleState.BLOCKED, message)
    record_step(AuditAction.BLOCKED, line.version, user=line.created_by, reason=message)
    tell_owners(line)
