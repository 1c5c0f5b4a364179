"""G23: pictures inside a Word file, good and bad, with what stands below them."""

from io import BytesIO

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE

from media_library.bitmaps import DAMAGED
from news.intake.passages import Kind, Passage
from news.intake.pictures import MISSING, MOST, REFUSED, STRANGE, TOO_MANY, said_in
from news.intake.word import read_word
from tests.media_library.files import bitmap, photo_on_its_side, png_claiming, png_with_text_bomb
from tests.news.documents import rezipped, saved

FOREIGN = "https://example.org/x.png"
RED, BLUE = bitmap("PNG", colour="red"), bitmap("PNG", colour="blue")
OTHERS = {
    "emf": b"\x01\0\0\0" + b"\0" * 36 + b" EMF" + b"\0" * 60,
    "wmf": b"\xd7\xcd\xc6\x9a" + b"\0" * 60,
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    "bmp": bitmap("BMP"),
}


def with_pictures(*parts) -> bytes:
    """Return a Word file of pictures (bytes, or bytes with an alt text) and paragraphs."""
    document = docx.Document()
    document.add_paragraph("Titel", "Title")
    for part in parts:
        content, alt = part if isinstance(part, tuple) else (part, "")
        if isinstance(content, bytes):
            shape = document.add_picture(BytesIO(content))
            shape._inline.docPr.set("descr", alt)
        elif alt:
            document.add_paragraph(content, alt)
        else:
            document.add_paragraph(content)
    return saved(document)


def replaced(data: bytes, content: bytes, suffix="png") -> bytes:
    """Return a Word file whose first picture has another content."""
    return rezipped(data, **{f"word__media__image1_dot_{suffix}": content})


def read(data: bytes):
    return read_word("a.docx", data)


def test_each_picture_has_the_caption_the_credit_and_the_alt_text_of_the_document():
    data = with_pictures(
        "Vorher.",
        (RED, "Gäste am Rhein"),
        ("Abbildung 1: Am Rhein", "Caption"),
        "Foto: Erika Beispiel",
        "Dazwischen.",
        (BLUE, "Ein Bild, das Person enthält. Automatisch generierte Beschreibung"),
        "Bildunterschrift: Im Hafen (Foto: Stadt Dormagen / E. Muster)",
        "Nachher.",
    )

    found = read(data)

    assert [one.text for one in found.passages] == ["Titel", "Vorher.", "Dazwischen.", "Nachher."]
    assert [(one.alt, one.caption, one.credit, one.suffix) for one in found.pictures] == [
        ("Gäste am Rhein", "Am Rhein", "Erika Beispiel", ".png"),
        ("", "Im Hafen", "Stadt Dormagen / E. Muster", ".png"),
    ]
    assert found.remarks == []


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Am Rhein", Kind.CAPTION, ("Am Rhein", "")),
        ("Am Rhein", Kind.TEXT, ("", "")),
        ("Foto: Erika Beispiel", Kind.TEXT, ("", "Erika Beispiel")),
        ("Foto: Erika von der Heide, SWD", Kind.CAPTION, ("", "Erika von der Heide, SWD")),
        ("© Stadt Dormagen", Kind.TEXT, ("", "Stadt Dormagen")),
        ("Fotos: privat", Kind.TEXT, ("", "privat")),
        ("Foto: Die Gäste", Kind.TEXT, ("Die Gäste", "")),
        ("Foto: Viele Gäste stehen am Rhein", Kind.TEXT, ("Viele Gäste stehen am Rhein", "")),
        ("Am Rhein. Foto: © Erika Beispiel", Kind.CAPTION, ("Am Rhein.", "Erika Beispiel")),
        ("Am Rhein – Foto: E. Beispiel.", Kind.CAPTION, ("Am Rhein", "E. Beispiel")),
        ("Bild 2: Am Rhein [Quelle: SWD]", Kind.TEXT, ("Am Rhein", "SWD")),
        ("Das Foto zeigt: Erika", Kind.TEXT, ("", "")),
    ],
)
def test_what_stands_below_is_told_apart(text, kind, expected):
    assert said_in(Passage(text, kind)) == expected


def test_a_picture_says_itself_who_made_it_and_loses_place_and_camera():
    (found,) = read(with_pictures(photo_on_its_side())).pictures

    assert (found.credit, found.suffix) == ("Jörg Größe", ".jpg")
    assert b"Telefonwerk" not in found.content


def test_the_same_picture_twice_is_one():
    found = read(with_pictures(RED, BLUE, RED))

    assert len({one.checksum for one in found.pictures}) == len(found.pictures) == 2


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        *((content, STRANGE) for content in OTHERS.values()),
        (b"", STRANGE),
        (RED[:60], DAMAGED),
        (
            png_claiming(20_000, 20_000),
            "hat mehr als 30 Millionen Bildpunkte. "
            "Verkleinern Sie das Bild, zum Beispiel auf 6000 × 4000 Punkte.",
        ),
        (png_with_text_bomb(), DAMAGED),
        (RED + b"\0" * 26 * 1024**2, MISSING),
    ],
    ids=[*OTHERS, "empty", "cut off", "20,000 × 20,000", "text bomb", "26 MB"],
)
def test_a_bad_picture_stays_behind_with_a_reason_and_the_rest_comes_in(content, reason):
    data = with_pictures(RED, ("Am Rhein", "Caption"), BLUE, ("Im Hafen", "Caption"), "Text.")

    found = read(replaced(data, content))

    assert found.remarks == [REFUSED.format(number=1, reason=reason)]
    assert [one.caption for one in found.pictures] == ["Im Hafen"]
    assert [one.text for one in found.passages] == ["Titel", "Am Rhein", "Text."]


def test_a_picture_outside_the_document_is_not_fetched(monkeypatch):
    monkeypatch.setattr("mammoth.docx.files.urlopen", pytest.fail)
    data = with_pictures(RED, "Text.")
    document = docx.Document(BytesIO(data))
    key = document.part.relate_to(FOREIGN, RELATIONSHIP_TYPE.IMAGE, is_external=True)
    (blip,) = document.element.body.xpath(".//a:blip")
    link = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
    del blip.attrib[f"{link}embed"]
    blip.set(f"{link}link", key)

    found = read(saved(document))

    assert found.remarks == [REFUSED.format(number=1, reason=MISSING)]
    assert (found.pictures, [one.text for one in found.passages]) == ([], ["Titel", "Text."])


def test_more_than_twenty_are_told():
    many = [bitmap("PNG", colour=f"#0000{number:02x}") for number in range(MOST + 1)]

    found = read(with_pictures(*many))

    assert len(found.pictures) == MOST
    assert found.remarks == [TOO_MANY.format(count=MOST + 1, most=MOST)]
