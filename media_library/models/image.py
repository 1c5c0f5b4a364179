"""Pictures and the rights to show them."""

from functools import partial

from django.db import models, transaction
from django.utils import timezone
from filer.models.abstract import BaseImage

from media_library.darkroom import darkroom, make_missing
from media_library.embedded import rights_in
from media_library.photo_notes import PhotoNote
from publishing.problems import Problem
from publishing.response_cache import drop_pages


class Licence(models.TextChoices):
    """Under which terms the portal may show a picture; see `PASSED_ON` for others."""

    OWN = "own", "eigene Aufnahme"
    PRESS_FREE = "press-free", "Pressefoto, honorarfrei mit Nachweis"
    CC_BY = "cc-by", "CC BY 4.0"
    CC_BY_SA = "cc-by-sa", "CC BY-SA 4.0"
    CC0 = "cc0", "CC0 / gemeinfrei"
    AGENCY = "agency", "Agentur"
    OTHER = "other", "andere Vereinbarung"
    UNKNOWN = "unknown", "noch nicht geklärt"


# Only pictures under these may be handed to the press; terms as they stand in the file.
PASSED_ON = {
    Licence.PRESS_FREE: "Honorarfreier Abdruck mit Nachweis im Zusammenhang mit der Mitteilung.",
    Licence.CC_BY: "CC BY 4.0: Nutzung mit Nachweis und Angabe der Lizenz.",
    Licence.CC_BY_SA: "CC BY-SA 4.0: Nutzung mit Nachweis, Bearbeitungen unter gleicher Lizenz.",
    Licence.CC0: "CC0 1.0: Nutzung ohne Einschränkung.",
}
LICENCE_URLS = {
    Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/deed.de",
    Licence.CC_BY_SA: "https://creativecommons.org/licenses/by-sa/4.0/deed.de",
    Licence.CC0: "https://creativecommons.org/publicdomain/zero/1.0/deed.de",
}


class Consent(models.TextChoices):
    """Whether the people in a picture agreed to be shown (§§ 22, 23 KUG)."""

    NONE_SHOWN = "none-shown", "niemand erkennbar"
    PUBLIC_EVENT = "public-event", "öffentliche Veranstaltung oder Person (§ 23 KUG)"
    WRITTEN = "written", "schriftliche Einwilligung liegt vor"
    GUARDIAN = "guardian", "Einwilligung der Sorgeberechtigten liegt vor"
    MISSING = "missing", "Einwilligung fehlt"
    WITHDRAWN = "withdrawn", "Einwilligung widerrufen"


# What forbids publishing, and what to do.
UNCLEAR = {
    Consent.MISSING: ("Die Einwilligung der Abgebildeten fehlt.", "Klären Sie die Einwilligung."),
    Consent.WITHDRAWN: ("Die Einwilligung ist widerrufen.", "Wählen Sie ein anderes Bild."),
}


class AfterExpiry(models.TextChoices):
    """What becomes of a published picture on the day after `valid_until`."""

    HIDE = "hide", "von allen Seiten nehmen"
    KEEP = "keep", "auf veröffentlichten Seiten stehen lassen"


