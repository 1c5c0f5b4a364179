"""Pictures inside a Word file: taken out one by one, judged like uploads, with their captions."""

import hashlib
import re
import zipfile
from dataclasses import dataclass
from io import BytesIO

from media_library.embedded import rights_in
from media_library.file_types import BITMAPS, HEAD_LENGTH, PICTURE_LIMIT, Refusal, known_by_start
from media_library.uploads import UNREADABLE, check_content, check_size
from news.intake.passages import Document, Kind, Passage, tidy
from news.intake.structure import CAPTION

FOLDER = "word/media/"
MOST = 20  # pictures of one document
ALL_TOGETHER = 100 * 1024 * 1024  # bytes of a document's pictures, unpacked
ALT_LENGTH, CAPTION_LENGTH, CREDIT_LENGTH = 250, 300, 160
# What Word writes into the field by itself says nothing that somebody has seen.
MACHINE_MADE = re.compile(r"automatisch generiert|KI-generiert|automatically generated", re.I)
WORD = r"[A-ZÄÖÜ][\w.’'-]*"
JOINED = rf"[ /,&]+(?:(?:von|van|de|der|für|und) ){{0,2}}{WORD}"
NAME = rf"(?!(?:Der|Die|Das|Ein|Eine|Im|Am|Bei)\b)(?:{WORD}(?:{JOINED}){{0,6}}|privat)"
BEFORE = r"(?:Fotos?|Fotograf(?:in|ie)?|Bildnachweis|Bildquelle|Quelle)\s*:\s*(?:©\s*)?|©\s*"
CREDIT = rf"(?:{BEFORE})(?P<name>{NAME})\.?"
CREDIT_LINE = re.compile(CREDIT)
CREDIT_AT_END = re.compile(rf"[\s(\[|–-]+{CREDIT}\s*[)\]]?\.?$")
MISSING = "fehlt im Dokument, liegt außerhalb davon oder ist größer als 25 MB."
STRANGE = (
    "ist kein Foto, sondern zum Beispiel eine Zeichnung aus Word (EMF, WMF, SVG). Speichern Sie es "
    "in einem Bildprogramm als JPEG oder PNG und laden Sie es hoch."
)
REFUSED = "Bild {number} kommt nicht mit: Es {reason}"
TOO_MANY = "Das Dokument enthält {count} Bilder. Übernehmen lassen sich die ersten {most}."


@dataclass(frozen=True)
class Picture:
    """A picture as the library would take it, and what the document says about it."""

    content: bytes
    suffix: str
    alt: str = ""
    caption: str = ""
    credit: str = ""

    @property
    def checksum(self) -> str:
        """What the library knows the same file by."""
        return hashlib.sha1(self.content, usedforsecurity=False).hexdigest()


def copy_media(source: zipfile.ZipFile, target: zipfile.ZipFile) -> None:
    """Copy the pictures that are whole and not too large; what is missing is told later."""
    room = ALL_TOGETHER
    for part in source.infolist():
        if not part.filename.startswith(FOLDER) or part.file_size > min(PICTURE_LIMIT, room):
            continue
        room -= part.file_size
        try:
            target.writestr(part.filename, source.read(part))
        except UNREADABLE:
            continue


class Collector:
    """Takes the pictures while mammoth walks through the document."""

    def __init__(self):
        self.found: list[Picture | Refusal] = []

    def __call__(self, image) -> dict:
        """Keep a picture; it leaves a mark without an address in the text."""
        try:
            self.found.append(judged(content_of(image), image.alt_text or ""))
        except Refusal as refused:
            self.found.append(refused)
        return {}


def content_of(image) -> bytes:
    """Return the bytes of an embedded picture; linked ones are not fetched."""
    try:
        with image.open() as file:
            return file.read()
    except (*UNREADABLE, LookupError):
        raise Refusal(MISSING) from None


def judged(content: bytes, alt: str) -> Picture:
    """Return a picture cleaned by the library's own rules for uploads, or raise `Refusal`."""
    kind = known_by_start(content[:HEAD_LENGTH])
    if kind not in BITMAPS:
        raise Refusal(STRANGE)
    file, suffix = BytesIO(content), kind.suffixes[0]
    check_size(file, kind)
    check_content(file, kind, file_name=f"Bild{suffix}")
    alt = "" if MACHINE_MADE.search(alt) else tidy(alt)[:ALT_LENGTH]
    rights = rights_in(file)
    return Picture(file.getvalue(), suffix, alt, rights.caption, rights.artist)


def take_pictures(document: Document, found: list[Picture | Refusal]) -> None:
    """Give each picture of a document its caption; say in the remarks which stay behind.

    The caption of a picture that stays behind stays in the text.
    """
    spots = document.spots if len(document.spots) == len(found) else [None] * len(found)
    if len(found) > MOST:
        document.remarks.append(TOO_MANY.format(count=len(found), most=MOST))
    taken: set[int] = set()
    pictures: dict[str, Picture] = {}
    for number, (one, spot) in enumerate(list(zip(found, spots, strict=True))[:MOST], 1):
        if isinstance(one, Refusal):
            document.remarks.append(REFUSED.format(number=number, reason=one))
            continue
        captioned = one if spot is None else with_caption(one, document.passages, spot, taken)
        pictures.setdefault(one.checksum, captioned)
    document.pictures = list(pictures.values())
    document.passages = [one for n, one in enumerate(document.passages) if n not in taken]


def with_caption(picture: Picture, passages: list[Passage], spot: int, taken: set[int]) -> Picture:
    """Return a picture with the caption and the credit that stand below it, and note them."""
    caption = credit = ""
    for number in range(spot, min(spot + 2, len(passages))):
        words, name = said_in(passages[number])
        is_new = (words and not caption) or (name and not credit)
        if number in taken or not is_new or (words and caption):
            break
        taken.add(number)
        caption, credit = caption or words, credit or name
    return Picture(
        picture.content,
        picture.suffix,
        picture.alt,
        caption[:CAPTION_LENGTH] or picture.caption,
        credit[:CREDIT_LENGTH] or picture.credit,
    )


def said_in(passage: Passage) -> tuple[str, str]:
    """Return caption and credit of a passage, both "" if it is neither."""
    whole = CREDIT_LINE.fullmatch(passage.text)
    if whole:
        return "", whole["name"].rstrip(".")
    mark = CAPTION.match(passage.text)
    if not mark and passage.kind != Kind.CAPTION:
        return "", ""
    text = passage.text[mark.end() :] if mark else passage.text
    end = CREDIT_AT_END.search(text)
    return (text[: end.start()].rstrip(), end["name"].rstrip(".")) if end else (text, "")
