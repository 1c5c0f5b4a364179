"""What is new in a version, as its readers are told, or that they are told nothing."""

from django.db import models
from djangocms_versioning.models import Version


class ChangeKind(models.TextChoices):
    """How much a change matters to readers."""

    MINOR = "minor", "Kleinigkeit (Tippfehler, Format): Leser erfahren nichts"
    UPDATE = "update", "Neues: steht mit Datum auf der Seite"
    CORRECTION = "correction", "Korrektur eines Fehlers: steht mit Datum auf der Seite"


class ChangeNoteQuerySet(models.QuerySet):
    """The questions the portal asks about changes."""

    def told(self):
        """Return what readers are told, the newest first."""
        told = self.exclude(kind=ChangeKind.MINOR).filter(published_at__isnull=False)
        return told.order_by("-published_at", "-pk")

    def of(self, model, key):
        """Return the notes of one thing, or of each row of a query by its `OuterRef`."""
        return self.filter(subject_type=model._meta.label_lower, subject_id=key)


class ChangeNote(models.Model):
    """One version's change; it belongs to the version and is not copied into the next one."""

    version = models.OneToOneField(Version, models.CASCADE, related_name="change_note")
    subject_type = models.CharField(max_length=100)  # "news.article"
    subject_id = models.PositiveBigIntegerField()
    kind = models.CharField("Art", max_length=10, choices=ChangeKind.choices)
    text = models.CharField("Was ist anders?", max_length=300, blank=True)
    published_at = models.DateTimeField("Öffentlich seit", null=True, blank=True)

    objects = ChangeNoteQuerySet.as_manager()
    former_url = ""  # where the text before is readable; set by `changes_of`

    class Meta:
        verbose_name = "Änderungsvermerk"
        verbose_name_plural = "Änderungsvermerke"
        indexes = [models.Index(fields=["subject_type", "subject_id"], name="change_subject")]

    def __str__(self):
        return self.text

    @property
    def lead_in(self) -> str:
        """The word before the date: what was done."""
        return "Korrigiert" if self.kind == ChangeKind.CORRECTION else "Geändert"