class Image(BaseImage):
    """A picture in the library; its focal point is filer's `subject_location` ("x,y" in pixels)."""

    credit = models.CharField(
        "Bildnachweis",
        max_length=160,
        blank=True,
        help_text="Name der Fotografin oder des Fotografen, wie er am Bild stehen soll. "
        "Ohne Nachweis kann das Bild nicht veröffentlicht werden.",
    )
    rights_holder = models.CharField("Rechteinhaber", max_length=160, blank=True)
    licence = models.CharField(
        "Nutzungsrecht",
        max_length=20,
        choices=Licence.choices,
        default=Licence.OWN,
        help_text="Bei „Pressefoto“ und freien Lizenzen bietet die Pressemitteilung das Bild in "
        "Druckgröße an, mit dem Nachweis in der Datei. Alle anderen gibt das Portal nicht weiter.",
    )
    usage_terms = models.CharField(
        "Bedingungen",
        max_length=250,
        blank=True,
        help_text="Was beim Abdruck gilt; steht in der Datei und in der Pressemappe. "
        "Leer: der übliche Satz zum Nutzungsrecht.",
    )
    place = models.CharField("Aufnahmeort", max_length=60, blank=True)
    taken_on = models.DateField("Aufgenommen am", null=True, blank=True)
    consent = models.CharField(
        "Einwilligung der Abgebildeten",
        max_length=20,
        choices=Consent.choices,
        default=Consent.NONE_SHOWN,
        help_text="„Widerrufen“ nimmt das Bild sofort von allen Seiten, auch aus früheren "
        "Fassungen und Pressemappen; der Text bleibt.",
    )
    valid_until = models.DateField(
        "Nutzbar bis",
        null=True,
        blank=True,
        help_text="Letzter Tag. Danach lässt sich nichts mehr damit veröffentlichen, und es "
        "verschwindet aus Pressemappen. 30, 7 und einen Tag vorher kommt eine E-Mail.",
    )
    after_expiry = models.CharField(
        "Nach dem letzten Tag",
        max_length=10,
        choices=AfterExpiry.choices,
        default=AfterExpiry.HIDE,
        help_text="Seiten zeigen sich dann ohne das Bild; der Text bleibt.",
    )
    # Which warning about which last day was mailed (expiry.py).
    warned_until = models.DateField(null=True, blank=True, editable=False)
    warned_days = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)
    is_illustration = models.BooleanField(
        "Illustration",
        default=False,
        help_text="Gezeichnet, kein Foto. Steht dann auf der Seite am Bild.",
    )

    class Meta(BaseImage.Meta):
        app_label = "media_library"
        verbose_name = "Bild"
        verbose_name_plural = "Bilder"
        default_manager_name = "objects"

    def clean(self):
        """Leave the judgement to uploads.py: filer's own would speak first and less clearly."""

    @classmethod
    def no_longer_shown(cls):
        """Return the pictures that no page shows today; see `is_shown`."""
        is_over = models.Q(valid_until__lt=timezone.localdate(), after_expiry=AfterExpiry.HIDE)
        return cls.objects.filter(is_over | models.Q(consent=Consent.WITHDRAWN))

    def save(self, *args, **kwargs):
        """Save; then have the sizes made and drop the pages that show the old ones."""
        if self.file and not self.file._committed:
            self.file_data_changed()  # uploads.py has written it anew since it was set
        super().save(*args, **kwargs)
        transaction.on_commit(partial(darkroom.put, make_missing, self))
        drop_pages()

    save.alters_data = True

    def file_data_changed(self, post_init=False):  # noqa: FBT002 - filer's signature
        """Take the maker's name from a new file where an editor has not named one."""
        is_new = super().file_data_changed(post_init=post_init)
        if is_new and not post_init:
            rights = rights_in(self.file)
            self.credit = self.credit or rights.artist
            self.rights_holder = self.rights_holder or rights.copyright
            self.default_caption = self.default_caption or rights.caption or None
        return is_new

    def has_generic_permission(self, request, permission_type):
        """Ask Django's permissions, not filer's ownership: the library belongs to all editors."""
        action = "view" if permission_type == "read" else "change"
        return request.user.has_perm(f"media_library.{action}_image")

    @property
    def focal_point(self) -> tuple[float, float]:
        """The point every crop must keep, as fractions of width and height."""
        try:
            x, y = (float(part) for part in self.subject_location.split(","))
            return min(max(x / self.width, 0), 1), min(max(y / self.height, 0), 1)
        except (ValueError, ZeroDivisionError):
            return 0.5, 0.5

    @property
    def credit_line(self) -> str:
        """The credit as it stands at the picture."""
        if self.is_illustration:
            return f"Illustration: {self.credit}" if self.credit else "Illustration"
        return f"Foto: {self.credit}" if self.credit else ""

    @property
    def is_expired(self) -> bool:
        """Whether the right to show the picture has ended."""
        return self.valid_until is not None and self.valid_until < timezone.localdate()

    @property
    def is_shown(self) -> bool:
        """Whether pages may show it today."""
        is_over = self.is_expired and self.after_expiry == AfterExpiry.HIDE
        return not is_over and self.consent != Consent.WITHDRAWN

    @property
    def may_be_passed_on(self) -> bool:
        """Whether the press may have it: allowed, named, agreed to and not expired."""
        is_clear = self.consent not in UNCLEAR and not self.is_expired
        return bool(self.credit) and self.licence in PASSED_ON and is_clear

    @property
    def copyright_notice(self) -> str:
        """Whose work it is, with the sign; "" where nobody is named or nothing is reserved."""
        holder = self.rights_holder or self.credit
        if not holder or self.licence == Licence.CC0:
            return ""
        return holder if holder.startswith("©") else f"© {holder}"

    @property
    def terms(self) -> str:
        """What holds for printing it, in a sentence."""
        return self.usage_terms or PASSED_ON.get(self.licence, "")

    @property
    def licence_url(self) -> str:
        """The licence's text, where it has one on the web."""
        return LICENCE_URLS.get(self.licence, "")

    def note(self, **more: str) -> PhotoNote:
        """Return what its files say of it; `more` is the caption, the alt text of a use."""
        return PhotoNote(
            **{
                "creator": self.credit,
                "copyright": self.copyright_notice,
                "terms": self.terms,
                "terms_url": self.licence_url,
                **more,
            }
        )

    def publish_problems(self, label: str):
        """Yield a `Problem` for each right that is missing; `label` names the editor's field."""
        remedy = f"Öffnen Sie das Bild „{self.label}“ in der Bildverwaltung."
        if not self.credit:
            yield Problem(
                label, "Der Bildnachweis fehlt.", f"{remedy} Tragen Sie den Nachweis ein."
            )
        if self.licence == Licence.UNKNOWN:
            yield Problem(
                label,
                "Das Nutzungsrecht ist nicht geklärt.",
                f"{remedy} Fragen Sie nach und wählen Sie das Nutzungsrecht.",
            )
        if self.is_expired:
            yield Problem(
                label, "Das Nutzungsrecht ist abgelaufen.", "Wählen Sie ein anderes Bild."
            )
        if self.consent in UNCLEAR:
            what, how = UNCLEAR[self.consent]
            yield Problem(label, what, f"{remedy} {how}" if self.is_shown else how)
