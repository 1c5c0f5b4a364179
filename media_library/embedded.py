"""Who made a picture and what it shows, as its file says: EXIF, IPTC and XMP read, EXIF kept.

Everything else in those blocks (place, camera, serial number, editing history)
stays out of the library. EXIF text is meant to be ASCII; like all current
programs we write and read UTF-8.
"""

import re
from contextlib import suppress
from dataclasses import dataclass

from lxml import etree
from PIL import ExifTags, IptcImagePlugin
from PIL import Image as PILImage
from PIL.Image import Exif, Image

LENGTH = 160  # characters of Image.credit and Image.rights_holder
IPTC_BY_LINE, IPTC_CREDIT, IPTC_COPYRIGHT, IPTC_CAPTION = (2, 80), (2, 110), (2, 116), (2, 120)
CAPTION_LENGTH = 250  # characters of Image.default_caption
NO_CAPTION = re.compile(r"digital camera|^sony dsc|^dcim|^untitled", re.I)  # written by cameras
DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
LIST_ITEM = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li"
XMP_LIMIT = 1024 * 1024  # bytes


@dataclass(frozen=True)
class Rights:
    """The maker, the copyright notice and the caption; empty where the file says nothing."""

    artist: str = ""
    copyright: str = ""
    caption: str = ""

    def exif(self) -> bytes:
        """Return an EXIF block with nothing but these; empty if all of them are."""
        exif = Exif()
        if self.artist:
            exif[ExifTags.Base.Artist] = self.artist.encode()
        if self.copyright:
            exif[ExifTags.Base.Copyright] = self.copyright.encode()
        if self.caption:
            exif[ExifTags.Base.ImageDescription] = self.caption.encode()
        return exif.tobytes() if exif else b""


def rights_in(file) -> Rights:
    """Return what a file says about its maker; nothing if it is no picture."""
    try:
        file.seek(0)
        with PILImage.open(file) as picture:
            return rights_of(picture)
    except Exception:  # noqa: BLE001 - decoders raise whatever the bytes lead them to
        return Rights()
    finally:
        rewind(file)


def rewind(file) -> None:
    """Set a file back to its start, if it is there at all."""
    with suppress(OSError, ValueError):
        file.seek(0)


def rights_of(picture: Image) -> Rights:
    """Return what an opened picture says about its maker; IPTC and XMP before EXIF."""
    sources = (from_iptc(picture), from_xmp(picture), from_exif(picture.getexif()))
    return Rights(
        artist=next((source.artist for source in sources if source.artist), ""),
        copyright=next((source.copyright for source in sources if source.copyright), ""),
        caption=next((source.caption for source in sources if source.caption), ""),
    )


def from_exif(exif: Exif) -> Rights:
    """Return what the EXIF block says; a camera's own words are no caption."""
    caption = text(exif.get(ExifTags.Base.ImageDescription, ""), CAPTION_LENGTH)
    return Rights(
        text(exif.get(ExifTags.Base.Artist, "")),
        text(exif.get(ExifTags.Base.Copyright, "")),
        "" if NO_CAPTION.search(caption) else caption,
    )


def from_iptc(picture: Image) -> Rights:
    """Return what the IPTC block of a press photo says."""
    try:
        fields = IptcImagePlugin.getiptcinfo(picture) or {}
    except (SyntaxError, OSError, ValueError, IndexError):
        return Rights()
    makers = [text(fields.get(key, b"")) for key in (IPTC_BY_LINE, IPTC_CREDIT)]
    artist = " / ".join(dict.fromkeys(maker for maker in makers if maker))
    caption = text(fields.get(IPTC_CAPTION, b""), CAPTION_LENGTH)
    return Rights(artist[:LENGTH], text(fields.get(IPTC_COPYRIGHT, b"")), caption)


def from_xmp(picture: Image) -> Rights:
    """Return what the XMP packet says (dc:creator, dc:rights, dc:description)."""
    packet = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b""
    packet = packet.encode() if isinstance(packet, str) else packet
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        tree = etree.fromstring(packet.rstrip(b"\0")[:XMP_LIMIT], parser)
    except (etree.XMLSyntaxError, ValueError):
        return Rights()
    caption = first_item(tree, "description", CAPTION_LENGTH)
    return Rights(first_item(tree, "creator"), first_item(tree, "rights"), caption)


def first_item(tree, name: str, length: int = LENGTH) -> str:
    """Return the first entry of a Dublin Core list in an XMP packet."""
    item = tree.find(f".//{DUBLIN_CORE}{name}//{LIST_ITEM}")
    return text(item.text or "", length) if item is not None else ""


def text(value, length: int = LENGTH) -> str:
    """Return a metadata value as one clean line; Pillow hands UTF-8 over as Latin-1."""
    value = value[0] if isinstance(value, list) and value else value
    raw = value if isinstance(value, bytes) else str(value).encode("latin-1", "replace")
    try:
        line = raw.decode("utf-8")
    except UnicodeDecodeError:
        line = raw.decode("latin-1")
    return " ".join("".join(c if c.isprintable() else " " for c in line).split())[:length]
