"""The recording of a meeting: files, chapters, rights. All offsets are milliseconds of source time.

Source time counts from the start of the raw recording and never changes (design.md, rule D);
`kept` maps it to the file that is played (events/timeline.py).
"""

from datetime import date, datetime, time

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.db import models
from django.utils import timezone
from filer.fields.image import FilerImageField

from events import moments
from events.choices import BroadcastState, MediaRole, Provider
from events.models.meeting import Meeting
from events.models.programme import ProgrammeItem
from events.models.providers import Elsewhere, elsewhere
from events.querysets import RecordingQuerySet
from events.timeline import Timeline


class Recording(models.Model):
    """The recording of a meeting (schema.org VideoObject)."""

    meeting = models.OneToOneField(
        Meeting, models.CASCADE, related_name="recording", verbose_name="Jahrestreffen"
    )
    recording_start = models.DateTimeField(
        "Beginn der Aufnahme",
        null=True,
        blank=True,
        help_text="Uhrzeit, zu der die Rohaufnahme beginnt. Daraus entstehen die Kapitel.",
    )
    duration = models.PositiveIntegerField("Länge der Rohaufnahme", default=0)
    kept = models.JSONField(
        "Behaltene Abschnitte",
        default=list,
        blank=True,
        help_text="Was von der Rohaufnahme in der Datei ist; leer heißt: alles.",
    )
    external_url = models.URLField(
        "Adresse bei einem anderen Anbieter",
        blank=True,
        help_text="Wird erst geladen, wenn jemand es ausdrücklich will.",
    )
    provider = models.CharField(
        "Anbieter", max_length=10, choices=Provider.choices, default=Provider.OWN
    )
    poster = FilerImageField(
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Standbild",
    )
    licence = models.CharField("Nutzungsrecht", max_length=120, blank=True)
    credit = models.CharField("Nachweis", max_length=160, blank=True)
    published_at = models.DateTimeField("Veröffentlicht", null=True, editable=False)
    expires_on = models.DateField(
        "Aufbewahren bis",
        null=True,
        blank=True,
        help_text="Danach wird die Aufzeichnung zurückgezogen; die Seite bleibt.",
    )
    captions_due_on = models.DateField("Untertitel fällig am", null=True, blank=True)
    is_sample = models.BooleanField(
        "Beispielmaterial", default=False, help_text="Steht auf der Seite dabei."
    )

    objects = RecordingQuerySet.as_manager()

    class Meta:
        verbose_name = "Aufzeichnung"
        verbose_name_plural = "Aufzeichnungen"

    def __str__(self):
        return f"Aufzeichnung: {self.meeting}"

    def get_duration_display(self) -> str:
        return moments.for_form(self.duration)

    def get_kept_display(self) -> str:
        return "; ".join(f"{moments.for_form(a)} – {moments.for_form(b)}" for a, b in self.kept)

    @property
    def state(self) -> str:
        """The state of the meeting's broadcast, "" without one."""
        broadcast = getattr(self.meeting, "broadcast", None)
        return broadcast.state if broadcast else ""

    @property
    def is_public(self) -> bool:
        """Whether everybody may see it (`RecordingQuerySet.public`)."""
        return self.state == BroadcastState.RECORDING

    def is_expired(self, today: date) -> bool:
        """Tell whether it was to be kept until an earlier day."""
        return self.expires_on is not None and self.expires_on < today

    @property
    def is_withdrawn(self) -> bool:
        """Whether it was public and was taken back."""
        return self.state == BroadcastState.WITHDRAWN

    @property
    def shown_since(self) -> datetime | None:
        """When it became public, as far as that was noted."""
        broadcast = getattr(self.meeting, "broadcast", None)
        return self.published_at or (broadcast.state_since if broadcast else None)

    @property
    def modified(self) -> datetime | None:
        """When it was last changed in a way that readers are told of (E45)."""
        changes = [correction.moment for correction in self.corrections.all()]
        return max(filter(None, [self.shown_since, *changes]), default=None)

    @property
    def elsewhere(self) -> Elsewhere | None:
        """Where it lies if another provider has it."""
        return elsewhere(self.provider, self.external_url)

    @property
    def timeline(self) -> Timeline:
        """What was kept of the raw recording."""
        return Timeline(tuple((start, end) for start, end in self.kept), self.duration)


