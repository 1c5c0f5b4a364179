"""What a file says about its maker, and what our files say."""

from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from PIL import ExifTags
from PIL import Image as PILImage

from media_library import darkroom
from media_library.bitmaps import cleaned
from media_library.embedded import Rights, from_xmp, rights_in, rights_of
from media_library.photo_notes import PhotoNote
from media_library.renditions import ROLES, renditions_of
from media_library.stamping import stamped
from tests.media_library import files
from tests.media_library.test_renditions import in_library

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("block", ["xmp", "iptc", "exif"])
def test_maker_rights_and_caption_survive_the_upload(block, monkeypatch):
    for other in {"xmp", "iptc", "exif"} - {block}:
        monkeypatch.setattr(PhotoNote, other, lambda note: b"")
    note = PhotoNote(creator="Jörg Größe", copyright="© Stadt", caption="Brücke")
    photo = b"".join(stamped(BytesIO(files.bitmap()), note))

    caption = "" if block == "exif" else "Brücke"
    assert rights_in(BytesIO(cleaned(BytesIO(photo)))) == Rights("Jörg Größe", "© Stadt", caption)


@pytest.mark.parametrize(
    ("written", "caption"),
    [("Am Rhein", "Am Rhein"), ("OLYMPUS DIGITAL CAMERA", ""), ("SONY DSC", "")],
)
def test_what_a_camera_writes_is_no_caption(written, caption):
    exif = PILImage.Exif()
    exif[ExifTags.Base.ImageDescription] = written

    assert rights_in(BytesIO(files.bitmap(exif=exif))) == Rights("", "", caption)


def test_renditions_name_the_maker():
    values = {"credit": "Jörg Größe", "rights_holder": "Stadt Dormagen"}
    opaque = in_library("foto.jpg", files.bitmap(), **values)
    clear = in_library("logo.png", files.bitmap("PNG", (40, 20), (0, 0, 0, 0), "RGBA"), **values)
    sizes = [*renditions_of(opaque, ROLES["card"]), *renditions_of(clear, ROLES["card"])]

    darkroom.make(opaque, sizes)

    found = {}
    for size in sizes:
        with default_storage.open(size.name) as file, PILImage.open(file) as made:
            found[size.suffix] = (rights_of(made), from_xmp(made))
    expected = Rights("Jörg Größe", "© Stadt Dormagen")
    assert found == dict.fromkeys(("avif", "webp", "jpg", "png"), (expected, expected))
