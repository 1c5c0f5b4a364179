"""Partners of the alliance, its annual themes and the parts of the town."""

from dataclasses import replace

from django.db import models
from django.urls import reverse
from filer.fields.image import FilerImageField

from media_library.models import DECORATIVE_HELP, HeroImage
from partners.choices import PartnerKind
from partners.querysets import PartnerContentManager
from publishing.content import Content
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
        help_text="Sobald hier ein Jahr steht, nennt die Website ihn „ehemaliger Partner“; "
        "Nachrichten bleiben erhalten.",
    )
    position = models.PositiveSmallIntegerField("Reihenfolge", default=100)

    objects = IdentityQuerySet.as_manager()

    class Meta:
        verbose_name = "Partner"
        verbose_name_plural = "Partner"
        permissions = [("change_own_partner", "Darf Texte der eigenen Partner ändern")]


class PartnerContent(HeroImage, Content):
    """What readers see of a partner; `title` is its name, `hero` its logo."""

    grouper_field_name = "partner"
    shown_fields = ("title", "lead", "roles", "website")

    partner = models.ForeignKey(Partner, models.CASCADE, related_name="contents")
    title = models.CharField("Name", max_length=140)
    hero = FilerImageField(
        on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Logo"
    )
    hero_alt = models.CharField(
        "Alternativtext des Logos",
        max_length=250,
        blank=True,
        help_text="Meist genügt der Name: „Logo der Stadt Dormagen“.",
    )
    hero_is_decorative = models.BooleanField(
        "Logo ist schmückend", default=False, help_text=DECORATIVE_HELP
    )
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

    def social_words(self):
        return {"kicker": self.partner.get_kind_display(), "motto": self.roles}

    def social_card(self):
        """A logo is no picture: cropping would maim it."""
        return replace(super().social_card(), image=None, image_alt="")

    def get_absolute_url(self):
        return reverse("partners:partner", args=[self.slug])

    def get_template(self):
        return "partners/partner_detail.html"
