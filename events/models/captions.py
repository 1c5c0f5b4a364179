"""What is said in a recording, as rows to search. Times are milliseconds of source time."""

from django.db import models

from events import moments
from events.choices import TrackKind, TrackOrigin
from events.models.recording import Recording
from events.querysets import TextTrackQuerySet
from partners.models import Person


class TextTrack(models.Model):
    """Captions of a recording, with how they came about and who checked them."""

    recording = models.ForeignKey(Recording, models.CASCADE, related_name="tracks")
    kind = models.CharField(
        "Art", max_length=20, choices=TrackKind.choices, default=TrackKind.CAPTIONS
    )
    language = models.CharField("Sprache", max_length=10, default="de")
    origin = models.CharField(
        "Entstehung", max_length=20, choices=TrackOrigin.choices, default=TrackOrigin.AUTOMATIC
    )
    reviewed_by = models.CharField(
        "Geprüft von",
        max_length=120,
        blank=True,
        help_text="Stelle, nicht Person: „Redaktion“. Steht auf der Seite.",
    )
    reviewed_on = models.DateField("Geprüft am", null=True, blank=True)
    # What downloads say of their size (events/transcripts/texts.py); 0 without a cue.
    vtt_size = models.PositiveIntegerField("Größe in Byte", default=0, editable=False)
    text_size = models.PositiveIntegerField(default=0, editable=False)

    objects = TextTrackQuerySet.as_manager()

    class Meta:
        verbose_name = "Untertitel"
        verbose_name_plural = "Untertitel"
        constraints = [
            models.UniqueConstraint(
                fields=["recording", "kind", "language"], name="one_track_per_language"
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()} ({self.language})"

    @property
    def is_there(self) -> bool:
        """Whether it has a line that can be shown."""
        return self.vtt_size > 0

    @property
    def is_checked(self) -> bool:
        """Whether a person has read the captions against the sound."""
        return self.origin != TrackOrigin.AUTOMATIC and self.reviewed_on is not None


class Cue(models.Model):
    """One caption: who says what, from when to when."""

    track = models.ForeignKey(
        TextTrack, models.CASCADE, related_name="cues", verbose_name="Untertitel"
    )
    start = models.PositiveIntegerField("Beginn")
    end = models.PositiveIntegerField("Ende")
    person = models.ForeignKey(
        Person,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="cues",
        verbose_name="Person",
        help_text="Mit Person stehen Name und Funktion von damals in der Mitschrift.",
    )
    speaker = models.CharField(
        "Wer spricht", max_length=160, blank=True, help_text="Wie es in der Datei steht."
    )
    text = models.TextField("Text")

    class Meta:
        verbose_name = "Untertitelzeile"
        verbose_name_plural = "Untertitelzeilen"
        ordering = ["start", "pk"]
        indexes = [models.Index(fields=["track", "start"], name="cue_in_order")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(end__gt=models.F("start")), name="cue_runs_forward"
            )
        ]

    def __str__(self):
        return f"{moments.in_words(self.start)} {self.text[:60]}"

    def get_start_display(self) -> str:
        return moments.for_form(self.start)

    def get_end_display(self) -> str:
        return moments.for_form(self.end)

    @property
    def name(self) -> str:
        """Who speaks: the person as she is called today, else the name in the file."""
        return self.person.name if self.person else self.speaker
