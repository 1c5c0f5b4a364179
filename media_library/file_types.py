"""The kinds of files the portal takes, known by how their content starts."""

import re
from dataclasses import dataclass
from pathlib import PurePath

MEGABYTE = 1024 * 1024
PICTURE_LIMIT = 25 * MEGABYTE
DRAWING_LIMIT = 2 * MEGABYTE
DOCUMENT_LIMIT = 50 * MEGABYTE
RECORDING_LIMIT = 500 * MEGABYTE

HEAD_LENGTH = 4096  # bytes that the patterns below see


class Refusal(Exception):  # noqa: N818 - it is an answer to an editor, not a fault
    """Why a file does not come in and what to do: the rest of a sentence after its name."""


@dataclass(frozen=True)
class FileType:
    """One kind of file: its name in German, MIME type, suffixes, greatest size in bytes."""

    name: str
    mime: str
    suffixes: tuple[str, ...]
    limit: int
    start: re.Pattern[bytes]


def file_type(name: str, mime: str, suffixes: str, limit: int, start: bytes) -> FileType:
    """Return a file type; `suffixes` are words."""
    return FileType(name, mime, tuple(suffixes.split()), limit, re.compile(start, re.S | re.I))


SVG_START = (
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>)?(?:\s|<!--.*?-->|<!DOCTYPE svg[^>\[]*>)*<svg[\s>]"
)
JPEG = file_type("JPEG-Bild", "image/jpeg", ".jpg .jpeg", PICTURE_LIMIT, rb"\xff\xd8\xff")
PNG = file_type("PNG-Bild", "image/png", ".png", PICTURE_LIMIT, rb"\x89PNG\r\n\x1a\n")
GIF = file_type("GIF-Bild", "image/gif", ".gif", PICTURE_LIMIT, rb"GIF8[79]a")
WEBP = file_type("WebP-Bild", "image/webp", ".webp", PICTURE_LIMIT, rb"RIFF.{4}WEBP")
AVIF = file_type("AVIF-Bild", "image/avif", ".avif", PICTURE_LIMIT, rb".{4}ftypavi[fs]")
SVG = file_type("SVG-Zeichnung", "image/svg+xml", ".svg", DRAWING_LIMIT, SVG_START)
PDF = file_type("PDF-Dokument", "application/pdf", ".pdf", DOCUMENT_LIMIT, rb"%PDF-[12]\.")
MP4 = file_type(
    "MP4-Video",
    "video/mp4",
    ".mp4 .m4v",
    RECORDING_LIMIT,
    rb".{4}ftyp(?:iso[m2-9]|mp4[12]|avc1|M4V |MSNV|dash)",
)
WEBM = file_type(
    "WebM-Video", "video/webm", ".webm", RECORDING_LIMIT, rb"\x1a\x45\xdf\xa3.{,60}webm"
)
M4A = file_type("M4A-Tonaufnahme", "audio/mp4", ".m4a", RECORDING_LIMIT, rb".{4}ftypM4A ")
MP3 = file_type(
    "MP3-Tonaufnahme", "audio/mpeg", ".mp3", RECORDING_LIMIT, rb"ID3|\xff[\xf2\xf3\xfa\xfb]"
)
OGG = file_type("Ogg-Tonaufnahme", "audio/ogg", ".ogg .oga", RECORDING_LIMIT, rb"OggS")
WAV = file_type("WAV-Tonaufnahme", "audio/x-wav", ".wav", RECORDING_LIMIT, rb"RIFF.{4}WAVE")
VTT = file_type(
    "WebVTT-Untertiteldatei", "text/vtt", ".vtt", DOCUMENT_LIMIT, rb"(?:\xef\xbb\xbf)?WEBVTT"
)
ZIP = file_type("ZIP-Archiv", "application/zip", ".zip", DOCUMENT_LIMIT, rb"PK\x03\x04")
KNOWN_BY_START = (JPEG, PNG, GIF, WEBP, AVIF, SVG, PDF, MP4, WEBM, M4A, MP3, OGG, WAV, VTT, ZIP)
BITMAPS = (JPEG, PNG, GIF, WEBP, AVIF)
PICTURE_TYPES = {kind.mime for kind in (*BITMAPS, SVG)}

