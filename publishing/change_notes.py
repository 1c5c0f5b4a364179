"""What readers are told about a change: written with the draft, public with its version."""

from datetime import datetime

from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from djangocms_versioning.models import Version

from publishing.models import ChangeKind, ChangeNote
from publishing.problems import Problem

SHOWN = 20  # notes on a page
NO_WORDS = (
    "Sagen Sie Lesern in einem Satz, was neu oder korrigiert ist, oder wählen Sie „Kleinigkeit“."
)


def note_of(version: Version) -> ChangeNote | None:
    """Return the note of a version, or None if it says nothing."""
    return ChangeNote.objects.filter(version=version).first()


def write_note(version: Version, *, kind: str, text: str) -> None:
    """Keep what is to be told about a draft."""
    identity = version.grouper
    values = {
        "subject_type": identity._meta.label_lower,
        "subject_id": identity.pk,
        "kind": kind,
        "text": "" if kind == ChangeKind.MINOR else text.strip(),
    }
    ChangeNote.objects.update_or_create(version=version, defaults=values)


def publish_note(version: Version) -> None:
    """Make the note public with its version."""
    ChangeNote.objects.filter(version=version).update(published_at=timezone.now())


def note_problems(content):
    """Yield the problem of a change that readers are to be told about, in no words."""
    version = content.versions.first()
    note = note_of(version) if version else None
    if note and note.kind != ChangeKind.MINOR and not note.text:
        yield Problem(
            "Was ist anders?",
            "fehlt.",
            NO_WORDS,
        )


def told_changes(identity) -> list[ChangeNote]:
    """Return what readers are told about a thing's changes, the newest first."""
    told = ChangeNote.objects.of(type(identity), identity.pk).told()
    return list(told.select_related("version__replaced")[:SHOWN])


def told_at(identity) -> datetime:
    """Return when readers were last told of a change, or first saw the thing."""
    told = ChangeNote.objects.of(type(identity), identity.pk).told().first()
    return told.published_at if told else identity.first_published_at


def changed_at(content_model) -> Coalesce:
    """Return when each content last changed as readers are told, or else was first published.

    Minor changes do not count: no feed reader should call them news.
    """
    grouper = content_model.grouper_field_name
    identity = content_model._meta.get_field(grouper).related_model
    notes = ChangeNote.objects.of(identity, OuterRef(f"{grouper}_id")).told()
    latest = Subquery(notes.values("published_at")[:1])
    return Coalesce(latest, F(f"{grouper}__first_published_at"))
