"""Pictures with their rights, and how a content uses them."""

import re
from functools import partial

from django.db import models, transaction
from django.utils import timezone
from filer.fields.image import FilerImageField
from filer.models.abstract import BaseImage

from media_library.darkroom import darkroom, make_missing
from media_library.embedded import rights_in
from media_library.social import making
from media_library.social.cards import Card
from publishing.content import ContentRow
from publishing.problems import Problem
from publishing.response_cache import drop_pages

FILE_NAME = re.compile(r"\.(jpe?g|png|gif|webp|avif|svg|tiff?)$|^(img|dsc|image|bild)[_-]?\d", re.I)


class Licence(models.TextChoices):
    """Under which terms the portal may show a picture."""

    OWN = "own", "eigene Aufnahme"
    PRESS_FREE = "press-free", "Pressefoto, honorarfrei mit Nachweis"
    CC_BY = "cc-by", "CC BY 4.0"
    CC_BY_SA = "cc-by-sa", "CC BY-SA 4.0"
    CC0 = "cc0", "CC0 / gemeinfrei"
    AGENCY = "agency", "Agentur"
    OTHER = "other", "andere Vereinbarung"


class Consent(models.TextChoices):
    """Whether the people in a picture agreed to be shown (§§ 22, 23 KUG)."""

    NONE_SHOWN = "none-shown", "niemand erkennbar"
    PUBLIC_EVENT = "public-event", "öffentliche Veranstaltung oder Person (§ 23 KUG)"
    WRITTEN = "written", "schriftliche Einwilligung liegt vor"
    GUARDIAN = "guardian", "Einwilligung der Sorgeberechtigten liegt vor"
    MISSING = "missing", "Einwilligung fehlt"


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
        "Nutzungsrecht", max_length=20, choices=Licence.choices, default=Licence.OWN
    )
    consent = models.CharField(
        "Einwilligung der Abgebildeten",
        max_length=20,
        choices=Consent.choices,
        default=Consent.NONE_SHOWN,
    )
    valid_until = models.DateField(
        "Nutzbar bis",
        null=True,
        blank=True,
        help_text="Nach diesem Tag kann das Bild nicht mehr veröffentlicht werden.",
    )
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

    def publish_problems(self, label: str):
        """Yield a `Problem` for each right that is missing; `label` names the editor's field."""
        remedy = f"Öffnen Sie das Bild „{self.label}“ in der Bildverwaltung."
        if not self.credit:
            yield Problem(
                label, "Der Bildnachweis fehlt.", f"{remedy} Tragen Sie den Nachweis ein."
            )
        if self.is_expired:
            yield Problem(
                label, "Das Nutzungsrecht ist abgelaufen.", "Wählen Sie ein anderes Bild."
            )
        if self.consent == Consent.MISSING:
            yield Problem(
                label,
                "Die Einwilligung der Abgebildeten fehlt.",
                f"{remedy} Klären Sie die Einwilligung.",
            )


def alt_problems(label: str, *, alt: str, is_decorative: bool):
    """Yield a `Problem` unless there is a useful alternative text or a deliberate „schmückend“."""
    if is_decorative:
        return
    if not alt.strip():
        yield Problem(
            label,
            "Der Alternativtext fehlt.",
            "Beschreiben Sie, was zu sehen ist, oder kreuzen Sie „schmückend“ an.",
        )
    elif FILE_NAME.search(alt.strip()):
        yield Problem(
            label,
            f"Der Alternativtext „{alt}“ ist ein Dateiname.",
            "Beschreiben Sie mit einigen Worten, was zu sehen ist.",
        )


ALT_HELP = (
    "Was ist zu sehen? Ein Satz für Menschen, die das Bild nicht sehen. "
    "Kein „Bild von …“, kein Dateiname."
)
DECORATIVE_HELP = (
    "Das Bild sagt nichts, was nicht im Text steht. Vorleseprogramme übergehen es dann."
)


class HeroImage(models.Model):
    """Abstract: the one picture that stands for a content, at its head and in lists."""

    hero = FilerImageField(
        on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Titelbild"
    )
    hero_alt = models.CharField(
        "Alternativtext des Titelbilds", max_length=250, blank=True, help_text=ALT_HELP
    )
    hero_is_decorative = models.BooleanField(
        "Titelbild ist schmückend", default=False, help_text=DECORATIVE_HELP
    )
    hero_caption = models.CharField("Bildunterschrift des Titelbilds", max_length=300, blank=True)

    class Meta:
        abstract = True

    def social_words(self) -> dict[str, str]:
        """Return the words of its picture for sharing beside the title (`Card`)."""
        raise NotImplementedError

    def social_card(self) -> Card:
        """Return what its picture for sharing shows."""
        return Card(
            key=f"{self.grouper_field_name}-{self.identity.pk}",
            title=self.title,
            image=self.hero,
            image_alt=self.hero_alt,
            **self.social_words(),
        )

    def follow_publication(self):
        super().follow_publication()
        transaction.on_commit(partial(darkroom.put, making.make, self.social_card()))

    def publish_problems(self):
        yield from super().publish_problems()
        if self.hero:
            label = self._meta.get_field("hero").verbose_name
            yield from self.hero.publish_problems(label)
            yield from alt_problems(label, alt=self.hero_alt, is_decorative=self.hero_is_decorative)


class ImageUse(ContentRow):
    """Abstract row: a further picture of a content; the alternative text belongs to the use."""

    image = FilerImageField(on_delete=models.PROTECT, related_name="+", verbose_name="Bild")
    alt = models.CharField("Alternativtext", max_length=250, blank=True, help_text=ALT_HELP)
    is_decorative = models.BooleanField("schmückend", default=False, help_text=DECORATIVE_HELP)
    caption = models.CharField("Bildunterschrift", max_length=300, blank=True)

    class Meta:
        abstract = True

    def __str__(self):
        return self.caption or self.alt or self.image.label

    def publish_problems(self):
        label = f"Bild „{self}“"
        yield from self.image.publish_problems(label)
        yield from alt_problems(label, alt=self.alt, is_decorative=self.is_decorative)
