"""The files of pictures for sharing."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image as PILImage

from media_library.darkroom import Unreadable
from media_library.embedded import rights_of
from media_library.social import making
from media_library.social.cards import Card
from tests.factories import picture
from tests.media_library import files
from tests.media_library.test_renditions import in_library

pytestmark = pytest.mark.django_db


def card(image=None, title="Größe für alle") -> Card:
    """Return a card with this picture."""
    return Card("article-1", "Presse", title, when="2021", image=image)


def noise() -> bytes:
    """Return the hardest of all photographs: a JPEG of nothing but grain, with its maker's name."""
    exif = PILImage.Exif()
    exif[0x013B] = "Jörg Größe".encode()
    stream = BytesIO()
    grain = PILImage.effect_noise((1600, 1200), 120).convert("RGB")
    grain.save(stream, "JPEG", quality=95, exif=exif)
    return stream.getvalue()


def test_a_picture_is_drawn_once_and_lies_under_its_name():
    one = card(picture())

    assert [making.make(one), making.make(one)] == [True, False]
    with default_storage.open(one.name) as file, PILImage.open(file) as made:
        assert (made.format, made.size) == ("JPEG", (1200, 630))


@pytest.mark.parametrize("has_picture", [True, False])
def test_the_same_card_gives_the_same_bytes(has_picture):
    image = picture() if has_picture else None
    first, second = making.drawn(card(image)), making.drawn(card(image))

    assert first == second
    assert making.drawn(card(image, title="Größer für alle")) != first


def test_no_photograph_makes_it_heavier_than_services_take():
    image = in_library("korn.jpg", noise())

    content = making.drawn(card(image))

    assert len(content) <= making.MOST_BYTES
    assert rights_of(PILImage.open(BytesIO(content))).artist == "Jörg Größe"


@pytest.mark.parametrize(("mode", "colour"), [("P", 3), ("LA", (9, 90)), ("RGBA", (1, 2, 3, 0))])
def test_odd_pixel_formats_are_drawn_too(mode, colour):
    image = in_library("bild.png", files.bitmap("PNG", (800, 800), colour, mode))

    assert making.make(card(image))


def test_a_lost_original_leaves_no_file():
    one = card(picture())
    default_storage.delete(one.image.file.name)

    with pytest.raises(Unreadable):
        making.make(one)
    assert not default_storage.exists(one.name)


def test_what_lies_there_is_never_written_again():
    one = card()
    default_storage.save(one.name, ContentFile(b"von gestern"))

    assert not making.make(one)
    with default_storage.open(one.name) as file:
        assert file.read() == b"von gestern"
