"""People and groups, and the bodies they belonged to."""

from django.db import models
from django.urls import reverse
from django.utils import timezone
from filer.fields.image import FilerImageField

from partners.choices import Body
from partners.models.partner import Partner
from partners.querysets import PersonQuerySet
from publishing.identity import Identity


class Person(Identity):
    """A person or group the portal names. Functions at a given time stand at the contribution."""

    name = models.CharField("Name", max_length=120)
    sort_name = models.CharField(
        "Sortiername",
        max_length=120,
        help_text="Nachname zuerst: „Wierich, Jobst“. Danach sind alle Listen geordnet.",
    )
    slug = models.SlugField("Adresse", max_length=120, unique=True)
    is_group = models.BooleanField(
        "Gruppe",
        default=False,
        help_text="Keine einzelne Person, zum Beispiel ein Theaterensemble.",
    )
    job_title = models.CharField(
        "Funktion",
        max_length=200,
        blank=True,
        help_text="Die heutige. Frühere Auftritte und Zitate behalten die Funktion von damals.",
    )
    organisation = models.CharField("Einrichtung", max_length=160, blank=True)
    partner = models.ForeignKey(
        Partner,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="people",
        verbose_name="Partner",
    )
    as_of = models.CharField(
        "Stand der Funktion",
        max_length=20,
        blank=True,
        help_text="Jahr oder Zeitraum, für den die Funktion belegt ist, zum Beispiel „2021“.",
    )
    description = models.TextField(
        "Beschreibung", blank=True, help_text="Steht auf der Seite der Person."
    )
    portrait = FilerImageField(
        on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Porträt"
    )
    publish_until = models.DateField(
        "Seite zeigen bis",
        null=True,
        blank=True,
        help_text="Danach gibt es keine eigene Seite mehr; der Name steht dann ohne Link.",
    )

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = "Person oder Gruppe"
        verbose_name_plural = "Personen und Gruppen"

    def __str__(self):
        return self.name

    @property
    def was_public(self) -> bool:
        """People have no drafts: whoever is entered is public."""
        return True

    @property
    def is_shown(self) -> bool:
        """Whether there is a page of this person today (see `PersonQuerySet.shown`)."""
        return self.publish_until is None or self.publish_until >= timezone.localdate()

    def get_absolute_url(self):
        """Return the address, or "" once the page is no longer shown."""
        return reverse("partners:person", args=[self.slug]) if self.is_shown else ""


class Membership(models.Model):
    """From when to when somebody belonged to a body of the alliance, as far as it is known."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="memberships")
    body = models.CharField("Gremium", max_length=20, choices=Body.choices)
    from_year = models.PositiveSmallIntegerField("belegt ab", null=True, blank=True)
    until_year = models.PositiveSmallIntegerField("belegt bis", null=True, blank=True)
    note = models.CharField("Hinweis", max_length=200, blank=True)

    class Meta:
        verbose_name = "Mitgliedschaft"
        verbose_name_plural = "Mitgliedschaften"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until_year__gte=models.F("from_year")), name="membership_order"
            ),
        ]

    def __str__(self):
        return f"{self.person}, {self.get_body_display()}"

    @property
    def when(self) -> str:
        """The documented years in words: „belegt 2016 bis 2023“, „belegt 2017“, "" if unknown."""
        if self.from_year and self.from_year == self.until_year:
            return f"belegt {self.from_year}"
        start = f"ab {self.from_year}" if self.from_year else ""
        end = f"bis {self.until_year}" if self.until_year else ""
        if start and end:
            start = str(self.from_year)
        return " ".join(filter(None, ["belegt", start, end])) if start or end else ""
