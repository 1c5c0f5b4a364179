"""The colours' contrast, reckoned from the tokens (WCAG 2.2, 1.4.3 and 1.4.11)."""

import re

import pytest
from django.conf import settings

TOKENS = (settings.BASE_DIR / "static/css/tokens.css").read_text()
PAIR = re.compile(r"--color-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);")
COLOURS = {name: pair for name, *pair in PAIR.findall(TOKENS)}
TEXT, LINE = 4.5, 3.0
GROUNDS = ("paper", "surface", "water", "water-shallow")


def luminance(colour: str) -> float:
    """Return the relative luminance of #rrggbb."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    ("colours", "expected"), [(("#000000", "#ffffff"), 21), (("#777777",) * 2, 1)]
)
def test_contrast_is_reckoned_as_the_guidelines_say(colours, expected):
    assert contrast(*colours) == pytest.approx(expected)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("colour", "grounds", "least"),
    [
        ("text", GROUNDS, TEXT),
        ("text-muted", GROUNDS, TEXT),
        ("river", GROUNDS, TEXT),
        ("river-strong", GROUNDS, TEXT),
        ("brick", GROUNDS, TEXT),
        ("on-deep", ("deep",), TEXT),
        ("on-deep-muted", ("deep",), TEXT),
        ("board-ink", ("board",), TEXT),
        ("good", ("good-wash", "paper"), TEXT),
        ("bad", ("bad-wash", "paper"), TEXT),
        ("paper", ("river", "river-strong"), TEXT),
        ("line-strong", GROUNDS, LINE),
        ("focus", GROUNDS, LINE),
    ],
)
def test_every_colour_can_be_read_on_every_ground(colour, grounds, least, scheme):
    found = {
        ground: contrast(COLOURS[colour][scheme], COLOURS[ground][scheme]) for ground in grounds
    }

    assert {ground: ratio for ground, ratio in found.items() if ratio < least} == {}
