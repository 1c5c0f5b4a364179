"""What only the operator knows, and what readers write to it."""

from dataclasses import dataclass

from django.db import models
from filer.fields.image import FilerImageField

from publishing.facts import as_text
from ui.choices import OperatorSection, Subject


@dataclass(frozen=True)
class Fact:
    """One fact about the operator as a page shows it; a required one may be missing."""

    label: str
    value: str
    is_required: bool
    url: str = ""

    @property
    def is_missing(self) -> bool:
        """Whether the law or the page asks for it and nobody has filled it in."""
        return self.is_required and not self.value


class SiteSettings(models.Model):
    """The one row of facts about the operator (spec/trust.md 2).

    Nothing is required by the database: the portal runs with gaps, shows them to
    editors and names them in `check --deploy`.
    """

    provider_name = models.CharField("Anbieter", max_length=160, blank=True)
    legal_form = models.CharField(
        "Rechtsform", max_length=80, blank=True, help_text="Falls sie nicht im Namen steht."
    )
    street = models.CharField("Straße und Hausnummer", max_length=120, blank=True)
    postal_code = models.CharField("Postleitzahl", max_length=10, blank=True)
    locality = models.CharField("Ort", max_length=80, blank=True)
    represented_by = models.CharField(
        "Vertreten durch", max_length=200, blank=True, help_text="Vor- und Nachname mit Funktion."
    )
    email = models.EmailField(
        "E-Mail", blank=True, help_text="An diese Adresse gehen auch Nachrichten des Formulars."
    )
    phone = models.CharField("Telefon", max_length=40, blank=True)
    register_entry = models.CharField(
        "Registereintrag", max_length=160, blank=True, help_text="Registergericht und Nummer."
    )
    vat_id = models.CharField("Umsatzsteuer-Identifikationsnummer", max_length=20, blank=True)
    responsible_person = models.CharField(
        "Verantwortlich für den Inhalt (§ 18 Abs. 2 MStV)",
        max_length=160,
        blank=True,
        help_text="Eine natürliche Person mit Vor- und Nachnamen.",
    )
    responsible_address = models.CharField(
        "Anschrift der verantwortlichen Person", max_length=200, blank=True
    )
    press_name = models.CharField("Ansprechperson für die Presse", max_length=160, blank=True)
    press_phone = models.CharField("Telefon für die Presse", max_length=40, blank=True)
    press_email = models.EmailField("E-Mail für die Presse", blank=True)
    privacy_contact = models.TextField(
        "Datenschutzbeauftragte oder Datenschutzbeauftragter",
        blank=True,
        help_text="Name oder Stelle, Anschrift, E-Mail.",
    )
    hoster = models.CharField(
        "Technischer Betrieb (Hoster)",
        max_length=200,
        blank=True,
        help_text="Firma und Ort, die den Server betreibt und die Zugriffe verarbeitet.",
    )
    accessibility_reviewed_on = models.DateField(
        "Barrierefreiheit zuletzt geprüft am", null=True, blank=True
    )
    accessibility_method = models.CharField(
        "Wie geprüft wurde",
        max_length=200,
        blank=True,
        help_text="Zum Beispiel „Selbstbewertung“ oder „Prüfung durch …“.",
    )
    ombuds = models.TextField(
        "Ombudsstelle", blank=True, help_text="Name, Anschrift, E-Mail und Telefon (§ 10d BGG NRW)."
    )
    logo = FilerImageField(
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Logo",
        help_text="Steht im Kopf jeder Seite. Ohne Logo steht dort der Name.",
    )

    class Meta:
        verbose_name = "Angaben zum Betreiber"
        verbose_name_plural = "Angaben zum Betreiber"

    def __str__(self):
        return "Angaben zum Betreiber"

    @classmethod
    def load(cls) -> "SiteSettings":
        """Return the one row, or an empty one that is not saved yet."""
        return cls.objects.select_related("logo").first() or cls(pk=1)

    def facts(self, section: str) -> list[Fact]:
        """Return what a page shows of a section: all that is known, and the gaps."""
        facts = [self.fact(name) for name in SECTIONS[section]]
        return [fact for fact in facts if fact.value or fact.is_missing]

    def fact(self, name: str) -> Fact:
        """Return one field, or the whole address, as a fact."""
        if name == "address":
            return Fact("Anschrift", self.address, is_required=True)
        field = self._meta.get_field(name)
        value = as_text(self, field)
        url = link_to(field, value) if value else ""
        return Fact(str(field.verbose_name), value, name in REQUIRED, url)

    @property
    def address(self) -> str:
        """Street and town on two lines, or "" while a part is missing."""
        if not (self.street and self.postal_code and self.locality):
            return ""
        return f"{self.street}\n{self.postal_code} {self.locality}"


def link_to(field: models.Field, value: str) -> str:
    """Return the address that an e-mail or phone number leads to, or ""."""
    if isinstance(field, models.EmailField):
        return f"mailto:{value}"
    if field.name.endswith("phone"):
        return "tel:" + "".join(sign for sign in value if sign.isdigit() or sign == "+")
    return ""


PROVIDER = ("provider_name", "legal_form", "address")
SECTIONS = {
    OperatorSection.IMPRINT: (
        *PROVIDER,
        "represented_by",
        "email",
        "phone",
        "register_entry",
        "vat_id",
        "responsible_person",
        "responsible_address",
    ),
    OperatorSection.PRESS: ("press_name", "press_phone", "press_email"),
    OperatorSection.CONTACT: (*PROVIDER, "email", "phone"),
    OperatorSection.PRIVACY: (*PROVIDER, "email", "privacy_contact", "hoster"),
    OperatorSection.ACCESSIBILITY: (
        "accessibility_reviewed_on",
        "accessibility_method",
        "email",
        "phone",
        "ombuds",
    ),
}
# What the law or a page asks for; in the order of the form.
REQUIRED = (
    "provider_name",
    "street",
    "postal_code",
    "locality",
    "represented_by",
    "email",
    "phone",
    "responsible_person",
    "responsible_address",
    "press_name",
    "press_phone",
    "press_email",
    "privacy_contact",
    "hoster",
    "accessibility_reviewed_on",
    "accessibility_method",
    "ombuds",
)


class ContactMessage(models.Model):
    """A message of the contact form; deleted after `KEPT_DAYS`."""

    KEPT_DAYS = 90

    subject = models.CharField("Anliegen", max_length=20, choices=Subject.choices)
    name = models.CharField("Name", max_length=120, blank=True)
    email = models.EmailField("E-Mail", blank=True)
    page = models.CharField("Seite mit der Barriere", max_length=300, blank=True)
    text = models.TextField("Nachricht", max_length=5000)
    received_at = models.DateTimeField("Eingegangen", auto_now_add=True, db_index=True)
    is_done = models.BooleanField("erledigt", default=False)

    class Meta:
        verbose_name = "Nachricht aus dem Kontaktformular"
        verbose_name_plural = "Nachrichten aus dem Kontaktformular"

    def __str__(self):
        return f"{self.get_subject_display()}, {self.received_at:%d.%m.%Y}"
