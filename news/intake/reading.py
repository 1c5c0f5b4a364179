"""A file or pasted text, whatever it is, as something recognised, or why it does not come in."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from news.intake.exports import ExportedText, read_export
from news.intake.pasted import read_pasted
from news.intake.refusals import Unreadable
from news.intake.structure import Release, recognise
from news.intake.tables import SUFFIX, read_table
from news.intake.word import read_word

LARGEST = 20 * 1024 * 1024  # bytes of a file
LONGEST = 100_000  # characters of one text; a press release has five thousand
ZIP, OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|rss\b|feed\b)|(?:\xff\xfe<\0|\xfe\xff\0<)")
LOCKED = (
    "Das Dokument ist mit einem Passwort geschützt. Öffnen Sie es in Word und nehmen Sie das "
    "Passwort heraus: „Datei“ → „Informationen“ → „Dokument schützen“."
)
OLD_WORD = (
    "Das ist ein altes Word-Dokument (.doc). Öffnen Sie es in Word und wählen Sie „Speichern "
    "unter“ → „Word-Dokument (.docx)“."
)
PASTE_INSTEAD = "{what} liest das Portal nicht. Kopieren Sie den Text in das Textfeld."
# What editors may bring instead, by how it starts.
OTHERS = (
    (re.compile(rb"%PDF"), "PDF-Dateien"),
    (re.compile(rb"\{\\rtf"), "RTF-Dateien"),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body)", re.I), "Internetseiten"),
)
NO_TEXT = (
    "Diese Datei ist kein Text. Möglich sind Word-Dokumente (.docx), Textdateien (.txt), "
    "Exporte (.xml: RSS, Atom, WordPress) und Tabellen (.csv)."
)
TOO_LARGE = (
    "Die Datei ist größer als 20 MB. Nehmen Sie in Word die Bilder heraus und speichern neu."
)
TOO_LONG = "Der Text hat mehr als 100 000 Zeichen. Übernehmen Sie jede Mitteilung für sich."
EMPTY = "Die Datei ist leer. Laden Sie sie noch einmal hoch."
NOT_UTF8 = "Die Textdatei ist nicht in UTF-8 gespeichert. Prüfen Sie Umlaute und Anführungszeichen."


@dataclass(frozen=True)
class Found:
    """What came in: one release, or the articles of an export."""

    release: Release | None = None
    articles: tuple[ExportedText, ...] = ()


def read_text(text: str) -> Found:
    """Return pasted text as a release, or raise `Unreadable`."""
    return Found(checked(recognise(read_pasted(text))))


def read_file(name: str, data: bytes) -> Found:
    """Return a file, known by its content, or raise `Unreadable`."""
    if len(data) > LARGEST:
        raise Unreadable(TOO_LARGE)
    if not data.strip():
        raise Unreadable(EMPTY)
    if data.startswith(OLD_OFFICE):
        raise Unreadable(LOCKED if ENCRYPTED in data else OLD_WORD)
    if data.startswith(ZIP):
        return Found(checked(recognise(read_word(name, data))))
    read = reader_of_many(name, data)
    return Found(articles=tuple(read(data))) if read else read_plain(data)


def reader_of_many(name: str, data: bytes) -> Callable[[bytes], list[ExportedText]] | None:
    """Return what reads a file of many articles, None for a single text."""
    if name.lower().endswith(SUFFIX):  # a table looks like text, and is one
        return read_table
    is_export = XML.match(data) and b"<html" not in data[:1000].lower()
    return read_export if is_export else None


def read_plain(data: bytes) -> Found:
    """Return a text file as a release."""
    for start, what in OTHERS:
        if start.match(data):
            raise Unreadable(PASTE_INSTEAD.format(what=what))
    if b"\0" in data:
        raise Unreadable(NO_TEXT)
    try:
        return read_text(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        found = read_text(data.decode("cp1252", "replace"))
        found.release.remarks.append(NOT_UTF8)
        return found


def checked(release: Release) -> Release:
    """Refuse what is longer than any press release, before anybody looks for names in it."""
    if len(release.whole_text()) > LONGEST:
        raise Unreadable(TOO_LONG)
    return release
