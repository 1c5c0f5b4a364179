"""G23: what is what in a press release."""

from datetime import date

import pytest

from news.intake.passages import Document, Kind, Passage, Span
from news.intake.pasted import read_pasted
from news.intake.refusals import Unreadable
from news.intake.structure import (
    EMPTY,
    GUESSED_CAPTIONS,
    GUESSED_HEADINGS,
    NO_DATE,
    NO_LEAD,
    recognise,
)

LINE = "Eine lange Zeile, wie Programme für E-Mail sie umbrechen,"
TYPED = """Pressemitteilung der Lokalen Allianz

Dormagen blüht auf
Hundert Gäste kamen zum Fest

Dormagen, 3. Mai 2024 – Es war ein Fest. Dr. Muster kam am 3. Mai um 10 Uhr.

Was es gab

• Kuchen
• Musik

Zum Schluss sangen alle ein Lied, das auf dem Platz noch lange zu hören war und allen gefiel.

Über die Lokale Allianz
Sie besteht seit 2010.

Sie hat viele Partner.

Foto: Der Platz am Abend (Foto: Muster)

Pressekontakt:
Erika Muster, Telefon 02133 000"""


def test_a_typed_release_falls_into_its_parts():
    found = recognise(read_pasted(TYPED))

    assert (found.title, found.subtitle) == ("Dormagen blüht auf", "Hundert Gäste kamen zum Fest")
    assert (found.place, found.day) == ("Dormagen", date(2024, 5, 3))
    assert found.lead == "Es war ein Fest. Dr. Muster kam am 3. Mai um 10 Uhr."
    assert [(one.kind, one.text) for one in found.body][:3] == [
        ("heading", "Was es gab"),
        ("item", "Kuchen"),
        ("item", "Musik"),
    ]
    assert found.background == ["Sie besteht seit 2010.", "Sie hat viele Partner."]
    assert found.captions == ["Der Platz am Abend (Foto: Muster)"]
    assert found.left == ["Pressekontakt:", "Erika Muster, Telefon 02133 000"]
    assert found.remarks == [GUESSED_HEADINGS]


def test_what_is_unsure_is_told():
    text = f"Titel\n\n{'Wort ' * 70}.\n\nHintergrund: Wir.\n\nAm Rhein"

    found = recognise(read_pasted(text))

    assert found.lead == ""
    assert found.captions == ["Am Rhein"]
    assert found.remarks == [GUESSED_CAPTIONS, NO_DATE, NO_LEAD]


@pytest.mark.parametrize("text", ["", " \n\u200b\n", "Pressemitteilung"])
def test_nothing_is_no_release(text):
    with pytest.raises(Unreadable) as refused:
        recognise(read_pasted(text))

    assert str(refused.value) == EMPTY


def test_a_mail_program_s_line_ends_are_no_paragraphs():
    lines = "Titel\n\n" + "\n".join([LINE] * 3)

    _, body = read_pasted(lines).passages

    assert body.text == " ".join([LINE] * 3)


def test_lines_without_empty_ones_between_are_paragraphs():
    found = read_pasted(
        "Titel\nEin Absatz von Word, eingefügt ohne Leerzeilen dazwischen.\nNoch einer."
    )

    assert len(found.passages) == 3


def test_bold_lines_are_headings_and_what_ends_a_text_is_none():
    bold = Passage("Der Abend", spans=(Span(0, 9, "strong"),))
    body = [
        Passage("Das ist der Anriss."),
        bold,
        Passage("Ein längerer Absatz."),
        Passage("Kurz und offen"),
    ]

    found = recognise(Document([Passage("Titel", Kind.TITLE), *body]))

    assert [(one.kind, one.text, one.spans) for one in found.body] == [
        ("heading", "Der Abend", ()),
        ("text", "Ein längerer Absatz.", ()),
        ("text", "Kurz und offen", ()),
    ]
    assert found.remarks == [NO_DATE]
