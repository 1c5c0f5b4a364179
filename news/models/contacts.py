"""Whom journalists call, today and about an old release (G26, N07)."""

from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone

from news.querysets import PressContactQuerySet
from partners.models import Partner

PHONE = RegexValidator(
    r"^\+?[0-9][0-9 ()/–-]{4,28}$",
    "Tragen Sie eine Telefonnummer ein, zum Beispiel „02133 257-0“ oder „+49 2133 257-0“.",
)


def phone_url(number: str) -> str:
    """Return the address that dials a number, or ""."""
    digits = "".join(sign for sign in number if sign.isdigit() or sign == "+")
    return f"tel:{digits}" if digits else ""


class PressContact(models.Model):
    """A person in the press office. Who leaves gets a successor, and keeps the name."""

    name = models.CharField("Name", max_length=120)
    role = models.CharField("Funktion", max_length=160, blank=True)
    organisation = models.CharField("Einrichtung", max_length=160, blank=True)
    partner = models.ForeignKey(
        Partner,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="press_contacts",
        verbose_name="Partner",
        help_text="Der Kontakt steht dann auch auf der Seite des Partners.",
    )
    phone = models.CharField("Telefon", max_length=30, validators=[PHONE])
    mobile = models.CharField(
        "Mobil",
        max_length=30,
        blank=True,
        validators=[PHONE],
        help_text="Steht auf der Seite. Nur mit Einverständnis eintragen.",
    )
    email = models.EmailField("E-Mail")
    hours = models.CharField(
        "Erreichbar", max_length=120, blank=True, help_text="Zum Beispiel: Mo–Fr 9–16 Uhr."
    )
    out_of_hours = models.CharField(
        "Außerhalb dieser Zeiten",
        max_length=200,
        blank=True,
        help_text="Wer dann hilft, zum Beispiel: Bereitschaft der Stadt, Telefon …",
    )
    is_general = models.BooleanField(
        "Allgemeiner Pressekontakt", default=True, help_text="Steht auf der Seite „Presse“."
    )
    valid_from = models.DateField("Zuständig ab", null=True, blank=True)
    valid_until = models.DateField(
        "Zuständig bis",
        null=True,
        blank=True,
        help_text="Letzter Tag. Danach nennen alte Mitteilungen die Nachfolge; der alte Name "
        "bleibt im Text stehen.",
    )
    successor = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        verbose_name="Nachfolge",
        help_text="Wer danach antwortet.",
    )

    objects = PressContactQuerySet.as_manager()

    class Meta:
        verbose_name = "Pressekontakt"
        verbose_name_plural = "Pressekontakte"

    def __str__(self):
        return self.name

    @property
    def phone_url(self) -> str:
        """The address that dials."""
        return phone_url(self.phone)

    @property
    def mobile_url(self) -> str:
        """The address that dials the mobile phone, or ""."""
        return phone_url(self.mobile)

    def is_valid(self, day: date | None = None) -> bool:
        """Tell whether this person answers on a day, by default today."""
        day = day or timezone.localdate()
        has_begun = self.valid_from is None or self.valid_from <= day
        return has_begun and (self.valid_until is None or day <= self.valid_until)

    def in_charge(self, day: date | None = None) -> "PressContact | None":
        """Return who answers on a day: this person or the first successor that does, or None."""
        contact, met = self, set()
        while contact is not None and contact.pk not in met:
            if contact.is_valid(day):
                return contact
            met.add(contact.pk)
            contact = contact.successor
        return None

    def clean(self):
        """Refuse times that end before they begin, and successions that lead in a circle."""
        super().clean()
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            raise ValidationError({"valid_until": "Das liegt vor „Zuständig ab“."})
        met = {self.pk} if self.pk else set()
        follower = self.successor
        while follower is not None:
            if follower.pk in met:
                raise ValidationError({"successor": "Diese Nachfolge führt im Kreis."})
            met.add(follower.pk)
            follower = follower.successor
