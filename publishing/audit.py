"""Writing and reading the log; the operations write it, nobody writes it by hand."""

from django.db import models
from djangocms_versioning.constants import (
    OPERATION_ARCHIVE,
    OPERATION_DRAFT,
    OPERATION_PUBLISH,
    OPERATION_UNPUBLISH,
)
from djangocms_versioning.models import StateTracking, Version

from publishing.models import AuditAction, AuditEntry

ACTIONS = {
    OPERATION_DRAFT: AuditAction.DRAFTED,
    OPERATION_PUBLISH: AuditAction.PUBLISHED,
    OPERATION_UNPUBLISH: AuditAction.WITHDRAWN,
    OPERATION_ARCHIVE: AuditAction.ARCHIVED,
}
NOBODY = "System"


def record(action: str, subject: models.Model, *, user, title="", **details) -> AuditEntry:
    """Write one line about an object; `details` are `old`, `new` and `reason` as texts."""
    return AuditEntry.objects.create(
        action=action,
        subject_type=subject._meta.label_lower,
        subject_id=str(subject.pk),
        subject=(title or str(subject))[: AuditEntry._meta.get_field("subject").max_length],
        user=user,
        user_name=user.get_username() if user else NOBODY,
        **details,
    )


def record_version(version: Version, operation: str, *, reason: str = "") -> AuditEntry | None:
    """Write one line about a version's new state, by whom versioning says that it changed it."""
    action = ACTIONS.get(operation)
    if action is None:
        return None
    source = f"aus Version {version.source.number}" if version.source else ""
    return record(
        action,
        version.grouper,
        user=actor(version, operation),
        title=title_of(version),
        old=source if operation == OPERATION_DRAFT else "",
        new=f"Version {version.number}",
        reason=reason,
    )


def record_step(action: str, version: Version, *, user, reason: str = "") -> AuditEntry:
    """Write one line about something done with a version that leaves its state as it is."""
    return record(
        action,
        version.grouper,
        user=user,
        title=title_of(version),
        new=f"Version {version.number}",
        reason=reason,
    )


def title_of(version: Version) -> str:
    """Return the name of what a version is a version of."""
    return getattr(version.content, "title", "") or str(version.grouper)


def actor(version: Version, operation: str):
    """Return who did this to the version just now."""
    if operation == OPERATION_DRAFT:
        return version.created_by
    return StateTracking.objects.filter(version=version).latest("pk").user


def entries_of(subject: models.Model) -> models.QuerySet:
    """Return the lines about an object, the newest first."""
    found = AuditEntry.objects.filter(
        subject_type=subject._meta.label_lower, subject_id=str(subject.pk)
    )
    return found.order_by("-at", "-pk")
