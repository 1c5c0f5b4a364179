"""Where German sentences end."""

from itertools import pairwise

import pytest

from news.intake.sentences import leading, quotations, sentence_ends, stands_alone


@pytest.mark.parametrize(
    "sentences",
    [
        ["Kurz. ", "Und gut."],
        ["Am 3. Mai kam Dr. Muster. ", "Er blieb bis 10 Uhr."],
        ["Das gilt z. B. Hier auch. ", "Und der e. V. Dormagen kam."],
        ["„Erst das. Dann das.“, sagte er. ", "Ende."],
        ["Er fragte: „Was nun?“ ", "Niemand wusste es!"],
        ["Ohne Punkt"],
    ],
)
def test_sentences_are_told_apart(sentences):
    text = "".join(sentences)
    starts = [0, *sentence_ends(text)]

    assert [text[a:b] for a, b in pairwise(starts)] == sentences


def test_leading_takes_whole_sentences_only():
    assert leading("Kurz. Etwas länger.", 10) == len("Kurz. ")
    assert leading("Viel zu lang.", 5) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er sagte: „Das ist gut.“", True),
        ("„Das ist gut.“ Danach gingen alle.", True),
        ("„Das ist gut“, sagte er.", False),
        ("„Das ist gut!“, sagte er.", False),
        ("das „Industry Hub“ Projekt", False),
        ('Er sagte: "Das ist gut."', True),
    ],
)
def test_a_quotation_stands_alone_if_nobody_is_added(text, expected):
    (found,) = quotations(text)

    assert stands_alone(found) is expected
