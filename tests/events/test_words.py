"""E24: German words are found in their forms."""

import pytest

from events.transcripts.words import Wanted


@pytest.mark.parametrize(
    ("query", "text", "hits"),
    [
        ("Fördermittel", "Mit Fördermitteln und fördermittel.", ["Fördermitteln", "fördermittel"]),
        ("foerdermittel", "Mit Fördermitteln", ["Fördermitteln"]),
        ("Strasse", "die Straßen, eine Straße", ["Straßen", "Straße"]),
        ("Häuser", "Haus, Hause, Häusern", ["Haus", "Hause", "Häusern"]),
        ("Förder", "Fördermittel planen wir", ["Fördermittel"]),
        ("Rat", "Der Rat im Rathaus", ["Rat"]),
        ("wir sind", "Sind wir da?", ["Sind", "wir"]),
        ("2021", "Im Jahr 2021.", ["2021"]),
        ("fo\u0308rdern", "fördern", ["fördern"]),
        ("<b>", "a<b>c", ["b"]),
        (".*", "alles", []),
        ("", "alles", []),
        ("\x00 \u202e", "alles", []),
    ],
)
def test_words_are_found_in_their_forms_and_nothing_of_the_text_is_lost(query, text, hits):
    pieces = Wanted(query).pieces(text)

    assert [piece for piece, word in pieces if word] == hits
    assert "".join(piece for piece, _ in pieces) == text


def test_a_query_is_bounded():
    wanted = Wanted(" ".join(["wort"] * 1000) + "x" * 100_000)

    assert (len(wanted.text) <= 100, len(wanted.words) <= 8) == (True, True)
