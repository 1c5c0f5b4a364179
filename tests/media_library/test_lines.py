"""Titles in lines: a letter is one wide here, so that widths can be counted."""

import pytest

from media_library.social.hyphenation import SHY, Tier
from media_library.social.lines import Block, Space, Step, fitted, whole_fit, wrapped

NBSP = "\N{NO-BREAK SPACE}"
STEPS = (Step(2, 2), Step(1, 3, Tier.SEAM), Step(1, 3, Tier.ANYWHERE))


def space(width: float, height: float = 99) -> Space:
    """Return a place in which a letter of size 2 is 2 wide and a line 2 high."""
    return Space(width, height, 1, lambda size: lambda text: size * len(text))


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Ja!", 10, ["Ja!"]),
        ("", 10, [""]),
        # As few lines as possible, and these as equal as possible:
        ("Bürger und Betriebe packen an", 29, ["Bürger und Betriebe packen an"]),
        ("Bürger und Betriebe packen an", 26, ["Bürger und Betriebe", "packen an"]),
        ("eins zwei drei vier", 14, ["eins zwei", "drei vier"]),
        ("eins zwei drei vier", 4, ["eins", "zwei", "drei", "vier"]),
        # No line ends with a small word if it need not:
        ("Haus der Kunst", 10, ["Haus", "der Kunst"]),
        # What belongs together stays together:
        (f"am 3.{NBSP}Mai in Zons", 9, [f"am 3.{NBSP}Mai", "in Zons"]),
        # Words break after hyphens, and where editors want them to:
        ("Xcellence-Preis geehrt", 12, ["Xcellence-", "Preis geehrt"]),
        (f"Nachbar{SHY}schafts{SHY}büro", 17, ["Nachbar-", "schaftsbüro"]),
        (f"Nachbar{SHY}schafts{SHY}büro", 18, ["Nachbarschaftsbüro"]),
        # Too wide:
        ("Zuckerfabrikgelände", 10, []),
    ],
)
def test_words_are_set_in_few_and_equal_lines(text, width, lines):
    assert wrapped(text, width, len) == lines


@pytest.mark.parametrize(
    ("tier", "lines"),
    [
        (Tier.OPEN, []),
        (Tier.SEAM, ["Die", "Zucker-", "fabrik-", "gelände"]),
        (Tier.SYLLABLE, ["Die", "Zucker-", "fabrik-", "gelände"]),
        (Tier.ANYWHERE, ["Die", "Zucker-", "fabrik-", "gelände"]),
    ],
)
def test_words_are_broken_only_as_far_as_allowed(tier, lines):
    assert wrapped("Die Zuckerfabrikgelände", 7, len, tier) == lines


def test_a_word_that_fits_is_not_broken():
    assert wrapped("Ein Jahrestreffen für alle", 14, len, Tier.ANYWHERE) == [
        "Ein",
        "Jahrestreffen",
        "für alle",
    ]


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("Kurz", Block(2, ["Kurz"])),
        ("Kurz und gut", Block(2, ["Kurz", "und gut"])),
        ("Kurz und gut und lang", Block(1, ["Kurz und gut", "und lang"])),
        ("Das Jahrestreffen der Stadt", Block(1, ["Das", "Jahrestreffen", "der Stadt"])),
        ("Nachbarschaftsbüro", Block(1, ["Nachbarschafts-", "büro"])),
        # The last resort: whole words, an ellipsis; only a single giant is cut itself.
        (
            "eins, zwei, drei, vier, fünf, sechs, sieben, acht",
            Block(1, ["eins, zwei,", "drei, vier,", "fünf, sechs…"]),
        ),
        ("x" * 60, Block(1, ["x" * 14 + "-", "x" * 14 + "-", "x" * 14 + "…"])),
    ],
)
def test_the_largest_size_that_fits_is_taken(text, block):
    assert fitted(text, STEPS, space(15)) == block


def test_a_low_place_takes_small_type():
    assert fitted("Kurz und gut", STEPS, space(15, height=3)) == Block(1, ["Kurz und gut"])


def test_a_motto_is_whole_or_left_out():
    place = space(15)

    assert whole_fit("Kurz und gut", STEPS[:2], place) == Block(2, ["Kurz", "und gut"])
    assert whole_fit("Kurz und gut " * 9, STEPS[:2], place) is None
