"""The photos of a press release that newsrooms may print, as the page and the kit offer them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from django.core.files.storage import default_storage
from django.template.defaultfilters import filesizeformat
from django.urls import reverse

from media_library.file_types import MIME_BY_SUFFIX
from media_library.models import Image
from media_library.photo_notes import PhotoNote
from media_library.renditions import is_drawing
from media_library.stamping import stamped, suffix_after
from publishing.embargo import on_paper
from publishing.metadata import absolute
from publishing.slugs import german_slug

MOTIF_LENGTH = 50  # letters of the motif in a file's name


@dataclass(frozen=True)
class PressPhoto:
    """One photo: the image, what the release says of it, its number in the release from 1 on."""

    image: Image
    caption: str
    alt: str
    number: int
    slug: str
    short_url: str
    embargo: str = ""  # the line about a Sperrfrist, in the file as well

    @property
    def suffix(self) -> str:
        """The suffix of the file that is handed out."""
        suffix = PurePath(self.image.file.name).suffix.lower()
        return suffix_after(suffix, is_transparent=self.image._transparent)

    @property
    def name(self) -> str:
        """A name that keeps the credit: `dormagen-bruecke-im-nebel_erika-beispiel_7k3q9-1.jpg`."""
        motif = german_slug(self.caption or self.alt)[:MOTIF_LENGTH].strip("-") or "bild"
        place = german_slug(self.image.place)
        subject = motif if not place or motif.startswith(place) else f"{place}-{motif}"
        code = self.short_url.rpartition("/")[-1].lower()
        return f"{subject}_{german_slug(self.image.credit)}_{code}-{self.number}{self.suffix}"

    @property
    def url(self) -> str:
        """The address of the file in print size."""
        return reverse("news:press_photo", args=[self.slug, self.image.pk, self.name])

    @property
    def title(self) -> str:
        """What the link to the file says."""
        return self.caption or self.alt or self.image.label

    @property
    def about(self) -> str:
        """Format, pixels and bytes."""
        size = f"{int(self.image.width)} × {int(self.image.height)} Pixel"
        return ", ".join([self.kind, size, filesizeformat(self.image.size or 0)])

    @property
    def remark(self) -> str:
        """Nothing is wrong with it: what is not allowed is not offered."""
        return ""

    @property
    def kind(self) -> str:
        """The format in a word."""
        return {".jpg": "JPEG", ".png": "PNG"}[self.suffix]

    @property
    def mime(self) -> str:
        """The MIME type of the file."""
        return MIME_BY_SUFFIX[self.suffix]

    @property
    def note(self) -> PhotoNote:
        """What stands in the file."""
        image = self.image
        return image.note(
            caption=self.caption,
            alt=self.alt,
            place=image.place,
            taken_on=image.taken_on,
            terms=f"{self.embargo}. {image.terms}" if self.embargo else image.terms,
            terms_url=image.licence_url or absolute(self.short_url),
        )

    @property
    def is_there(self) -> bool:
        """Whether the original still lies in the storage."""
        return bool(self.image.file) and default_storage.exists(self.image.file.name)

    def chunks(self) -> Iterator[bytes]:
        """Yield the bytes of the file; raise `Unreadable` if the original is damaged."""
        with default_storage.open(self.image.file.name) as file:
            yield from stamped(file, self.note, suffix=self.suffix)


def photos_of(content) -> list[PressPhoto]:
    """Return the photos of a release that may be passed on, each once; no query of its own."""
    uses = [(content.hero, content.hero_caption, content.hero_alt)]
    uses += [(use.image, use.caption, use.alt) for use in content.images.all()]
    shown = {}
    for image, caption, alt in uses:
        if image and image.may_be_passed_on and not is_drawing(image):
            shown.setdefault(image.pk, (image, caption, alt))
    where = {"slug": content.slug, "short_url": content.article.get_short_url()}
    where["embargo"] = on_paper(content)
    return [PressPhoto(*use, number, **where) for number, use in enumerate(shown.values(), 1)]


def newest_photos(releases, count: int) -> list[PressPhoto]:
    """Return the first photos of releases, each once."""
    found = {}
    for content in releases:
        for photo in photos_of(content):
            found.setdefault(photo.image.pk, photo)
    return list(found.values())[:count]
