"""The sizes and crops of a picture: their geometry, names and bytes."""

from hashlib import sha256
from io import BytesIO, StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from PIL import Image as PILImage

from media_library import darkroom
from media_library.models import Image
from media_library.renditions import (
    ROLES,
    SocialImage,
    all_renditions,
    crop_box,
    renditions_of,
    sizes_of,
    social_image,
    stem_of,
)
from tests.factories import picture
from tests.media_library import files

pytestmark = pytest.mark.django_db

SIZES = [(1600, 900), (900, 1600), (1000, 1000), (3000, 400), (400, 3000), (7, 5)]
STEPS = [step / 10 for step in range(11)]


def in_library(name: str, content: bytes, **values) -> Image:
    """Return an image in the library with this content."""
    return Image.objects.create(
        original_filename=name, file=ContentFile(content, name=name), **values
    )


@pytest.mark.parametrize("ratio", [16 / 9, 3 / 2, 1, 4 / 5, 1200 / 630])
@pytest.mark.parametrize("size", SIZES)
def test_the_focal_point_stays_inside_every_crop(size, ratio):
    outside = []
    for x in STEPS:
        for y in STEPS:
            left, top, right, bottom = crop_box(size, ratio, (x, y))
            inside = left <= x * size[0] <= right and top <= y * size[1] <= bottom
            whole = 0 <= left < right <= size[0] and 0 <= top < bottom <= size[1]
            if not (inside and whole):
                outside.append((x, y))

    assert outside == []


@pytest.mark.parametrize("size", SIZES[:3])
def test_crops_have_the_ratio_of_their_role(size):
    left, top, right, bottom = crop_box(size, 4 / 5, (0.5, 0.5))

    assert (right - left) / (bottom - top) == pytest.approx(4 / 5, abs=0.01)


def test_pictures_are_never_enlarged():
    assert {
        width: sizes_of(picture(size=(width, width)), ROLES["card"]) for width in (200, 500, 2000)
    } == {
        200: [(200, 133)],
        500: [(320, 213), (480, 320), (500, 333)],
        2000: [(320, 213), (480, 320), (640, 427), (960, 640)],
    }


def test_logos_are_not_cropped():
    assert sizes_of(picture(size=(400, 100)), ROLES["logo"]) == [(160, 40), (320, 80), (400, 100)]


def test_names_hold_content_focal_point_role_and_width():
    image = picture(size=(1000, 1000), subject_location="200,900")

    assert [file.name for file in renditions_of(image, ROLES["social"])] == [
        f"renditions/{image.sha1}-20-90-{rights_mark(image)}/social-1000.jpg"
    ]


def rights_mark(image) -> str:
    """Return the part of a name that stands for the rights in the file."""
    return sha256(image.note().xmp()).hexdigest()[:8]


def test_a_corrected_credit_gives_new_addresses():
    image = picture()
    before = stem_of(image)
    image.credit = "Jörg Größe"

    assert stem_of(image) != before


def test_a_new_focal_point_gives_new_addresses_and_the_same_one_the_same():
    image = picture()
    before = stem_of(image)
    image.subject_location = "10,10"

    assert (stem_of(Image.objects.get(pk=image.pk)) == before, stem_of(image) == before) == (
        True,
        False,
    )


