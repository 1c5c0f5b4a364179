"""Files for tests, good and bad, built byte by byte."""

import struct
import zipfile
import zlib
from io import BytesIO

from PIL import ExifTags, Image

PDF = b"%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\nstartxref\n9\n%%EOF\n"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0h9v9z"/></svg>'


def bitmap(kind="JPEG", size=(40, 20), colour="#2a6f97", mode="RGB", **options) -> bytes:
    """Return the bytes of a picture of one colour."""
    stream = BytesIO()
    Image.new(mode, size, colour).save(stream, kind, **options)
    return stream.getvalue()


def photo_on_its_side() -> bytes:
    """Return a JPEG as a phone writes it: 40 × 20, to be shown 20 × 40, with place and maker.

    Its upper left pixels are red; upright they are at the upper right.
    """
    picture = Image.new("RGB", (40, 20), "blue")
    picture.paste("red", (0, 0, 16, 8))
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    exif[ExifTags.Base.Make] = "Telefonwerk"
    exif[ExifTags.Base.Artist] = "Jörg Größe".encode()
    exif[ExifTags.Base.Copyright] = "© Stadt Dormagen".encode()
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (51.0, 5.0, 30.0)
    stream = BytesIO()
    picture.save(stream, "JPEG", exif=exif, quality=95)
    return stream.getvalue()


def iptc(**fields: str) -> bytes:
    """Return the Photoshop block of a press photo; names are by_line, credit, notice."""
    numbers = {"by_line": 80, "credit": 110, "notice": 116}
    records = b"".join(
        b"\x1c\x02"
        + bytes([numbers[name]])
        + struct.pack(">H", len(value.encode()))
        + value.encode()
        for name, value in fields.items()
    )
    resource = b"8BIM\x04\x04\x00\x00" + struct.pack(">I", len(records)) + records
    return b"Photoshop 3.0\x00" + resource + b"\x00" * (len(records) % 2)


def with_segment(jpeg: bytes, marker: int, payload: bytes) -> bytes:
    """Return a JPEG with one more segment after its start."""
    segment = b"\xff" + bytes([marker]) + struct.pack(">H", len(payload) + 2) + payload
    return jpeg[:2] + segment + jpeg[2:]


def png_claiming(width: int, height: int) -> bytes:
    """Return a small PNG whose header claims a huge size."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 99))


def png_with_text_bomb() -> bytes:
    """Return a PNG with 100 MB of zeros in a compressed text chunk."""
    png = bitmap("PNG")
    bomb = chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"\0" * 100_000_000))
    return png[:33] + bomb + png[33:]


def chunk(kind: bytes, payload: bytes) -> bytes:
    """Return one chunk of a PNG."""
    return (
        struct.pack(">I", len(payload))
        + kind
        + payload
        + struct.pack(">I", zlib.crc32(kind + payload))
    )


def moving(kind="GIF", frames=3) -> bytes:
    """Return an animated picture."""
    pictures = [
        Image.new("RGB", (8, 8), (number % 4 * 80, number // 4 % 256, number % 7 * 30))
        for number in range(frames)
    ]
    stream = BytesIO()
    pictures[0].save(stream, kind, save_all=True, append_images=pictures[1:], duration=40)
    return stream.getvalue()


def archive(*members: str, **contents: str) -> bytes:
    """Return a ZIP archive with empty members, and some with a text."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        for name in members:
            target.writestr(name, "")
        for name, content in contents.items():
            target.writestr(name, content)
    return stream.getvalue()
