"""What a document says about itself: kind, bytes, pages, whether a screen reader finds its way.

Read off the file once and kept under its hash, so that a replaced file never shows the old
values and a page opens no file.
"""

import logging
from dataclasses import dataclass
from pathlib import PurePath

from django.core.cache import cache
from django.core.files.storage import default_storage
from django.template.defaultfilters import filesizeformat
from django.utils.translation import get_language_info
from pypdf import PdfReader

log = logging.getLogger(__name__)
NOT_ACCESSIBLE = "nicht barrierefrei"
TAGGED = "mit Vorlesestruktur"
HERE = "de"  # said only where it is another language


@dataclass(frozen=True)
class Document:
    """What is known of a file; None is unknown. `is_accessible`: a PDF with tags, or not."""

    suffix: str
    size: int
    is_there: bool = True
    pages: int | None = None
    is_accessible: bool | None = None
    language: str = ""

    @property
    def about(self) -> str:
        """Format, size, pages, language in one line."""
        pages = {None: "", 1: "1 Seite"}.get(self.pages, f"{self.pages} Seiten")
        tagged = TAGGED if self.is_accessible else ""
        parts = (self.suffix[1:].upper(), filesizeformat(self.size), pages, self.tongue, tagged)
        return ", ".join(filter(None, parts))

    @property
    def remark(self) -> str:
        """What is wrong with the file, or ""."""
        return NOT_ACCESSIBLE if self.is_accessible is False else ""

    @property
    def tongue(self) -> str:
        """The language in a word, unless it is German or unknown."""
        code = self.language.partition("-")[0].lower()
        if code in {"", HERE}:
            return ""
        try:
            return str(get_language_info(code)["name_translated"])
        except KeyError:
            return ""


def document_of(file) -> Document:
    """Return what is known of a file of the library; never fails, whatever the file holds."""
    key = f"document:{file.sha1}"
    document = cache.get(key) if file.sha1 else None
    if document is None:
        document = read(file)
        if file.sha1 and document.is_there:
            cache.set(key, document, timeout=None)
    return document


def read(file) -> Document:
    """Return what the file's bytes say."""
    suffix = PurePath(file.file.name or "").suffix.lower()
    size = file.size or 0
    if not file.file.name or not default_storage.exists(file.file.name):
        return Document(suffix, size, is_there=False)
    if suffix != ".pdf":
        return Document(suffix, size)
    try:
        with default_storage.open(file.file.name) as stream:
            return pdf(PdfReader(stream), size)
    except Exception as error:  # noqa: BLE001 - the reader raises whatever the bytes lead it to
        log.warning("PDF %s is unreadable: %s", file.file.name, error)
        return Document(suffix, size, is_accessible=False)


def pdf(reader: PdfReader, size: int) -> Document:
    """Return what a PDF says; without tags and marks no screen reader knows its order."""
    catalog = reader.root_object
    mark = catalog.get("/MarkInfo")
    is_marked = bool(mark and mark.get_object().get("/Marked"))
    language = catalog.get("/Lang")
    return Document(
        ".pdf",
        size,
        pages=len(reader.pages),
        is_accessible=is_marked and "/StructTreeRoot" in catalog,
        language=str(language.get_object()) if language else "",
    )
