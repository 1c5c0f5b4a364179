"""Notes and tasks among editors: written, done, told; nothing waits for them."""

from django.utils import timezone

from publishing.audit import record
from publishing.mails import send
from publishing.metadata import absolute
from publishing.models import AuditAction, EditorNote
from publishing.models.editor_note import GENERAL
from publishing.page_actions import change_url
from publishing.presence import name_of
from publishing.reviews import can_be_told
from publishing.rights import may_know_item

NO_PLACE = ("", GENERAL)


def notes_url(item) -> str:
    """Return where the notes of an item stand."""
    return f"{change_url(item)}#notizen"


def write(item, user, *, text: str, place=NO_PLACE, task_of=None) -> EditorNote:
    """Write a note about an item; whoever it is a task of gets one mail, if they may know it.

    `place` is the name of the field in the form and its label.
    """
    field, label = place
    note = EditorNote.objects.create(
        item=item,
        field=field,
        label=label,
        text=text,
        by=user,
        by_name=name_of(user),
        task_of=task_of,
    )
    told = f"{label}, für {name_of(task_of)}" if task_of else label
    record(AuditAction.NOTED, item, user=user, new=told)
    if task_of and task_of != user and can_be_told(task_of) and may_know_item(task_of, item):
        tell(note)
    return note


def tell(note: EditorNote) -> None:
    """Mail a task to who shall do it."""
    send(
        subject=f"Aufgabe für Sie: „{note.item}“",
        text=f"{note.by_name} schreibt zu „{note.item}“ ({note.label}):\n\n{note.text}\n\n"
        f"Erledigt? Dann dort abhaken:\n{absolute(notes_url(note.item))}",
        addresses={note.task_of.email},
    )


def resolve(notes: list[EditorNote], user) -> None:
    """Mark open notes of an item as done."""
    for note in notes:
        note.resolved_at, note.resolved_by = timezone.now(), user
        note.save(update_fields=["resolved_at", "resolved_by"])
        record(AuditAction.NOTE_DONE, note.item, user=user, old=note.label)


def open_words(count: int) -> str:
    """Return in a sentence how many notes are open, "" if there are none."""
    if not count:
        return ""
    return "Eine Notiz ist offen." if count == 1 else f"{count} Notizen sind offen."


def open_count(item) -> int:
    """Return how many notes of an item are open."""
    return EditorNote.objects.of(item).filter(resolved_at=None).count()
