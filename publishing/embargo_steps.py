"""Setting, moving and lifting a Sperrfrist, and what follows each time (spec N04, N05)."""

from datetime import datetime

from djangocms_versioning.constants import DRAFT
from djangocms_versioning.exceptions import ConditionFailed
from djangocms_versioning.models import Version

from publishing.approval import note_bypass, refusal
from publishing.audit import record, record_step, title_of
from publishing.embargo import end, exactly, is_embargoed
from publishing.leaks import tell_moved, tell_released_early
from publishing.models import AuditAction, Schedule, ScheduleState, Step
from publishing.timetable import plan, planned_for

NONE_THERE = "Für diesen Text gilt keine Sperrfrist mehr."
PLANNED = "Sperrfrist bis {}. Dann erscheint der Text von selbst."
UNSEEN = (
    "Sperrfrist bis {}. Dann erscheint der Text von selbst, wenn ihn bis dahin eine zweite Person "
    "freigibt: Drücken Sie „Freigabe anfordern“."
)
NOT_PLANNED = (
    "Sperrfrist bis {}. Wer veröffentlichen darf, plant das Erscheinen mit „Freigeben“ oder "
    "„Veröffentlichung planen“."
)
NO_LONGER = "Keine Sperrfrist mehr. Veröffentlicht ist der Text damit nicht."


def follow(version: Version, user, *, old: datetime | None) -> str:
    """Log a Sperrfrist that was set, moved or emptied; plan the release; return what to say."""
    new = version.content.embargo_until
    record(
        AuditAction.EMBARGOED,
        version.grouper,
        user=user,
        title=title_of(version),
        old=exactly(old) if old else "",
        new=exactly(new) if new else "keine",
    )
    if old:
        tell_moved(version, old=old)
    if new is None:
        return NO_LONGER
    is_planned = plan_release(version, user) or postpone(version, old=old)
    words = (UNSEEN if refusal(version, user) else PLANNED) if is_planned else NOT_PLANNED
    return words.format(exactly(new))


def plan_release(version: Version, user) -> Schedule | None:
    """Plan that a draft is published when its Sperrfrist ends, if this user may do that."""
    content = version.content
    if not is_embargoed(content) or not version.has_publish_permission(user):
        return None
    return plan(version, user, step=Step.PUBLISH, run_at=content.embargo_until)


def postpone(version: Version, *, old: datetime | None) -> int:
    """Move what somebody else has planned along with the Sperrfrist; return how many lines."""
    new, moved = version.content.embargo_until, 0
    for line in publications(version):
        if line.run_at == old or line.run_at < new:
            line.run_at = new
            line.save(update_fields=["run_at"])
        moved += 1
    return moved


def publications(version: Version) -> list[Schedule]:
    """Return the plans to publish a thing that wait for their moment."""
    return [
        line
        for line in planned_for(version.grouper)
        if (line.step, line.state) == (Step.PUBLISH, ScheduleState.WAITING)
    ]


def lift(version: Version, user, *, reason: str = "") -> None:
    """Publish a draft now, whatever its Sperrfrist; tell everyone who has opened a link to it.

    `reason` is why a text is published that no second person has seen.
    """
    until = version.content.embargo_until
    if version.state != DRAFT or until is None:
        raise ConditionFailed(NONE_THERE)
    is_planned = any(line.step == Step.PUBLISH for line in planned_for(version.grouper))
    record_step(AuditAction.LIFTED, version, user=user, reason=f"Galt bis {exactly(until)}")
    end(version.content)
    if refusal(version, user):
        note_bypass(version, user, reason=reason)
    version.check_publish(user)
    version.publish(user)
    if not is_planned:  # else the end of the plan has told them
        tell_released_early(version)
