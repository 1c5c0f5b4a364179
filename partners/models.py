"""Partners, initiatives, people: who the alliance is and what it does."""

from django.db import models
from django.urls import reverse
from django.utils import timezone
from filer.fields.image import FilerImageField

from media_library.models import HeroImage, ImageUse
from partners.choices import Body, InitiativeKind, InitiativeStatus, PartnerKind
from partners.querysets import InitiativeContentManager, PartnerContentManager, PersonQuerySet
from publishing.content import Content, ContentRow
from publishing.dates import DATE_PRECISIONS, Precision, in_words
from publishing.identity import Identity, IdentityQuerySet


class AnnualTheme(models.Model):
    """The theme of one year; a year may have none."""

    year = models.PositiveSmallIntegerField("Jahr", unique=True)
    title = models.CharField("Thema", max_length=120)
    motto = models.CharField("Motto", max_length=160, blank=True)
    description = models.TextField("Beschreibung", blank=True)

    class Meta:
        verbose_name = "Jahresthema"
        verbose_name_plural = "Jahresthemen"

    def __str__(self):
        return f"{self.year}: {self.title}"


class District(models.Model):
    """A part of the town (Stadtteil)."""

    name = models.CharField("Name", max_length=60, unique=True)

    class Meta:
        verbose_name = "Stadtteil"
        verbose_name_plural = "Stadtteile"

    def __str__(self):
        return self.name


class Partner(Identity):
    """A member of the alliance: what is true whatever its text says."""

    kind = models.CharField("Art", max_length=20, choices=PartnerKind.choices)
    is_founding = models.BooleanField("Gründungspartner", default=False)
    is_initiator = models.BooleanField("Initiator", default=False)
    member_until = models.PositiveSmallIntegerField(
        "Dabei bis (Jahr)",
        null=True,
        blank=True,
        help_text="Danach steht auf der Seite „ehemaliger Partner“; Nachrichten bleiben erhalten.",
    )
    position = models.PositiveSmallIntegerField("Reihenfolge", default=100)

    objects = IdentityQuerySet.as_manager()

    class Meta:
        verbose_name = "Partner"
        verbose_name_plural = "Partner"


class PartnerContent(HeroImage, Content):
    """What readers see of a partner; `title` is its name, `hero` its logo."""

    grouper_field_name = "partner"

    partner = models.ForeignKey(Partner, models.CASCADE, related_name="contents")
    short_name = models.CharField("Kurzname", max_length=60, blank=True)
    roles = models.CharField(
        "Aufgabe im Bündnis",
        max_length=250,
        blank=True,
        help_text="Ein Satz, zum Beispiel: Gründungspartner, stellt den Sprecher.",
    )
    website = models.URLField("Website", blank=True)

    objects = PartnerContentManager()

    class Meta:
        verbose_name = "Partnertext"
        verbose_name_plural = "Partnertexte"

    def get_absolute_url(self):
        return reverse("partners:partner", args=[self.slug])

    def get_template(self):
        return "partners/partner_detail.html"


class Person(Identity):
    """A person or group the portal names. Functions at a given time stand at the contribution."""

    name = models.CharField("Name", max_length=120)
    sort_name = models.CharField(
        "Sortiername", max_length=120, help_text="Nachname zuerst: „Wierich, Jobst“."
    )
    slug = models.SlugField("Adresse", max_length=120, unique=True)
    is_group = models.BooleanField("ist eine Gruppe", default=False)
    job_title = models.CharField("Funktion", max_length=200, blank=True)
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
    description = models.TextField("Beschreibung", blank=True)
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

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="contents")
    first_year = models.PositiveSmallIntegerField("Jahr (von)")
    last_year = models.PositiveSmallIntegerField(
        "Jahr (bis)", help_text="Bei einem einzelnen Jahr dasselbe wie „von“."
    )
    carried_by = models.CharField("Getragen von", max_length=300, blank=True)
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
        """The years in words: „2012“ or „2012–2018“."""
        same = self.first_year == self.last_year
        return str(self.first_year) if same else f"{self.first_year}–{self.last_year}"

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
