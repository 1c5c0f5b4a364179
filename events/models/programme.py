"""What happens at a meeting, and who takes part."""

from django.db import models

from events.choices import ItemKind, RecordingPolicy, Role
from events.models.meeting import Meeting
from events.querysets import ParticipationQuerySet, ProgrammeItemQuerySet
from partners.models import Person
from publishing.slugs import free_slug


class ProgrammeItem(models.Model):
    """One item of the programme (schema.org subEvent)."""

    meeting = models.ForeignKey(
        Meeting, models.CASCADE, related_name="programme_items", verbose_name="Jahrestreffen"
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
    recording_policy = models.CharField(
        "Übertragung und Aufzeichnung",
        max_length=20,
        choices=RecordingPolicy.choices,
        default=RecordingPolicy.RECORD,
    )
    outcome = models.TextField(
        "Ergebnis", blank=True, help_text="Beschluss oder Ergebnis. Steht unter dem Programmpunkt."
    )
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
