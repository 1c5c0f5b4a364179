"""The sizes and crops in which pictures are shown: which there are, and what they are called.

Nothing here asks the database or opens a file, so that a page costs the same
with pictures as without. A name holds the content's hash, the focal point, a hash of the
rights that are written into the file, role and width: whoever changes one of them gets a new
address, and what lies under an address never changes.
"""

import hashlib
from dataclasses import dataclass

from django.conf import settings

FOLDER = "renditions"
MIME_TYPES = {
    "avif": "image/avif",
    "webp": "image/webp",
    "jpg": "image/jpeg",
    "png": "image/png",
}
FALLBACK_WIDTH = 960  # pixels, at most, for browsers that know no `srcset`


@dataclass(frozen=True)
class Role:
    """A place for pictures: its ratio (None: the picture's own), widths in pixels, `sizes`."""

    name: str
    ratio: float | None
    widths: tuple[int, ...]
    sizes: str = "100vw"
    formats: tuple[str, ...] = ("avif", "webp")


ROLES = {
    role.name: role
    for role in (
        Role(
            "hero",
            16 / 9,
            (480, 800, 1200, 1600, 2000),
            "(min-width: 80rem) 55rem, (min-width: 64rem) 66vw, 100vw",
        ),
        Role(
            "card",
            3 / 2,
            (320, 480, 640, 960),
            "(min-width: 64rem) 24rem, (min-width: 40rem) 48vw, 100vw",
        ),
        # Beside the first words of a page.
        Role("intro", 4 / 3, (480, 800, 1200, 1600), "(min-width: 64rem) 50vw, 100vw"),
        Role("figure", None, (480, 800, 1200, 1600), "(min-width: 50rem) 46rem, 100vw"),
        Role("portrait", 4 / 5, (160, 320, 480, 640), "(min-width: 40rem) 16rem, 50vw"),
        Role("logo", None, (160, 320, 480), "10rem"),
        # What other sites show of a page: one size, in the format that all of them read.
        Role("social", 1200 / 630, (1200,), formats=()),
    )
}


@dataclass(frozen=True)
class Rendition:
    """One picture file: of which picture, in which role, width and format."""

    stem: str
    role: Role
    width: int
    height: int
    suffix: str

    @property
    def name(self) -> str:
        """The place in the storage."""
        return f"{FOLDER}/{self.stem}/{self.role.name}-{self.width}.{self.suffix}"

    @property
    def url(self) -> str:
        """The address, which never changes its content."""
        return f"{settings.MEDIA_URL}{self.name}"


@dataclass(frozen=True)
class SocialImage:
    """The picture that other sites show with a link; `url` is a path."""

    url: str
    width: int
    height: int
    alt: str


def is_drawing(image) -> bool:
    """Tell whether the picture scales by itself and has no renditions."""
    return image.mime_type == "image/svg+xml"


def has_renditions(image) -> bool:
    """Tell whether a picture is shown and its size and content are known, as bitmaps' are."""
    is_known = bool(image and image.sha1 and image.width and image.height)
    return is_known and image.is_shown and not is_drawing(image)


def stem_of(image) -> str:
    """Return the part of the name for content, focal point (in per cent) and rights."""
    x, y = (round(100 * part) for part in image.focal_point)
    rights = hashlib.sha256(image.note().xmp()).hexdigest()[:8]
    return f"{image.sha1}-{x}-{y}-{rights}"


def crop_box(size: tuple[int, int], ratio: float | None, focal_point) -> tuple[int, int, int, int]:
    """Return left, top, right, bottom of the largest crop of that ratio around the focal point.

    The focal point stands in the middle where the picture is large enough, and
    always inside.
    """
    width, height = size
    if ratio is None:
        return 0, 0, width, height
    crop_width = max(1, min(width, round(height * ratio)))
    crop_height = max(1, min(height, round(width / ratio)))
    left = round(min(max(focal_point[0] * width - crop_width / 2, 0), width - crop_width))
    top = round(min(max(focal_point[1] * height - crop_height / 2, 0), height - crop_height))
    return left, top, left + crop_width, top + crop_height


def sizes_of(image, role: Role) -> list[tuple[int, int]]:
    """Return widths and heights, ascending; never larger than the picture itself."""
    size = int(image.width), int(image.height)
    left, top, right, bottom = crop_box(size, role.ratio, image.focal_point)
    full = right - left
    widths = [width for width in role.widths if width < full]
    if full <= max(role.widths):
        widths.append(full)
    return [(width, max(1, round(width * (bottom - top) / full))) for width in widths]


def fallback_suffix(image) -> str:
    """Return the format that every browser reads; transparency needs PNG."""
    return "png" if image._transparent else "jpg"


def renditions_of(image, role: Role) -> list[Rendition]:
    """Return all files of a picture in a role, format by format, narrow ones first."""
    if not has_renditions(image):
        return []
    stem = stem_of(image)
    return [
        Rendition(stem, role, width, height, suffix)
        for suffix in (*role.formats, fallback_suffix(image))
        for width, height in sizes_of(image, role)
    ]


def all_renditions(image) -> list[Rendition]:
    """Return all files of a picture in every role."""
    return [rendition for role in ROLES.values() for rendition in renditions_of(image, role)]


def social_image(image, alt: str = "") -> SocialImage | None:
    """Return what other sites may show of a picture, with its credit; None for drawings."""
    files = renditions_of(image, ROLES["social"])
    if not files:
        return None
    described = " – ".join(text for text in (alt, image.credit_line) if text)
    return SocialImage(files[-1].url, files[-1].width, files[-1].height, described)
