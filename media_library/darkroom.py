"""Making renditions: out of the original, into the storage."""

import logging
from collections.abc import Iterable, Iterator
from contextlib import suppress
from io import BytesIO
from queue import Queue
from threading import Lock, Thread

from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from media_library.photo_notes import PhotoNote
from media_library.renditions import FOLDER, Rendition, all_renditions, crop_box

log = logging.getLogger(__name__)

# AVIF at speed 8 is 5 % larger than at the default speed, for 42 % of the time.
ENCODERS = {
    "avif": {"format": "AVIF", "quality": 55, "speed": 8},
    "webp": {"format": "WEBP", "quality": 78, "method": 4},
    "jpg": {"format": "JPEG", "quality": 80, "optimize": True, "progressive": True},
    "png": {"format": "PNG", "optimize": True},
}

REPORT_SECONDS = 24 * 60 * 60
# Whoever wants a size that another thread is making waits for it instead of making it twice.
AT_THE_ENLARGER = Lock()


class Unreadable(Exception):  # noqa: N818 - a state of a file
    """The original is missing or damaged."""


def missing_renditions(image) -> list[Rendition]:
    """Return what is not in the storage yet."""
    return [
        rendition
        for rendition in all_renditions(image)
        if not default_storage.exists(rendition.name)
    ]


def make_missing(image) -> int:
    """Make what is not in the storage yet, and return how many files."""
    return make(image, missing_renditions(image))


def make(image, renditions: Iterable[Rendition]) -> int:
    """Make these renditions and return how many; raise `Unreadable` if the original is lost."""
    renditions = list(renditions)
    if not renditions:
        return 0
    original, note = developed(image), image.note()
    for rendition in renditions:
        with AT_THE_ENLARGER:
            if default_storage.exists(rendition.name):
                continue
            content = encoded(cut(original, rendition, image.focal_point), rendition.suffix, note)
            default_storage.save(rendition.name, ContentFile(content))
    return len(renditions)


def developed(image) -> Image.Image:
    """Return the whole original in screen colours."""
    try:
        with default_storage.open(image.file.name) as file, Image.open(file) as original:
            return screen_colours(original)
    except Exception as error:
        report(image, error)
        raise Unreadable from error


def report(image, error: Exception) -> None:
    """Say once a day in the log that an original is lost."""
    if cache.add(f"unreadable:{image.sha1}", 1, timeout=REPORT_SECONDS):
        log.warning("Original of image %s (%s) is unreadable: %s", image.pk, image.file.name, error)


def screen_colours(original) -> Image.Image:
    """Return the picture as sRGB, with transparency if it has any."""
    has_alpha = original.mode in {"RGBA", "LA", "PA"} or "transparency" in original.info
    mode = "RGBA" if has_alpha else "RGB"
    profile = original.info.get("icc_profile")
    if profile and original.mode in {"RGB", "RGBA", "CMYK"}:
        with suppress(ImageCms.PyCMSError, OSError):  # a profile of another kind of picture
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            return ImageCms.profileToProfile(original, source, target, outputMode=mode)
    if original.mode.startswith("I"):  # 16 bits a channel
        original = original.point(lambda value: value / 256).convert("L")
    return original.convert(mode)


def cut(original, rendition: Rendition, focal_point) -> Image.Image:
    """Return the crop of the original in the rendition's size."""
    box = crop_box(original.size, rendition.role.ratio, focal_point)
    size = rendition.width, rendition.height
    return original.resize(size, Image.Resampling.LANCZOS, box=box, reducing_gap=3)


def encoded(picture, suffix: str, note: PhotoNote) -> bytes:
    """Return the bytes of a picture in a format, with its maker and rights in them."""
    if suffix == "jpg":
        picture = picture.convert("RGB")
    stream = BytesIO()
    picture.save(stream, **ENCODERS[suffix], **metadata(note, is_png=suffix == "png"))
    return stream.getvalue()


def metadata(note: PhotoNote, *, is_png: bool = False) -> dict:
    """Return the options with which Pillow writes a note."""
    exif, xmp = note.exif(), note.xmp()
    if is_png and xmp:
        info = PngInfo()
        info.add_itxt("XML:com.adobe.xmp", xmp.decode())
        return {"exif": exif, "pnginfo": info}
    return {name: value for name, value in (("exif", exif), ("xmp", xmp)) if value}


class Darkroom:
    """Makes pictures behind the request that asked for them, one after another.

    Nothing is lost if the process ends: what is missing is made when it is asked
    for (views.py) or by `manage.py make_renditions`.
    """

    def __init__(self):
        self.orders = Queue()
        self.worker = None

    def put(self, make, subject) -> None:
        """Have `make(subject)` called soon."""
        self.orders.put((make, subject))
        if self.worker is None or not self.worker.is_alive():
            self.worker = Thread(target=self.work, name="darkroom", daemon=True)
            self.worker.start()

    def work(self) -> None:
        """Make what was ordered, for ever."""
        while True:
            make, subject = self.orders.get()
            try:
                make(subject)
            except Unreadable:
                log.info("No pictures of %s: the original is lost", subject)
            except Exception:
                log.exception("Making pictures of %s failed", subject)
            finally:
                self.orders.task_done()


darkroom = Darkroom()


def stored_names(folder: str = FOLDER) -> Iterator[str]:
    """Yield the names of all renditions in the storage."""
    if not default_storage.exists(folder):
        return
    folders, files = default_storage.listdir(folder)
    yield from (f"{folder}/{name}" for name in files)
    for name in folders:
        yield from stored_names(f"{folder}/{name}")


def prune(wanted: set[str]) -> int:
    """Remove all files but those of these names, and return how many."""
    orphans = [name for name in stored_names() if name not in wanted]
    for name in orphans:
        default_storage.delete(name)
    return len(orphans)
