"""Word files: checked first, then read by mammoth, which knows styles, lists and revisions."""

import zipfile
from io import BytesIO

import mammoth
from lxml import etree

from media_library.file_types import Refusal
from media_library.uploads import UNREADABLE, check_name, kind_of
from news.intake.hypertext import read_html
from news.intake.passages import Document
from news.intake.pictures import Collector, copy_media, take_pictures
from news.intake.refusals import Unreadable
from news.intake.safe_xml import BrokenXML, root_of

SUFFIX = ".docx"
TABLES = {".xlsx", ".ods"}
SAVE_AS_CSV = (
    "Tabellen liest das Portal als CSV. Wählen Sie in Excel „Datei“ → „Speichern unter“ → „CSV "
    "UTF-8“ und laden Sie diese Datei hoch."
)
MAIN_PART = "word/document.xml"  # `kind_of` asks for it
MOST_PARTS = 2000
LARGEST_PART, LARGEST_XML = 20 * 1024 * 1024, 40 * 1024 * 1024  # bytes, unpacked
STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Titel'] => h1:fresh
p[style-name='Subtitle'] => p.subtitle:fresh
p[style-name='Untertitel'] => p.subtitle:fresh
p[style-name='caption'] => p.caption:fresh
p[style-name='Caption'] => p.caption:fresh
p[style-name='Beschriftung'] => p.caption:fresh
p[style-name='Bildunterschrift'] => p.caption:fresh
p[style-name='Bildtext'] => p.caption:fresh
"""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
REVISED = (
    "Das Dokument enthält nachverfolgte Änderungen. Übernommen ist der Text, als wären alle "
    "angenommen."
)
NOTED = "Das Dokument enthält Kommentare. Sie wurden nicht übernommen."
TOO_LARGE = (
    "Das Dokument ist ausgepackt zu groß. Kopieren Sie seinen Text in ein leeres Dokument und "
    "speichern Sie dieses."
)
DAMAGED = "Das Dokument ist beschädigt. Öffnen Sie es in Word und speichern Sie es neu als .docx."


def read_word(name: str, data: bytes) -> Document:
    """Return the passages of a .docx file, or raise `Unreadable`."""
    check_kind(name, data)
    archive, text = checked(data)
    pictures = Collector()
    try:
        result = mammoth.convert_to_html(
            archive,
            style_map=STYLES,
            include_embedded_style_map=False,
            convert_image=mammoth.images.img_element(pictures),
        )
    except (*UNREADABLE, LookupError, AttributeError, TypeError, RecursionError):
        raise Unreadable(DAMAGED) from None
    document = read_html(result.value)
    document.remarks += remarks(text)
    take_pictures(document, pictures.found)
    return document


def check_kind(name: str, data: bytes) -> None:
    """Refuse what is no Word document, has macros or another name than its content."""
    try:
        check_name(name)
        kind = kind_of(BytesIO(data), name)
    except Refusal as refusal:
        raise Unreadable(f"Die Datei {refusal}") from None
    if TABLES.intersection(kind.suffixes):
        raise Unreadable(SAVE_AS_CSV)
    if SUFFIX not in kind.suffixes:
        raise Unreadable(
            f"Das ist dem Inhalt nach: {kind.name}. Speichern Sie den Text als Word-Dokument "
            "(.docx), oder kopieren Sie ihn in das Textfeld."
        )


def checked(data: bytes) -> tuple[BytesIO, etree._Element]:
    """Refuse bombs and foreign definitions before mammoth reads.

    Return an archive of nothing but the checked parts and the pictures, so that mammoth sees no
    other, and the text's own part.
    """
    safe, roots = BytesIO(), {}
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive, zipfile.ZipFile(safe, "w") as copy:
            parts = [part for part in archive.infolist() if is_xml(part.filename)]
            sizes = [part.file_size for part in parts]
            if len(parts) > MOST_PARTS or max(sizes) > LARGEST_PART or sum(sizes) > LARGEST_XML:
                raise Unreadable(TOO_LARGE)
            for part in parts:
                roots[part.filename] = root_of(archive.read(part))
                copy.writestr(part.filename, archive.read(part))
            copy_media(archive, copy)
    except (*UNREADABLE, BrokenXML):
        raise Unreadable(DAMAGED) from None
    return safe, roots[MAIN_PART]


def is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def remarks(text: etree._Element) -> list[str]:
    """Return what an editor should know about what was left out."""
    found = []
    if any(True for _ in text.iter(f"{W}del", f"{W}ins")):
        found.append(REVISED)
    if any(True for _ in text.iter(f"{W}commentReference")):
        found.append(NOTED)
    return found
