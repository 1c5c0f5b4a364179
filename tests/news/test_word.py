"""G23: Word files, as they are written and as they are broken."""

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from news.intake.hypertext import TABLES
from news.intake.passages import Kind, Span
from news.intake.refusals import Unreadable
from news.intake.safe_xml import WITH_DTD
from news.intake.word import DAMAGED, REVISED, TOO_LARGE, read_word
from tests.factories import picture
from tests.news.documents import rezipped, saved, word

BOMB = b"""<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">&b;</w:document>"""
XXE = BOMB.replace(b'<!ENTITY a "ha">', b'<!ENTITY a SYSTEM "file:///etc/passwd">')


def test_styles_lists_and_emphasis_are_kept():
    document = docx.Document()
    document.add_paragraph("Titel", "Title")
    document.add_paragraph("Unterzeile", "Subtitle")
    document.add_heading("Zwischen", 2)
    paragraph = document.add_paragraph("Ein ")
    paragraph.add_run("fettes").bold = True
    paragraph.add_run(" Wort und ein ")
    paragraph.add_run("schräges").italic = True
    document.add_paragraph("Punkt", "List Bullet")
    document.add_paragraph("Erstens", "List Number")
    document.add_paragraph("Am Rhein", "Caption")

    found = read_word("a.docx", saved(document))

    assert [(one.kind, one.text) for one in found.passages] == [
        (Kind.TITLE, "Titel"),
        (Kind.SUBTITLE, "Unterzeile"),
        (Kind.HEADING, "Zwischen"),
        (Kind.TEXT, "Ein fettes Wort und ein schräges"),
        (Kind.ITEM, "Punkt"),
        (Kind.NUMBERED, "Erstens"),
        (Kind.CAPTION, "Am Rhein"),
    ]
    assert found.passages[3].spans == (Span(4, 10, "strong"), Span(24, 32, "em"))
    assert found.remarks == []


@pytest.mark.django_db
def test_pictures_tables_and_revisions_are_told():
    document = docx.Document()
    document.add_paragraph("Titel")
    with picture().file.open() as file:
        document.add_picture(file)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Gäste", "250"
    gone = f'<w:del {nsdecls("w")} w:id="1"><w:r><w:delText>weg</w:delText></w:r></w:del>'
    document.add_paragraph("Neu")._p.append(parse_xml(gone))

    found = read_word("a.docx", saved(document))

    assert [one.text for one in found.passages] == ["Titel", "Gäste | 250", "Neu"]
    assert found.remarks == [TABLES, REVISED]


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.docx", b"PK\x03\x04 kaputt", "Die Datei ist beschädigt. Speichern Sie die Datei neu."),
        (
            "a.doc",
            word("Text"),
            "Die Datei endet auf .doc, ist aber dem Inhalt nach: Word-Dokument. "
            "Speichern Sie die Datei mit der Endung .docx.",
        ),
        (
            "a.docx",
            rezipped(word("Text"), word__vbaProject_dot_bin=b"x"),
            "Die Datei enthält Makros. Speichern Sie das Dokument ohne Makros.",
        ),
        (
            "a.exe.docx",
            word("Text"),
            "Die Datei hat zwei Endungen. Benennen Sie die Datei um, mit nur einer Endung.",
        ),
        ("a.docx", rezipped(word("Text"), word__document_dot_xml=BOMB), WITH_DTD),
        ("a.docx", rezipped(word("Text"), word__document_dot_xml=XXE), WITH_DTD),
        ("a.docx", rezipped(word("Text"), word__styles_dot_xml=BOMB), WITH_DTD),
        ("a.docx", rezipped(word("Text"), word__document_dot_xml=BOMB[:60]), DAMAGED),
        ("a.docx", rezipped(word("Text"), word__document_dot_xml=b"<a/>"), DAMAGED),
        ("a.docx", rezipped(word("Text"), word__bomb_dot_xml=b" " * 21 * 1024**2), TOO_LARGE),
        ("a.docx", rezipped(word("Text"), word__deep_dot_xml=b"<a>" * 5000), DAMAGED),
    ],
)
def test_a_bad_file_is_refused_with_what_to_do(name, data, expected):
    with pytest.raises(Unreadable) as refused:
        read_word(name, data)

    assert str(refused.value) == expected


def test_parts_with_other_names_are_not_read():
    rels = b"""<?xml version="1.0"?><Relationships
xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
Target="word/evil.bin"/></Relationships>"""
    data = rezipped(word("Text"), word__evil_dot_bin=BOMB, _rels___dot_rels=rels)

    found = read_word("a.docx", data)

    assert [one.text for one in found.passages] == ["Text"]
