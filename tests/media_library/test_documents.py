"""What a document says about itself."""

from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from pypdf import PdfWriter
from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject

from media_library.documents import Document, document_of
from tests.factories import make_file

pytestmark = pytest.mark.django_db


def pdf(pages=1, *, tagged=False, language="") -> bytes:
    """Return a PDF of empty pages."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    root = writer.root_object
    if tagged:
        root[NameObject("/MarkInfo")] = DictionaryObject(
            {NameObject("/Marked"): BooleanObject(True)}
        )
        root[NameObject("/StructTreeRoot")] = DictionaryObject()
    if language:
        root[NameObject("/Lang")] = TextStringObject(language)
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def said(name: str, content: bytes) -> tuple:
    """Return the line about a file without its size, and the remark."""
    document = document_of(make_file(name, content))
    kind, _, *others = document.about.split(", ")
    return [kind, *others], document.remark


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (pdf(), (["PDF", "1 Seite"], "nicht barrierefrei")),
        (pdf(3, tagged=True), (["PDF", "3 Seiten", "mit Vorlesestruktur"], "")),
        (
            pdf(2, tagged=True, language="en-GB"),
            (["PDF", "2 Seiten", "Englisch", "mit Vorlesestruktur"], ""),
        ),
        (pdf(2, tagged=True, language="xx"), (["PDF", "2 Seiten", "mit Vorlesestruktur"], "")),
        (b"%PDF-1.7 Unsinn %%EOF", (["PDF"], "nicht barrierefrei")),
    ],
)
def test_pages_tags_and_language_are_read_off_a_pdf(content, expected):
    kind, remark = said("a.pdf", content)

    assert ([part for part in kind if not part[0].isdigit() or "Seite" in part], remark) == expected


def test_of_other_files_nothing_is_claimed():
    assert said("zahlen.csv", b"a;b") == (["CSV"], "")


def test_a_replaced_file_is_read_anew_and_one_that_stays_is_read_once():
    file = make_file("a.pdf", pdf(1))
    first = document_of(file).pages
    default_storage.delete(file.file.name)
    kept = document_of(file).pages
    file.sha1 = "0" * 40

    assert (first, kept, document_of(file)) == (
        1,
        1,
        Document(".pdf", file.size, is_there=False),
    )
