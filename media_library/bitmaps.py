"""Uploaded pictures, decoded completely and written anew.

Writing anew turns the pixels as the camera held them, leaves out places and
camera data, and leaves nothing of a file that is a picture and something else
at once. A JPEG keeps its own quantisation, so it loses next to nothing.
"""

from io import BytesIO

from django.conf import settings
from PIL import Image, ImageCms, ImageOps, JpegImagePlugin

from media_library.embedded import rights_of
from media_library.file_types import Refusal

MILLION = 1_000_000
OPTIONS = {
    "JPEG": {"optimize": True, "progressive": True},
    "PNG": {},
    "GIF": {},
    "WEBP": {"quality": 90, "method": 4},
    "AVIF": {"quality": 85, "speed": 8},
}
KEPT_INFO = ("icc_profile", "transparency")
DAMAGED = "ist beschädigt. Öffnen Sie das Bild in einem Bildprogramm und speichern Sie es neu."


def cleaned(file) -> bytes:
    """Return the picture upright and without metadata but its rights; refuse it in German."""
    file.seek(0)
    try:
        with Image.open(file, formats=list(OPTIONS)) as picture:
            check_pixels(picture)
            check_still(picture)
            return written_anew(picture)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Refusal(too_many_pixels()) from None
    except Refusal:
        raise
    except Exception:  # noqa: BLE001 - decoders raise whatever the bytes lead them to
        raise Refusal(DAMAGED) from None


def too_many_pixels() -> str:
    """Return the sentence for pictures beyond the limit."""
    return (
        f"hat mehr als {settings.FILER_MAX_IMAGE_PIXELS // MILLION} Millionen Bildpunkte. "
        "Verkleinern Sie das Bild, zum Beispiel auf 6000 × 4000 Punkte."
    )


def check_pixels(picture) -> None:
    """Refuse pictures that would need too much memory."""
    if picture.width * picture.height > settings.FILER_MAX_IMAGE_PIXELS:
        raise Refusal(too_many_pixels())


def check_still(picture) -> None:
    """Refuse moving pictures: readers could not stop them (WCAG 2.2.2)."""
    if picture.format in {"GIF", "PNG", "WEBP", "AVIF"} and getattr(picture, "is_animated", False):
        raise Refusal(
            "ist ein bewegtes Bild; es ließe sich nicht anhalten. Laden Sie es als MP4-Video hoch "
            "oder speichern Sie ein Einzelbild."
        )


def written_anew(picture) -> bytes:
    """Return the picture's bytes, encoded again in its own format."""
    # Phones wrap a JPEG and its small copies into „MPO“; the first one is the picture.
    kind = "JPEG" if picture.format == "MPO" else picture.format
    options = {**OPTIONS[kind], **jpeg_tables(picture)}
    exif = rights_of(picture).exif()
    if exif and kind != "GIF":
        options["exif"] = exif
    upright = ImageOps.exif_transpose(picture)
    upright.info = {key: picture.info[key] for key in KEPT_INFO if key in picture.info}
    options["icc_profile"] = upright.info["icc_profile"] = colour_profile(picture)
    stream = BytesIO()
    upright.save(stream, kind, **options)
    return stream.getvalue()


def colour_profile(picture) -> bytes | None:
    """Return the colour profile, unless it is rubbish."""
    profile = picture.info.get("icc_profile")
    try:
        ImageCms.getOpenProfile(BytesIO(profile or b""))
    except (OSError, ImageCms.PyCMSError):
        return None
    return profile


def jpeg_tables(picture) -> dict:
    """Return the quantisation and sampling of a JPEG, so that it is written as it was."""
    if not isinstance(picture, JpegImagePlugin.JpegImageFile):
        return {}
    return {
        "qtables": picture.quantization,
        "subsampling": JpegImagePlugin.get_sampling(picture),
    }
