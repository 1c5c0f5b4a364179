"""Originals handed out with their note in them: pixels untouched, everything else left behind.

A JPEG or PNG is copied block by block, so that a file of any size costs the same memory and
the same note gives the same bytes. Whatever else a program once wrote into it (place, camera,
history) is left out. Other formats become JPEG or PNG, which every newsroom opens.
"""

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO

from PIL import Image as PILImage

from media_library.darkroom import Unreadable, screen_colours
from media_library.photo_notes import PhotoNote

BLOCK = 256 * 1024  # bytes read at a time
SEGMENT = 65_533  # bytes that fit into one segment of a JPEG
XMP_MARK = b"http://ns.adobe.com/xap/1.0/\0"
IPTC_MARK = b"Photoshop 3.0\0"
APP0, APP1, APP13, COMMENT, SCAN = 0xE0, 0xE1, 0xED, 0xFE, 0xDA
WITHOUT_LENGTH = {0x01, *range(0xD0, 0xD9)}
PNG_START = b"\x89PNG\r\n\x1a\n"
PNG_TEXTS = {b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"}
PRINT = {"quality": 95, "subsampling": 0, "optimize": True}


def stamped(file, note: PhotoNote, *, suffix: str = ".jpg") -> Iterator[bytes]:
    """Yield the bytes of an open picture with its note; raise `Unreadable` if it is damaged.

    `suffix`: what other formats than JPEG and PNG become, as `suffix_after` says.
    """
    try:
        file.seek(0)
        start = file.read(len(PNG_START))
        file.seek(0)
        if start.startswith(b"\xff\xd8"):
            yield from jpeg(file, note)
        elif start == PNG_START:
            yield from png(file, note)
        else:
            yield from stamped(converted(file, suffix), note)
    except (
        OSError,
        ValueError,
        IndexError,
        struct.error,
        PILImage.DecompressionBombError,
    ) as error:
        raise Unreadable from error


def suffix_after(suffix: str, *, is_transparent: bool) -> str:
    """Return the suffix of what `stamped` makes of a picture with this one."""
    if suffix in {".jpg", ".jpeg"}:
        return ".jpg"
    return ".png" if suffix == ".png" or is_transparent else ".jpg"


def converted(file, suffix: str) -> BytesIO:
    """Return a WebP, AVIF or GIF as PNG, or as JPEG in print quality."""
    stream = BytesIO()
    with PILImage.open(file) as original:
        picture = screen_colours(original)
    if suffix == ".png":
        picture.save(stream, "PNG")
    else:
        picture.convert("RGB").save(stream, "JPEG", **PRINT)
    return stream


def jpeg(file, note: PhotoNote) -> Iterator[bytes]:
    """Yield a JPEG with the note in place of its own APP1, APP13 and comments."""
    yield file.read(2)
    is_noted = False
    while True:
        marker, payload = next_segment(file)
        if not is_noted and marker != APP0:
            yield from segments(note)
            is_noted = True
        if marker not in {APP1, APP13, COMMENT}:
            yield bytes([0xFF, marker]) + payload
        if marker == SCAN:
            break
    yield from rest_of(file)


def next_segment(file) -> tuple[int, bytes]:
    """Return marker and payload (with its length) of the next segment of a JPEG."""
    if file.read(1) != b"\xff":
        raise ValueError("Here should be a segment.")
    marker = b"\xff"
    while marker == b"\xff":  # one is enough, more are allowed
        marker = file.read(1)
    if marker[0] in WITHOUT_LENGTH:
        return marker[0], b""
    length = file.read(2)
    return marker[0], length + file.read(struct.unpack(">H", length)[0] - 2)


def segments(note: PhotoNote) -> Iterator[bytes]:
    """Yield the note as segments of a JPEG: EXIF, XMP, IPTC."""
    iptc = note.iptc()
    if iptc:
        resource = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(iptc)) + iptc
        iptc = IPTC_MARK + resource + b"\0" * (len(iptc) % 2)
    xmp = XMP_MARK + note.xmp() if note.xmp() else b""
    for marker, payload in ((APP1, note.exif()), (APP1, xmp), (APP13, iptc)):
        if 0 < len(payload) <= SEGMENT:
            yield struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload


def png(file, note: PhotoNote) -> Iterator[bytes]:
    """Yield a PNG with the note behind its header, in place of its own texts."""
    yield file.read(len(PNG_START))
    while head := file.read(8):
        length, kind = struct.unpack(">I4s", head)
        if kind in PNG_TEXTS:
            file.seek(length + 4, 1)
            continue
        yield head
        yield from part_of(file, length + 4)
        if kind == b"IHDR":
            yield from chunks(note)


def chunks(note: PhotoNote) -> Iterator[bytes]:
    """Yield the note as chunks of a PNG: EXIF and XMP; IPTC has no place there."""
    exif = note.exif().removeprefix(b"Exif\0\0")
    xmp = b"XML:com.adobe.xmp\0\0\0\0\0" + note.xmp() if note.xmp() else b""
    for kind, payload in ((b"eXIf", exif), (b"iTXt", xmp)):
        if payload:
            check = zlib.crc32(kind + payload)
            yield struct.pack(">I", len(payload)) + kind + payload + struct.pack(">I", check)


def part_of(file, length: int) -> Iterator[bytes]:
    """Yield the next `length` bytes of a file."""
    while length > 0 and (block := file.read(min(BLOCK, length))):
        length -= len(block)
        yield block


def rest_of(file) -> Iterator[bytes]:
    """Yield what is left of a file."""
    while block := file.read(BLOCK):
        yield block
