"""What happens at a meeting, and who takes part."""

from uuid import UUID, uuid5

from django.db import models
from django.utils import timezone

from events.choices import ItemKind, RecordingPolicy, Role
from events.models.meeting import Meeting
from events.querysets import ParticipationQuerySet, ProgrammeItemQuerySet
from partners.models import Person
from publishing.slugs import free_slug

CALENDAR_FIELDS = ("starts_at", "ends_at", "is_cancelled")


class ProgrammeItem(models.Model):
    """One item of the programme (schema.org subEvent)."""

    meeting = models.ForeignKey(
        Meeting, models.CASCADE, related_name="programme_items", verbose_name="Jahrestreffen"
    )
    parent = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name="Teil von",
        help_text="Nur für Teile eines Blocks, zum Beispiel einzelne Kurzvorträge. Sie stehen "
        "dann eingerückt unter dem Block.",
    )
    position = models.PositiveSmallIntegerField("Reihenfolge", default=0)
    kind = models.CharField("Art", max_length=20, choices=ItemKind.choices)
    title = models.CharField("Titel", max_length=200)
    slug = models.SlugField(
        "Adresse",
        max_length=80,
        blank=True,
        help_text="Leer: aus dem Titel. Bleibt danach gleich, damit Links halten.",
    )
    text = models.TextField("Beschreibung", blank=True)
    starts_at = models.DateTimeField("Beginn", null=True, blank=True)
    ends_at = models.DateTimeField("Ende", null=True, blank=True)
    actual_start = models.DateTimeField("Hat begonnen", null=True, blank=True, editable=False)
    actual_end = models.DateTimeField("Hat geendet", null=True, blank=True, editable=False)
    is_cancelled = models.BooleanField(
        "entfällt",
        default=False,
        help_text="Der Punkt bleibt mit diesem Vermerk im Programm; Kalender erfahren die Absage. "
        "Löschen würde ihn spurlos entfernen.",
    )
    recording_policy = models.CharField(
        "Übertragung und Aufzeichnung",
        max_length=20,
        choices=RecordingPolicy.choices,
        default=RecordingPolicy.RECORD,
        help_text="Steht im Programm, wenn etwas nicht übertragen oder aufgezeichnet wird. "
        "Kapitel schlägt das Portal nur für aufgezeichnete Punkte vor.",
    )
    outcome = models.TextField(
        "Ergebnis", blank=True, help_text="Beschluss oder Ergebnis. Steht unter dem Programmpunkt."
    )
    # What calendars ask for: how often and when beginning, end or cancellation were changed.
    sequence = models.PositiveIntegerField("Kalenderstand", default=0, editable=False)
    facts_changed_at = models.DateTimeField(null=True, editable=False)
    people = models.ManyToManyField(Person, through="Participation", related_name="programme_items")

    objects = ProgrammeItemQuerySet.as_manager()

    class Meta:
        verbose_name = "Programmpunkt"
        verbose_name_plural = "Programmpunkte"
        constraints = [
            models.UniqueConstraint(fields=["meeting", "slug"], name="programme_item_address"),
        ]
        ordering = ["position", "pk"]  # a programme is a sequence by nature

    def __str__(self):
        return f"{self.get_kind_display()}: {self.title}"

    def save(self, **kwargs):
        """Give a new item its address."""
        if not self.slug:
            taken = set(self.meeting.programme_items.values_list("slug", flat=True))
            self.slug = free_slug(self.title, taken, max_length=80)
        super().save(**kwargs)

    @property
    def uid(self) -> UUID:
        """The name that calendars and schedules know it by; it stays whatever is edited."""
        return uuid5(self.meeting.uid, f"programme/{self.pk}")

    def raise_sequence(self) -> None:
        """Note that something changed that calendars show."""
        self.sequence += 1
        self.facts_changed_at = timezone.now()


class Participation(models.Model):
    """Who took part, with job title and organisation as on that day (E7)."""

    item = models.ForeignKey(ProgrammeItem, models.CASCADE, related_name="participations")
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="participations", verbose_name="Person oder Gruppe"
    )
    position = models.PositiveSmallIntegerField("Reihenfolge", default=0)
    role = models.CharField("Rolle", max_length=20, choices=Role.choices, default=Role.SPEAKER)
    job_title = models.CharField("Funktion an diesem Tag", max_length=200, blank=True)
    organisation = models.CharField("Einrichtung an diesem Tag", max_length=160, blank=True)
    is_unchecked = models.BooleanField(
        "noch prüfen",
        default=False,
        help_text="Aus einem früheren Treffen übernommen: Stimmen Person und Funktion noch?",
    )

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        verbose_name = "Mitwirkung"
        verbose_name_plural = "Mitwirkende"
        ordering = ["position", "pk"]

    def __str__(self):
        return str(self.person)

    @property
    def meeting_content(self):
        """The published text of the meeting, or None."""
        return next(iter(self.item.meeting.contents.all()), None)
