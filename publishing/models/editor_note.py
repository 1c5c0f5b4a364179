"""What editors tell each other about an item; never public, part of no version."""

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models

from publishing.models.approval import person

GENERAL = "allgemein"


class EditorNoteQuerySet(models.QuerySet):
    """The questions editors ask about notes."""

    def of(self, item):
        """Return the notes of an item, the oldest first, with everybody they name."""
        kind = ContentType.objects.get_for_model(item)
        found = self.filter(content_type=kind, object_id=item.pk)
        return found.select_related("task_of", "resolved_by").order_by("pk")

    def tasks_of(self, user):
        """Return what somebody was asked to do and has not done, the oldest first."""
        return self.filter(task_of=user, resolved_at=None).order_by("pk")


class EditorNote(models.Model):
    """A note about a field of an item or about all of it; with `task_of` it is a task."""

    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    item = GenericForeignKey()
    field = models.CharField("Feld", max_length=80, blank=True)  # name in the form; "": all of it
    label = models.CharField("Betrifft", max_length=120, default=GENERAL)
    text = models.TextField("Notiz", max_length=1000)
    by = person("Von")
    by_name = models.CharField("Geschrieben von", max_length=150)  # outlives the account
    task_of = person("Für")
    written_at = models.DateTimeField("Geschrieben", auto_now_add=True)
    resolved_at = models.DateTimeField("Erledigt", null=True, blank=True)
    resolved_by = person("Erledigt von")

    objects = EditorNoteQuerySet.as_manager()

    class Meta:
        verbose_name = "Notiz"
        verbose_name_plural = "Notizen"
        indexes = [models.Index(fields=["content_type", "object_id"], name="note_subject")]

    def __str__(self):
        return self.text
