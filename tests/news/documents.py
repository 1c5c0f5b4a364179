"""Texts from elsewhere for tests: made here as Word and others would make them."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document

RELEASE = (Path(__file__).parent / "press_release_2021.txt").read_text()


def word(*paragraphs) -> bytes:
    """Return a Word file; a paragraph is a text or a text with the name of its style."""
    document = Document()
    for paragraph in paragraphs:
        text, style = (paragraph, None) if isinstance(paragraph, str) else paragraph
        document.add_paragraph(text, style)
    return saved(document)


def saved(document) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def release_paragraphs() -> list:
    """Return the release of 2021 as its writer typed it: headline and subline with their styles."""
    title, subtitle, *rest = [line for line in RELEASE.split("\n") if line.strip()]
    return [(title, "Title"), (subtitle, "Subtitle"), *rest]


def rezipped(data: bytes, **changes: bytes) -> bytes:
    """Return a Word file with parts replaced or added; `__` in a name stands for `/`."""
    stream = BytesIO()
    parts = {name.replace("__", "/").replace("_dot_", "."): changes[name] for name in changes}
    with ZipFile(BytesIO(data)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return stream.getvalue()
