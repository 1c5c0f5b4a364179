"""How a content uses pictures: its one picture at the head, and further ones."""

import re
from functools import partial

from django.db import models, transaction
from filer.fields.image import FilerImageField

from media_library.darkroom import darkroom
from media_library.social import making
from media_library.social.cards import Card
from publishing.content import ContentRow
from publishing.problems import Problem

FILE_NAME = re.compile(r"\.(jpe?g|png|gif|webp|avif|svg|tiff?)$|^(img|dsc|image|bild)[_-]?\d", re.I)


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
