"""Signs that a font lacks."""

import pytest

from media_library.social import design
from media_library.social.signs import drawable
from media_library.social.texts import pen

LATIN = (
    "abcdefghijklmnopqrstuvwxyzäöüßABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜéÉ0123456789 .,;:!?-–…/&%§„“‚‘’()"
)
GERMAN = "Ägypten – „Größe“ & ‚Öl‘, §\N{NO-BREAK SPACE}5 (½ €) …"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Größe: „Ja“", "Größe: „Ja“"),
        ("gro\u0308ßer", "größer"),
        ("Michał Şahin, İstanbul", "Michal Sahin, Istanbul"),
        ("ﬁnanzen", "finanzen"),
        ("STRAẞE", "STRASSE"),
        ("Non\N{NON-BREAKING HYPHEN}stop", "Non-stop"),
        ("von → nach", "von – nach"),
        ("Fest 🎉 im\n  Park ★", "Fest im Park"),
        ("Nachbar\N{SOFT HYPHEN}schaft", "Nachbar\N{SOFT HYPHEN}schaft"),
        ("日本", ""),
    ],
)
def test_what_a_font_lacks_is_replaced_or_left_out(text, expected):
    assert drawable(text, lambda sign: sign in LATIN) == expected


@pytest.mark.parametrize("face", [design.HEADING, design.SUBTITLE, design.TEXT, design.STRONG])
def test_the_portals_fonts_draw_all_of_german(face):
    assert drawable(GERMAN + LATIN, pen(face)) == GERMAN + LATIN
    assert drawable("★", pen(face)) == ""
