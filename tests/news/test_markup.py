"""The text as editors change it."""

import pytest

from news.intake.markup import read, write
from news.intake.passages import Kind, Passage, Span

TEXTS = [
    Passage("Kopf", Kind.HEADING),
    Passage("Tiefer", Kind.HEADING, level=3),
    Passage("Bürger*innen und ein fettes Wort", spans=(Span(21, 27, "strong"),)),
    Passage("- kein Punkt"),
    Passage("1. Platz für Dormagen"),
    Passage("eins", Kind.ITEM),
    Passage("zwei mit Link", Kind.ITEM, (Span(9, 13, "a", "https://dormagen.de/"),)),
    Passage("erstens", Kind.NUMBERED),
    Passage("Gesagt ist gesagt.", Kind.QUOTE, speaker="Erika Muster", role="Leiterin, Stadt"),
    Passage("ein schräges Ende", spans=(Span(4, 12, "em"),)),
]


def test_what_is_written_is_read_the_same():
    assert read(write(TEXTS)) == TEXTS


def test_it_looks_like_text():
    assert write(TEXTS[5:9]) == (
        "- eins\n- zwei mit [Link](https://dormagen.de/)\n\n1. erstens\n\n"
        "> Gesagt ist gesagt.\n> – Erika Muster, Leiterin, Stadt"
    )


def test_spaces_stay_outside_of_the_signs():
    assert write([Passage("ein fettes Wort", spans=(Span(3, 11, "strong"),))]) == (
        "ein **fettes** Wort"
    )


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a\nb\r\n\r\nc", [Passage("a b"), Passage("c")]),
        ("[x](javascript:alert)", [Passage("[x](javascript:alert)")]),
        ("> Nur das", [Passage("Nur das", Kind.QUOTE)]),
        (">", []),
        ("## \n\n- \n\n\\", []),
        ("** **_ _[](https://a)", [Passage("** **_ _[](https://a)")]),
        ("snake_case_name", [Passage("snake_case_name")]),
    ],
)
def test_odd_signs_break_nothing(source, expected):
    assert read(source) == expected


@pytest.mark.parametrize("sign", ["[", "**_[(", "> ", "_a"])
def test_many_signs_take_no_more_than_a_moment(sign):
    """Each took minutes while its pattern looked from every sign to the end of the text."""
    (found,) = read(sign * 30_000)

    assert found.text