def start_of_day(day: date) -> datetime:
    """Return the first moment of a day in the portal's time zone."""
    return timezone.make_aware(datetime.combine(day, time.min))


def recordings_storage() -> FileSystemStorage:
    """Return where recordings lie: no address leads there, so that a withdrawal is one."""
    return FileSystemStorage(location=settings.RECORDINGS_ROOT, base_url=None)


class MediaFile(models.Model):
    """One file of a recording (schema.org MediaObject); sizes are read from the file."""

    recording = models.ForeignKey(Recording, models.CASCADE, related_name="files")
    role = models.CharField(
        "Fassung", max_length=20, choices=MediaRole.choices, default=MediaRole.VIDEO
    )
    file = models.FileField(
        "Datei", upload_to="aufzeichnungen/", storage=recordings_storage, max_length=200
    )
    mime = models.CharField(max_length=60, editable=False)
    size = models.PositiveBigIntegerField("Größe in Byte", default=0, editable=False)
    width = models.PositiveSmallIntegerField(null=True, editable=False)
    height = models.PositiveSmallIntegerField(null=True, editable=False)
    duration = models.PositiveIntegerField("Länge in Millisekunden", default=0, editable=False)
    sha256 = models.CharField(max_length=64, blank=True, editable=False)
    language = models.CharField("Sprache", max_length=10, default="de")
    # Holds a part that somebody took back the consent for: never public again (E39).
    is_withheld = models.BooleanField("gesperrt", default=False, editable=False)

    class Meta:
        verbose_name = "Datei der Aufzeichnung"
        verbose_name_plural = "Dateien der Aufzeichnung"
        ordering = ["role", "-height", "pk"]  # best first, as a player offers them

    def __str__(self):
        return f"{self.get_role_display()} {self.height}p" if self.height else self.file.name


class Clip(models.Model):
    """A chapter (schema.org Clip); public once somebody has confirmed it."""

    recording = models.ForeignKey(Recording, models.CASCADE, related_name="clips")
    item = models.ForeignKey(
        ProgrammeItem,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="clips",
        verbose_name="Programmpunkt",
    )
    title = models.CharField(
        "Titel", max_length=200, blank=True, help_text="Leer: der Titel des Programmpunkts."
    )
    start = models.PositiveIntegerField("Beginn")
    end = models.PositiveIntegerField(
        "Ende", null=True, blank=True, help_text="Leer: bis zum nächsten Kapitel."
    )
    is_confirmed = models.BooleanField("bestätigt", default=False)

    class Meta:
        verbose_name = "Kapitel"
        verbose_name_plural = "Kapitel"
        ordering = ["start", "pk"]  # chapters are a sequence by nature
        constraints = [
            models.CheckConstraint(
                condition=models.Q(end=None) | models.Q(end__gt=models.F("start")),
                name="clip_order",
            )
        ]

    def __str__(self):
        return self.name

    def get_start_display(self) -> str:
        return moments.for_form(self.start)

    def get_end_display(self) -> str:
        return "" if self.end is None else moments.for_form(self.end)

    @property
    def name(self) -> str:
        """The chapter's title: its own, else the programme item's as it is called today."""
        return self.title or (self.item.title if self.item else "")


class Correction(models.Model):
    """A public line about what was changed in a recording (E45)."""

    recording = models.ForeignKey(Recording, models.CASCADE, related_name="corrections")
    on = models.DateField("Am")
    text = models.CharField("Was wurde geändert", max_length=250)
    noted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "Korrektur"
        verbose_name_plural = "Korrekturen"
        ordering = ["-on", "-pk"]

    def __str__(self):
        return self.text

    @property
    def moment(self) -> datetime:
        """When it was noted, as far as it is of that day; two of one day are two changes."""
        is_of_today = timezone.localdate(self.noted_at) == self.on
        return self.noted_at if is_of_today else start_of_day(self.on)
