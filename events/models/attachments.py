"""Files and links about a meeting or one of its items, and who agreed to what."""

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.db import models
from filer.fields.file import FilerFileField

from events.choices import AttachmentKind, ReleaseScope, ReleaseState
from events.models.meeting import Meeting
from events.models.programme import Participation, ProgrammeItem
from events.querysets import AttachmentQuerySet


class Attachment(models.Model):
    """Slides, minutes, handouts (schema.org DigitalDocument): a file or a link, never both."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attachments")
    item = models.ForeignKey(
        ProgrammeItem,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="attachments",
        verbose_name="Programmpunkt",
    )
    kind = models.CharField(
        "Art", max_length=10, choices=AttachmentKind.choices, default=AttachmentKind.SLIDES
    )
    title = models.CharField("Titel", max_length=160)
    file = FilerFileField(
        on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Datei"
    )
    url = models.URLField("oder Adresse", blank=True)
    language = models.CharField("Sprache", max_length=10, default="de")
    is_accessible = models.BooleanField(
        "Datei ist barrierefrei",
        default=False,
        help_text="Ohne Haken steht bei der Datei „nicht barrierefrei“ und wo man eine andere "
        "Fassung bekommt. Haken nur, wenn jemand es geprüft hat.",
    )
    position = models.PositiveSmallIntegerField("Reihenfolge", default=0)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = "Unterlage"
        verbose_name_plural = "Unterlagen"
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(file=None) ^ models.Q(url=""), name="attachment_file_xor_url"
            )
        ]

    def __str__(self):
        return self.title


def private_storage() -> FileSystemStorage:
    """Return where papers lie that no address leads to."""
    return FileSystemStorage(location=settings.PRIVATE_ROOT, base_url=None)


class RecordingRelease(models.Model):
    """Whether somebody agreed to be streamed, recorded, photographed, written down (E39)."""

    participation = models.ForeignKey(Participation, models.CASCADE, related_name="releases")
    scope = models.CharField("Wofür", max_length=20, choices=ReleaseScope.choices)
    state = models.CharField(
        "Stand", max_length=20, choices=ReleaseState.choices, default=ReleaseState.PENDING
    )
    decided_on = models.DateField("Am", null=True, blank=True)
    evidence = models.FileField(
        "Nachweis",
        upload_to="einwilligungen/",
        storage=private_storage,
        blank=True,
        help_text="Bleibt intern und hat keine öffentliche Adresse.",
    )

    class Meta:
        verbose_name = "Einwilligung"
        verbose_name_plural = "Einwilligungen"
        constraints = [
            models.UniqueConstraint(fields=["participation", "scope"], name="one_release_per_scope")
        ]

    def __str__(self):
        return f"{self.participation}: {self.get_scope_display()} {self.get_state_display()}"
