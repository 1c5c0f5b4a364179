"""German typography that browsers cannot know: what stays together at the end of a line."""

import re

NBSP = "\N{NO-BREAK SPACE}"
# What stands before and after a space that must not break (DIN 5008, Duden).
BOUND = [
    re.compile(f"({before}) (?={after})")
    for before, after in (
        (r"\b\d{1,2}\.", r"[A-ZÄÖÜ][a-zäöü]"),  # 28. September, 11. Jahrestreffen
        (r"\d", r"(?:Uhr|Euro|Prozent|Jahre?n?|Minuten|Stunden|Millionen|km)\b|[%€]"),
        (r"\b[zZdDuUeEiI]\.", r"[BhVadRÄ]\."),  # z. B., d. h., e. V.
        (r"§|\b(?:Art|Abs|Nr|Dr|Prof|St)\.", r"[\wÄÖÜ]"),  # § 5, Art. 6, Dr. Müller
        (r"\S", r"– "),  # a dash begins no line
    )
]


def bound(text: str) -> str:
    """Return the text with no-break spaces wherever German breaks no line; HTML stays HTML."""
    for pattern in BOUND:
        text = pattern.sub(rf"\1{NBSP}", text)
    return text
