"""What a photo says about itself wherever it goes: maker, rights, terms, caption.

One `PhotoNote` is written in three languages, because programs read different ones: XMP
(search engines, today's picture programs), IPTC-IIM (newsrooms), EXIF (file managers).
"""

import struct
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

from PIL import ExifTags
from PIL.Image import Exif

XMP_HEAD = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about=""'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"'
    ' xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"'
    ' xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">'
)
XMP_TAIL = '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
LIST = "<{0}><rdf:Seq><rdf:li>{1}</rdf:li></rdf:Seq></{0}>"
TEXT = '<{0}><rdf:Alt><rdf:li xml:lang="x-default">{1}</rdf:li></rdf:Alt></{0}>'
PLAIN = "<{0}>{1}</{0}>"
# IPTC-IIM record 2: number of the dataset and its greatest length in bytes.
BY_LINE, CREDIT, COPYRIGHT = (80, 32), (110, 32), (116, 128)
CAPTION, CITY, CREATED = (120, 2000), (90, 32), (55, 8)
UTF8 = b"\x1c\x01\x5a\x00\x03\x1b%G"  # record 1, dataset 90: the text is UTF-8


@dataclass(frozen=True)
class PhotoNote:
    """All that is known; what is empty is not written. `terms_url` is an address with host."""

    creator: str = ""
    copyright: str = ""
    terms: str = ""
    terms_url: str = ""
    caption: str = ""
    alt: str = ""
    place: str = ""
    taken_on: date | None = None

    def xmp(self) -> bytes:
        """Return an XMP packet; b"" if there is nothing to say."""
        day = self.taken_on.isoformat() if self.taken_on else ""
        known = (
            (LIST, "dc:creator", self.creator),
            (PLAIN, "photoshop:Credit", self.creator),
            (TEXT, "dc:rights", self.copyright),
            (PLAIN, "xmpRights:Marked", "True" if self.copyright.startswith("©") else ""),
            (TEXT, "xmpRights:UsageTerms", self.terms),
            (PLAIN, "xmpRights:WebStatement", self.terms_url),
            (TEXT, "dc:description", self.caption),
            (TEXT, "Iptc4xmpCore:AltTextAccessibility", self.alt),
            (PLAIN, "photoshop:City", self.place),
            (PLAIN, "photoshop:DateCreated", day),
        )
        body = "".join(
            form.format(name, escape(line(value))) for form, name, value in known if value
        )
        return f"{XMP_HEAD}{body}{XMP_TAIL}".encode() if body else b""

    def iptc(self) -> bytes:
        """Return the records of an IPTC-IIM block; b"" if there is nothing to say."""
        day = self.taken_on.strftime("%Y%m%d") if self.taken_on else ""
        known = (
            (CREATED, day),
            (BY_LINE, self.creator),
            (CITY, self.place),
            (CREDIT, self.creator),
            (COPYRIGHT, self.copyright),
            (CAPTION, self.caption),
        )
        records = b"".join(dataset(*where, value) for where, value in known if value)
        return UTF8 + records if records else b""

    def exif(self) -> bytes:
        """Return an EXIF block with maker and copyright; b"" if both are empty."""
        exif = Exif()
        if self.creator:
            exif[ExifTags.Base.Artist] = line(self.creator).encode()
        if self.copyright:
            exif[ExifTags.Base.Copyright] = line(self.copyright).encode()
        return exif.tobytes() if exif else b""


def line(text: str) -> str:
    """Return a text as one line of what can be printed, as XML wants it too."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def dataset(number: int, length: int, text: str) -> bytes:
    """Return one dataset of record 2, cut to its length between two letters."""
    value = line(text).encode()[:length].decode(errors="ignore").encode()
    return struct.pack(">BBBH", 0x1C, 2, number, len(value)) + value
