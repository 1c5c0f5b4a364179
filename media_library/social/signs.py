"""Signs that the portal's fonts cannot draw, and what stands for them in a picture."""

import re
import unicodedata
from collections.abc import Callable

SPACES = re.compile(r"[^\S\N{NO-BREAK SPACE}]+")
LATIN = re.compile(r"LATIN (SMALL|CAPITAL) LETTER ([A-Z])\b")
SPECIAL = {"ẞ": "SS", "→": "–", "≥": "ab", "≤": "bis"}
KEPT = "\N{SOFT HYPHEN}"


def drawable(text: str, can_draw: Callable[[str], bool]) -> str:
    """Return a text composed, on one line, and with nothing that would be an empty box."""
    composed = unicodedata.normalize("NFC", text)
    signs = [sign if sign in KEPT or can_draw(sign) else closest(sign) for sign in composed]
    drawn = [sign for sign in "".join(signs) if sign in KEPT or sign.isspace() or can_draw(sign)]
    return SPACES.sub(" ", "".join(drawn)).strip()


def closest(sign: str) -> str:
    """Return what comes closest to a sign in plain letters, or a space: Michał, Michal."""
    if sign in SPECIAL:
        return SPECIAL[sign]
    if unicodedata.category(sign) == "Pd":
        return "-"
    letter = LATIN.match(unicodedata.name(sign, ""))
    if letter:
        return letter[2] if letter[1] == "CAPITAL" else letter[2].lower()
    plain = unicodedata.normalize("NFKD", sign)
    return plain if plain != sign else " "