# Office documents are ZIP archives that hold this member.
OFFICE = "application/vnd.openxmlformats-officedocument"
OPEN_DOCUMENT = "application/vnd.oasis.opendocument"
KNOWN_BY_MEMBER = {
    "word/document.xml": file_type(
        "Word-Dokument", f"{OFFICE}.wordprocessingml.document", ".docx", DOCUMENT_LIMIT, b""
    ),
    "xl/workbook.xml": file_type(
        "Excel-Tabelle", f"{OFFICE}.spreadsheetml.sheet", ".xlsx", DOCUMENT_LIMIT, b""
    ),
    "ppt/presentation.xml": file_type(
        "PowerPoint-Präsentation",
        f"{OFFICE}.presentationml.presentation",
        ".pptx",
        DOCUMENT_LIMIT,
        b"",
    ),
}
OPEN_DOCUMENTS = {
    f"{OPEN_DOCUMENT}.{kind}": file_type(
        name, f"{OPEN_DOCUMENT}.{kind}", suffix, DOCUMENT_LIMIT, b""
    )
    for kind, name, suffix in (
        ("text", "OpenDocument-Text", ".odt"),
        ("spreadsheet", "OpenDocument-Tabelle", ".ods"),
        ("presentation", "OpenDocument-Präsentation", ".odp"),
    )
}
# Plain text has no start of its own: it is known by its suffix and proven by its letters.
TEXTS = (
    file_type("Textdatei", "text/plain", ".txt", DOCUMENT_LIMIT, b""),
    file_type("CSV-Tabelle", "text/csv", ".csv", DOCUMENT_LIMIT, b""),
)
ALL = (*KNOWN_BY_START, *KNOWN_BY_MEMBER.values(), *OPEN_DOCUMENTS.values(), *TEXTS)
MIME_BY_SUFFIX = {suffix: kind.mime for kind in ALL for suffix in kind.suffixes}

# What editors often bring and the portal cannot show, with what they can do.
ADVICE = (
    (
        re.compile(rb".{4}ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)", re.S),
        "ist ein HEIC-Bild. Viele Browser zeigen dieses iPhone-Format nicht. Speichern Sie das "
        "Bild als JPEG (am iPhone unter Einstellungen, Kamera, Formate: „Maximale "
        "Kompatibilität“).",
    ),
    (
        re.compile(rb"II\*\x00|MM\x00\*"),
        "ist ein TIFF-Bild. Browser zeigen es nicht. Speichern Sie es als JPEG oder PNG.",
    ),
    (
        re.compile(rb".{4}ftypqt", re.S),
        "ist ein QuickTime-Video. Nicht jeder Browser spielt es ab. Speichern Sie es als MP4.",
    ),
    (
        re.compile(rb"\xd0\xcf\x11\xe0"),
        "ist ein altes Office-Format. Speichern Sie die Datei als PDF oder im heutigen Format "
        "(.docx, .xlsx, .pptx).",
    ),
    (
        re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|script)", re.I),
        "enthält eine Internetseite (HTML). Speichern Sie den Inhalt als PDF.",
    ),
)


def known_by_start(head: bytes) -> FileType | None:
    """Return the type whose content starts like `head`."""
    return next((kind for kind in KNOWN_BY_START if kind.start.match(head)), None)


def advice_for(head: bytes) -> str:
    """Return what an editor should know about a content that the portal does not take."""
    return next((advice for start, advice in ADVICE if start.match(head)), "")


def is_picture_name(name: str) -> bool:
    """Tell whether a file name has the suffix of a picture."""
    return MIME_BY_SUFFIX.get(PurePath(name).suffix.lower()) in PICTURE_TYPES