def test_every_file_is_what_its_name_says():
    image = picture(size=(1200, 900))
    darkroom.make(image, all_renditions(image))

    found = {}
    for rendition in all_renditions(image):
        with default_storage.open(rendition.name) as file, PILImage.open(file) as made:
            found[rendition.name] = (made.format, made.size)
    formats = {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG"}

    assert found == {
        rendition.name: (formats[rendition.suffix], (rendition.width, rendition.height))
        for rendition in all_renditions(image)
    }


def test_the_crop_shows_the_focal_point():
    sheet = PILImage.new("RGB", (300, 1000), "blue")
    sheet.paste("red", (0, 900, 300, 1000))
    stream = BytesIO()
    sheet.save(stream, "PNG")
    image = in_library("hoch.png", stream.getvalue(), subject_location="150,950")
    rendition = renditions_of(image, ROLES["card"])[-1]

    darkroom.make(image, [rendition])

    with default_storage.open(rendition.name) as file, PILImage.open(file) as made:
        assert [made.getpixel((150, y))[0] > 150 for y in (20, 180)] == [False, True]


def test_transparent_pictures_stay_transparent():
    image = in_library("logo.png", files.bitmap("PNG", (320, 80), (0, 0, 0, 0), "RGBA"))
    darkroom.make(image, all_renditions(image))

    modes = {}
    for rendition in renditions_of(image, ROLES["logo"])[1::2]:
        with default_storage.open(rendition.name) as file, PILImage.open(file) as made:
            modes[rendition.suffix] = made.convert("RGBA").getpixel((5, 5))[3]
    assert modes == {"avif": 0, "webp": 0, "png": 0}


@pytest.mark.parametrize(
    "content",
    [
        files.bitmap("PNG", mode="I;16", colour=900),
        files.bitmap("PNG", mode="P", colour=3),
        files.bitmap("PNG", mode="LA", colour=(9, 90)),
        files.bitmap("PNG", mode="1", colour=1),
    ],
)
def test_odd_pixel_formats_are_made_too(content):
    image = in_library("bild.png", content)

    assert darkroom.make(image, all_renditions(image)) == len(all_renditions(image))


def test_printing_colours_become_screen_colours():
    image = in_library("druck.jpg", files.bitmap("JPEG", mode="CMYK", colour=(0, 255, 255, 0)))
    rendition = renditions_of(image, ROLES["card"])[-1]

    darkroom.make(image, [rendition])

    with default_storage.open(rendition.name) as file, PILImage.open(file) as made:
        assert (made.mode, made.getpixel((9, 9))[0] > 150) == ("RGB", True)


def test_drawings_and_lost_files_have_no_renditions():
    drawing = in_library("zeichnung.svg", files.SVG)
    lost = Image(original_filename="weg.jpg")

    assert (all_renditions(drawing), all_renditions(lost)) == ([], [])


def test_social_image_is_one_large_picture_with_its_credit():
    image = picture(size=(2000, 2000))

    assert social_image(image, "Brücke im Nebel") == SocialImage(
        url=f"/media/renditions/{stem_of(image)}/social-1200.jpg",
        width=1200,
        height=630,
        alt="Brücke im Nebel – Foto: Erika Beispiel",
    )


def test_there_is_no_social_image_without_a_picture():
    assert (social_image(None), social_image(in_library("a.svg", files.SVG))) == (None, None)


@pytest.mark.parametrize("count", [1, 3])
def test_the_command_makes_what_is_missing_and_says_how_far_it_is(count):
    images = [picture(f"bild-{number}.png", (100, 100 + number)) for number in range(count)]
    total = sum(len(all_renditions(image)) for image in images)

    first, second = StringIO(), StringIO()
    call_command("make_renditions", stdout=first)
    call_command("make_renditions", stdout=second)

    assert first.getvalue().splitlines() == [
        *(
            f"{number}/{count} {image.label}: {len(all_renditions(image))} Bildgrößen"
            for number, image in enumerate(images, 1)
        ),
        f"{total} Bildgrößen für {count} Bilder gerechnet.",
        "0 Vorschaubilder für 0 Seiten gezeichnet.",
    ]
    assert second.getvalue().splitlines() == [
        f"0 Bildgrößen für {count} Bilder gerechnet.",
        "0 Vorschaubilder für 0 Seiten gezeichnet.",
    ]


def test_the_command_goes_on_after_a_lost_file_and_removes_orphans():
    lost, kept = picture("weg.png", (90, 90)), picture("da.png", (80, 80))
    default_storage.delete(lost.file.name)
    default_storage.save("renditions/alt/hero-480.jpg", ContentFile(b"x"))
    out, err = StringIO(), StringIO()

    call_command("make_renditions", "--prune", stdout=out, stderr=err)

    assert out.getvalue().splitlines()[-1] == "1 überzählige Dateien entfernt."
    assert err.getvalue() == "1/2 weg.png: Die Datei fehlt oder ist beschädigt.\n"
    assert set(darkroom.stored_names()) == {file.name for file in all_renditions(kept)}


def test_saving_an_image_has_its_sizes_made(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        image = picture(size=(60, 60))
    darkroom.darkroom.orders.join()

    assert darkroom.missing_renditions(image) == []
