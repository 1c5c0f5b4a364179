"""What may come into the library, decided by content and not by name.

`check_upload` is filer's one validator for every type (apps.py), so it stands
before each way in: the upload area, the file field of a form, "replace". It
raises a German sentence that names the file, or leaves clean content behind.
"""

import re
import struct
import unicodedata
import zipfile
import zlib
from math import ceil
from pathlib import PurePath

from django.core.files.storage import default_storage
from filer.validation import FileValidationError

from media_library import bitmaps, drawings, file_types
from media_library.file_types import MEGABYTE, FileType, Refusal

# A name like „foto.php.jpg“ is made to be mistaken for something else.
MISLEADING = re.compile(
    r"\.(?:apk|app|asp|aspx|bat|cgi|cmd|com|dll|exe|hta|htm|html|jar|js|jsp|lnk|mht|msi|php\d?|"
    r"phtml|pl|ps1|py|scr|sh|shtml|svg|swf|vbs|wasm|xhtml|xml|xsl)\.",
    re.I,
)
INVISIBLE = {"Cc", "Cf", "Co", "Cs"}  # Unicode categories: controls, direction marks, private use
MARKUP = re.compile(rb"<(?:!doctype html|html|script|iframe|body)\b", re.I)
PDF_END = 2048  # bytes at the end in which a PDF says where it ends
UNREADABLE = (zipfile.BadZipFile, zlib.error, struct.error, RuntimeError, OSError, ValueError)


def check_upload(file_name: str, file, owner, mime_type: str) -> None:
    """Refuse the file with a German sentence, or clean it in place."""
    try:
        check_name(file_name)
        kind = kind_of(file, file_name)
        check_size(file, kind)
        check_content(file, kind, file_name=file_name)
    except Refusal as refusal:
        raise FileValidationError(f"„{shown(file_name)}“ {refusal}") from None
    finally:
        file.seek(0)


def shown(file_name: str) -> str:
    """Return the name without invisible characters, short enough for a sentence."""
    visible = "".join(c if unicodedata.category(c) not in INVISIBLE else "�" for c in file_name)
    return visible if len(visible) <= 80 else f"{visible[:60]}…{visible[-15:]}"


def check_name(file_name: str) -> None:
    """Refuse names that hide what the file is."""
    if any(unicodedata.category(character) in INVISIBLE for character in file_name):
        raise Refusal("hat unsichtbare Zeichen im Namen. Benennen Sie die Datei um.")
    if not PurePath(file_name).suffix or file_name.startswith("."):
        raise Refusal(
            "hat keine Endung wie .jpg oder .pdf. Speichern Sie die Datei mit ihrer Endung."
        )
    if MISLEADING.search(file_name):
        raise Refusal("hat zwei Endungen. Benennen Sie die Datei um, mit nur einer Endung.")


def kind_of(file, file_name: str) -> FileType:
    """Return the type of the content; refuse it if unknown or named as another."""
    suffix = PurePath(file_name).suffix.lower()
    file.seek(0)
    head = file.read(file_types.HEAD_LENGTH)
    if not head:
        raise Refusal("ist leer. Laden Sie die Datei noch einmal hoch.")
    kind = file_types.known_by_start(head)
    if kind is file_types.ZIP:
        kind = kind_of_archive(file)
    kind = kind or text_kind(head, suffix)
    if kind is None:
        raise Refusal(file_types.advice_for(head) or unknown(suffix))
    if suffix not in kind.suffixes:
        raise Refusal(
            f"endet auf {suffix}, ist aber dem Inhalt nach: {kind.name}. "
            f"Speichern Sie die Datei mit der Endung {kind.suffixes[0]}."
        )
    return kind


def unknown(suffix: str) -> str:
    """Return what to say about a content of no type the portal takes."""
    if suffix in file_types.MIME_BY_SUFFIX:
        return (
            "ist beschädigt, oder der Inhalt passt nicht zur Endung. "
            f"Speichern Sie die Datei neu als {suffix}."
        )
    return (
        "hat ein Format, das das Portal nicht annimmt. Möglich sind Bilder (JPEG, PNG, WebP, AVIF, "
        "SVG), PDF, Office-Dokumente, Text, CSV, ZIP, MP3 und MP4."
    )


def kind_of_archive(file) -> FileType:
    """Return the type of a ZIP archive: an office document or just an archive."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
            if any(name.lower().endswith("vbaproject.bin") for name in names):
                raise Refusal("enthält Makros. Speichern Sie das Dokument ohne Makros.")
            document = file_types.OPEN_DOCUMENTS.get(declared_type(archive, names))
    except UNREADABLE:
        raise Refusal("ist beschädigt. Speichern Sie die Datei neu.") from None
    members = file_types.KNOWN_BY_MEMBER
    office = next((members[name] for name in members if name in names), None)
    return document or office or file_types.ZIP


def declared_type(archive: zipfile.ZipFile, names: set[str]) -> str:
    """Return what an OpenDocument archive says it is."""
    if "mimetype" not in names or archive.getinfo("mimetype").file_size > 100:
        return ""
    return archive.read("mimetype").decode("ascii", "replace").strip()


def text_kind(head: bytes, suffix: str) -> FileType | None:
    """Return the plain text type of that suffix if the content may be text."""
    if b"\0" in head or file_types.advice_for(head):
        return None
    return next((kind for kind in file_types.TEXTS if suffix in kind.suffixes), None)


def check_size(file, kind: FileType) -> None:
    """Refuse files that are too large for their type or for the disk."""
    size = file.seek(0, 2) or file.tell()
    if size > kind.limit:
        raise Refusal(
            f"ist {ceil(size / MEGABYTE)} MB groß, erlaubt sind {kind.limit // MEGABYTE} MB "
            f"({kind.name}). Verkleinern Sie die Datei."
        )
    if not default_storage.has_room_for(size):
        raise Refusal(
            "passt nicht mehr auf den Datenträger des Portals. Geben Sie dem technischen Betrieb "
            "Bescheid; gespeichert wurde nichts."
        )


def check_content(file, kind: FileType, *, file_name: str) -> None:
    """Look into the content as far as its type asks; clean pictures and drawings."""
    if kind in file_types.BITMAPS:
        replace_content(file, bitmaps.cleaned(file))
    elif kind is file_types.SVG:
        drawings.clean_drawing(file, file_name)
    elif kind is file_types.PDF:
        check_pdf(file)
    elif kind in (*file_types.TEXTS, file_types.VTT):
        check_text(file)


def check_pdf(file) -> None:
    """Refuse PDFs that are cut off or that are an HTML page as well."""
    file.seek(0)
    head = file.read(file_types.HEAD_LENGTH)
    length = file.seek(0, 2) or file.tell()
    file.seek(max(0, length - PDF_END))
    if b"%%EOF" not in file.read():
        raise Refusal("ist unvollständig. Speichern Sie das PDF neu und laden Sie es hoch.")
    if MARKUP.search(head):
        raise Refusal("enthält HTML. Speichern Sie das PDF neu, zum Beispiel über „Drucken“.")


def check_text(file) -> None:
    """Refuse texts in other encodings than UTF-8."""
    file.seek(0)
    try:
        file.read().decode("utf-8")
    except UnicodeDecodeError:
        raise Refusal(
            "ist nicht als UTF-8 gespeichert; Umlaute würden falsch erscheinen. "
            "Speichern Sie die Datei mit der Kodierung UTF-8."
        ) from None


def replace_content(file, content: bytes) -> None:
    """Put the clean content in place of the uploaded one."""
    file.seek(0)
    file.truncate()
    file.write(content)
    file.flush()
