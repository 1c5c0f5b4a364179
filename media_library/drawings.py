"""Uploaded drawings (SVG): taken apart before anything else looks at them, then cleaned."""

import re

from filer.validation import FileValidationError, sanitize_svg
from lxml import etree

from media_library import file_types
from media_library.file_types import Refusal

ENTITY = re.compile(rb"<!ENTITY", re.I)
USE = "{http://www.w3.org/2000/svg}use"
LINKS = ("href", "{http://www.w3.org/1999/xlink}href")
INVALID = "ist keine gültige SVG-Zeichnung. Speichern Sie sie neu."


def clean_drawing(file, file_name: str) -> None:
    """Take everything out of an SVG that is not drawing."""
    file.seek(0)
    content = file.read()
    if ENTITY.search(content):
        raise Refusal("enthält XML-Entitäten. Speichern Sie die Zeichnung als „einfaches SVG“.")
    check_copies(root_of(content))
    file.seek(0)
    try:
        sanitize_svg(file_name, file, None, file_types.SVG.mime)
    except FileValidationError:
        raise Refusal(INVALID) from None
    file.flush()


def root_of(content: bytes):
    """Return the root element; refuse what is no XML or nested so deeply that programs break."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)  # 256 levels at most
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        raise Refusal(INVALID) from None


def check_copies(root) -> None:
    """Refuse copies of copies: twelve lines of them are a million million shapes to a browser."""
    copied = {
        link.removeprefix("#")
        for use in root.iter(USE)
        for name in LINKS
        if (link := use.get(name))
    }
    for element in root.iter():
        if element.get("id") in copied and next(element.iter(USE), None) is not None:
            raise Refusal(
                "enthält Kopien von Kopien (use). Lösen Sie die Klone im Zeichenprogramm auf und "
                "speichern Sie die Zeichnung als „einfaches SVG“."
            )
