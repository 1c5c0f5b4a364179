"""Texts that readers once saw stay readable, where readers were told what changed (N10).

Which ones, and why not all: docs/decisions/0025.
"""

from dataclasses import replace

from django.db.models import Max
from django.urls import reverse
from django.utils import timezone
from djangocms_versioning.models import Version

from publishing.audit import record_step
from publishing.change_notes import note_of, told_at, told_changes
from publishing.content import Content
from publishing.dates import Precision, in_words
from publishing.metadata import Crumb
from publishing.models import AuditAction, ChangeKind, ChangeNote, FormerVersion
from publishing.response_cache import drop_pages

WITH_THE_ITEM = "Mit dem Eintrag zurückgezogen."
TITLE = "Frühere Fassung"


# --- Keeping and closing ---


def keep_former(version: Version, successor: Version) -> None:
    """Note what makes way for a change that readers are told of; a trifle leaves no trace."""
    note = note_of(successor)
    content = version.content
    if not isinstance(content, Content) or note is None or note.kind == ChangeKind.MINOR:
        return
    identity = content.identity
    FormerVersion.objects.create(
        version=version,
        successor=successor,
        subject_type=identity._meta.label_lower,
        subject_id=identity.pk,
        language=content.language,
        number=present_number(content),
        since=told_at(identity),
        until=timezone.now(),
    )


def present_number(content: Content) -> int:
    """Return the number that today's text will have once it is a former one."""
    highest = FormerVersion.objects.of(content).aggregate(highest=Max("number"))["highest"]
    return (highest or 0) + 1


def close(former: FormerVersion, user, *, reason: str, is_reason_public: bool) -> None:
    """Show a former version to nobody any more."""
    former.closed_at, former.closed_by = timezone.now(), user
    former.reason, former.is_reason_public = reason.strip(), is_reason_public
    former.save()
    record_step(AuditAction.CLOSED, former.version, user=user, reason=former.reason)
    drop_pages()


def reopen(former: FormerVersion, user) -> None:
    """Show a former version again."""
    former.closed_at = former.closed_by = None
    former.reason, former.is_reason_public = "", False
    former.save()
    record_step(AuditAction.REOPENED, former.version, user=user)
    drop_pages()


def close_all(version: Version) -> None:
    """Close what stood there before a text that is taken back: it may be wrong in the same way."""
    if isinstance(version.content, Content):
        still_open = FormerVersion.objects.of(version.content).filter(closed_at=None)
        still_open.update(closed_at=timezone.now(), reason=WITH_THE_ITEM)


# --- Reading ---


def find_former(content: Content, number: int) -> FormerVersion | None:
    """Return the former version of a published content with this number, open or closed."""
    found = FormerVersion.objects.of(content).filter(number=number)
    return found.select_related("version").first()


def changes_of(content: Content) -> list[ChangeNote]:
    """Return what readers are told of a page's changes, each with the way to the text before.

    On the page of a former version these are the changes up to its own day.
    """
    if not content.is_changed:
        return []
    former = content.former
    notes = [
        note
        for note in told_changes(content.identity)
        if former is None or note.published_at < former.until
    ]
    for note in notes:
        replaced = getattr(note.version, "replaced", None)
        is_open = replaced and replaced.is_readable and not hasattr(content, "withdrawal")
        note.former_url = former_url(content, replaced.number) if is_open else ""
    return notes


def former_url(content: Content, number: int) -> str:
    """Return the path of a former version."""
    return reverse("publishing:former_version", args=[content.identity.short_code, number])


def as_former(meta, *, former: FormerVersion, content: Content, current: Content):
    """Return the meta of a former version's page: today's address, no search engine, no data."""
    address = current.get_absolute_url()
    return replace(
        meta,
        title=f"{meta.title} ({TITLE} bis {in_words(former.until, Precision.DAY)})",
        path=address,
        image=None,
        crumbs=(
            *meta.crumbs[:-1],
            Crumb(current.title, address),
            Crumb(TITLE, former_url(content, former.number)),
        ),
        graph=(),
        is_indexed=False,
    )
