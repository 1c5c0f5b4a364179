"""What a picture for sharing says, and under which address it lies.

Nothing here draws or opens a file: a page costs the same with its picture as without. A
name holds a hash of all that the picture shows, so what lies under an address never
changes; only what is published at the moment is ever drawn (making.py).
"""

import hashlib
from dataclasses import dataclass

from django.conf import settings

from media_library.renditions import FOLDER, SocialImage, crop_box, has_renditions, stem_of
from media_library.social.design import FINGERPRINT, HEIGHT, PICTURE, WIDTH

LARGEST_SCALE = 1.5  # by which a small picture may be enlarged


@dataclass(frozen=True)
class Card:
    """The words and the picture of one thing; `key` names the thing, e.g. "article-12"."""

    key: str
    kicker: str
    title: str
    motto: str = ""
    when: str = ""
    image: object = None
    image_alt: str = ""

    @property
    def picture(self):
        """The picture beside the words, or None where there is none large enough."""
        return self.image if has_renditions(self.image) and is_large(self.image) else None

    @property
    def credit(self) -> str:
        """The credit that belongs to the picture."""
        return self.picture.credit_line if self.picture else ""

    @property
    def name(self) -> str:
        """The place in the storage."""
        stem = stem_of(self.picture) if self.picture else ""
        shown = (FINGERPRINT, self.kicker, self.title, self.motto, self.when, stem, self.credit)
        digest = hashlib.sha256(repr(shown).encode()).hexdigest()[:32]
        return f"{FOLDER}/social/{self.key}-{digest}.jpg"

    @property
    def social_image(self) -> SocialImage:
        """What a page tells other sites: the address, and all that can be read in the picture."""
        says_all = self.title.startswith(self.kicker)  # „Jahrestreffen 2021“
        title = self.title if says_all else f"{self.kicker}: {self.title}"
        said = (title, self.motto, self.when)
        seen = (self.image_alt, self.credit) if self.picture else ()
        alt = " – ".join(words for words in (*said, *seen) if words)
        return SocialImage(f"{settings.MEDIA_URL}{self.name}", WIDTH, HEIGHT, alt)


def is_large(image) -> bool:
    """Tell whether a picture need not be enlarged much."""
    size = int(image.width), int(image.height)
    left, _, right, _ = crop_box(size, PICTURE[0] / PICTURE[1], image.focal_point)
    return (right - left) * LARGEST_SCALE >= PICTURE[0]
