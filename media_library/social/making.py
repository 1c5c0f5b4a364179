"""Making pictures for sharing: drawn once, into the storage."""

from io import BytesIO

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from media_library.darkroom import developed, metadata
from media_library.social.cards import Card
from media_library.social.drawing import draw

MOST_BYTES = 150_000  # some services show no larger ones
QUALITIES = (88, 80, 72, 64, 56, 48)
OPTIONS = {"format": "JPEG", "optimize": True, "progressive": True, "subsampling": "4:4:4"}


def make(card: Card) -> bool:
    """Draw the picture of a card unless it is there; raise `Unreadable` if its own is lost."""
    if default_storage.exists(card.name):
        return False
    content = drawn(card)
    if not default_storage.exists(card.name):
        default_storage.save(card.name, ContentFile(content))
    return True


def drawn(card: Card) -> bytes:
    """Return the file of a card, with its picture's maker in the metadata."""
    sheet = draw(card, developed(card.picture) if card.picture else None)
    rights = metadata(card.picture.note()) if card.picture else {}
    for quality in QUALITIES:
        stream = BytesIO()
        sheet.save(stream, quality=quality, **rights, **OPTIONS)
        if stream.tell() <= MOST_BYTES:
            break
    return stream.getvalue()
