"""Originals handed out with their note in them."""

import tracemalloc
from io import BytesIO

import pytest
from PIL import Image as PILImage

from media_library.darkroom import Unreadable
from media_library.embedded import Rights, from_iptc, from_xmp, rights_of
from media_library.photo_notes import PhotoNote
from media_library.stamping import stamped, suffix_after
from tests.media_library import files

NOTE = PhotoNote(creator="Erika Beispiel", copyright="© Stadt Dormagen", caption="Größe am Rhein")
SAID = Rights("Erika Beispiel", "© Stadt Dormagen", "Größe am Rhein")


def stamp(content: bytes, note=NOTE) -> bytes:
    """Return a picture's bytes with a note."""
    return b"".join(stamped(BytesIO(content), note))


def pixels(content: bytes) -> bytes:
    with PILImage.open(BytesIO(content)) as picture:
        return picture.convert("RGB").tobytes()


@pytest.mark.parametrize("content", [files.bitmap(), files.photo_on_its_side()])
def test_a_jpeg_carries_the_note_and_keeps_every_pixel(content):
    made = stamp(content)

    with PILImage.open(BytesIO(made)) as picture:
        assert (from_iptc(picture), from_xmp(picture)) == (SAID, SAID)
    assert pixels(made) == pixels(content)


def test_place_and_camera_are_left_behind():
    made = stamp(files.photo_on_its_side())

    with PILImage.open(BytesIO(made)) as picture:
        exif = picture.getexif()
    assert sorted(exif) == [0x013B, 0x8298]
    assert (b"Telefonwerk" in made, exif.get_ifd(0x8825)) == (False, {})


def test_a_note_of_before_is_replaced():
    assert stamp(stamp(files.bitmap(), PhotoNote(creator="Alt"))) == stamp(files.bitmap())


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_a_png_carries_the_note_and_keeps_every_pixel(mode):
    content = files.bitmap("PNG", mode=mode)

    made = stamp(stamp(content, PhotoNote(creator="Alt")))

    with PILImage.open(BytesIO(made)) as picture:
        picture.load()
        assert (from_xmp(picture), picture.mode) == (SAID, mode)
    assert pixels(made) == pixels(content)
    assert made.count(b"xmpmeta ") == 1


@pytest.mark.parametrize(
    ("kind", "mode", "suffix"),
    [("WEBP", "RGB", ".jpg"), ("WEBP", "RGBA", ".png"), ("AVIF", "RGB", ".jpg")],
)
def test_other_formats_become_what_every_newsroom_opens(kind, mode, suffix):
    target = suffix_after(f".{kind.lower()}", is_transparent=mode == "RGBA")
    made = b"".join(stamped(BytesIO(files.bitmap(kind, mode=mode)), NOTE, suffix=target))

    with PILImage.open(BytesIO(made)) as picture:
        formats = {".jpg": "JPEG", ".png": "PNG"}
        assert (rights_of(picture), target, picture.format) == (SAID, suffix, formats[suffix])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xd8",
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xe0",
        b"\xff\xd8\xff\xe0\x00",
        b"\xff\xd8xx",
        b"\x89PNG\r\n\x1a\n\x00",
        b"GIF89a",
        b"Unsinn",
    ],
)
def test_what_is_damaged_is_told(content):
    with pytest.raises(Unreadable):
        stamp(content)


def test_a_large_file_needs_no_more_memory():
    head = files.bitmap()[:-2]
    large = BytesIO(head + b"\0" * 30_000_000)
    tracemalloc.start()

    length = sum(len(block) for block in stamped(large, NOTE))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert (length > 30_000_000, peak < 2_000_000) == (True, True)
