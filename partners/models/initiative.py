"""What the alliance does or accompanies."""

from django.db import models
from django.urls import reverse
from django.utils.text import capfirst

from media_library.models import HeroImage, ImageUse
from partners.choices import InitiativeKind, InitiativeStatus
from partners.models.partner import AnnualTheme, District, Partner
from partners.querysets import InitiativeContentManager
from publishing.content import Content, ContentRow
from publishing.dates import DATE_PRECISIONS, Precision, in_words
from publishing.identity import Identity, IdentityQuerySet


class Initiative(Identity):
    """Something the alliance does or accompanies."""

    kind = models.CharField("Art", max_length=20, choices=InitiativeKind.choices)
    status = models.CharField(
        "Stand", max_length=10, choices=InitiativeStatus.choices, default=InitiativeStatus.UNKNOWN
    )
    is_partner_project = models.BooleanField(
        "Projekt von Partnern", default=False, help_text="Nicht vom Bündnis selbst getragen."
    )

    objects = IdentityQuerySet.as_manager()

    class Meta:
        verbose_name = "Initiative"
        verbose_name_plural = "Initiativen"


class InitiativeContent(HeroImage, Content):
    """What readers see of an initiative."""

    grouper_field_name = "initiative"
    shown_fields = ("title", "lead", "carried_by", "website")

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="contents")
    first_year = models.PositiveSmallIntegerField("Jahr (von)")
    last_year = models.PositiveSmallIntegerField(
        "Jahr (bis)",
        help_text="Bei einem einzelnen Jahr dasselbe wie „von“. Läuft sie noch, das heutige Jahr: "
        "Mit dem Stand „läuft“ zeigt die Seite „seit …“.",
    )
    carried_by = models.CharField(
        "Getragen von",
        max_length=300,
        blank=True,
        help_text="Wer verantwortlich ist, in einem Satz. Verlinkt werden die Partner unten.",
    )
    website = models.URLField("Website", blank=True)
    annual_themes = models.ManyToManyField(AnnualTheme, blank=True, verbose_name="Jahresthemen")
    partners = models.ManyToManyField(
        Partner, blank=True, related_name="initiative_contents", verbose_name="Partner"
    )
    districts = models.ManyToManyField(District, blank=True, verbose_name="Stadtteile")

    objects = InitiativeContentManager()

    class Meta:
        verbose_name = "Initiativentext"
        verbose_name_plural = "Initiativentexte"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_year__gte=models.F("first_year")), name="initiative_years"
            ),
        ]
        indexes = [models.Index(fields=["language", "-last_year", "-id"], name="initiative_newest")]

    @property
    def years(self) -> str:
        """The years in words: „2012“, „2012–2018“ or, while it runs, „seit 2012“."""
        if self.initiative.status == InitiativeStatus.RUNNING:
            return f"seit {self.first_year}"
        same = self.first_year == self.last_year
        return str(self.first_year) if same else f"{self.first_year}–{self.last_year}"

    def shown_texts(self):
        return {**super().shown_texts(), "Zeitraum": self.years}

    def social_words(self):
        return {"kicker": capfirst(self.initiative.get_kind_display()), "when": self.years}

    def get_absolute_url(self):
        return reverse("partners:initiative", args=[self.slug])

    def get_template(self):
        return "partners/initiative_detail.html"


class Edition(ContentRow):
    """One edition of an initiative with its own date and result."""

    content = models.ForeignKey(InitiativeContent, models.CASCADE, related_name="editions")
    number = models.PositiveSmallIntegerField("Auflage", null=True, blank=True)
    starts_on = models.DateField("Beginn", null=True, blank=True)
    ends_on = models.DateField("Ende", null=True, blank=True)
    precision = models.CharField(
        "Datum ist genau bis", max_length=5, choices=DATE_PRECISIONS, default=Precision.DAY
    )
    text = models.CharField("Was geschah", max_length=400, blank=True)
    result = models.CharField("Ergebnis", max_length=400, blank=True)

    class Meta:
        verbose_name = "Auflage"
        verbose_name_plural = "Auflagen"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="edition_order"
            ),
        ]

    def __str__(self):
        return f"{self.number}. Auflage" if self.number else self.when or "Auflage"

    @property
    def when(self) -> str:
        """The date in words, or "" if it is unknown."""
        if self.starts_on is None:
            return ""
        start = in_words(self.starts_on, self.precision)
        return f"{start} bis {in_words(self.ends_on, self.precision)}" if self.ends_on else start


class InitiativeImage(ImageUse):
    """A further picture of an initiative."""

    content = models.ForeignKey(InitiativeContent, models.CASCADE, related_name="images")

    class Meta:
        verbose_name = "Bild"
        verbose_name_plural = "Bilder"
