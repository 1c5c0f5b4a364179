"""How pictures for sharing look: fonts, colours, sizes, all in one place.

Colours are the style sheet's tokens, fonts the portal's own. Whoever changes one of them
changes the address of every picture; whoever changes the drawing raises EDITION. So what
lies under an address never changes.
"""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from media_library.social.hyphenation import Tier
from media_library.social.lines import Step

EDITION = 1

# --- Fonts: file and weight ---
Face = tuple[Path, int]
FONTS = settings.BASE_DIR / "static/fonts"
HEADING: Face = (FONTS / "bitter.woff2", 700)
SUBTITLE: Face = (FONTS / "bitter.woff2", 500)
TEXT: Face = (FONTS / "source-sans-3.woff2", 400)
STRONG: Face = (FONTS / "source-sans-3.woff2", 600)

# --- Colours ---
TOKENS = settings.BASE_DIR / "static/css/tokens.css"
PAIR = re.compile(r"--color-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);")
PAIRS = PAIR.findall(TOKENS.read_text())
LIGHT = {name: light for name, light, _ in PAIRS}
DARK = {name: dark for name, _, dark in PAIRS}


@dataclass(frozen=True)
class Look:
    """The colours of a picture."""

    top: str  # the ground goes from top to bottom
    bottom: str
    ink: str
    muted: str
    accent: str
    mark: str
    river: str
    on_river: str


# Beside a photograph or illustration: as the heads of the portal's own pages.
WATER = Look(
    top=LIGHT["water"],
    bottom=LIGHT["water-shallow"],
    ink=LIGHT["text"],
    muted=LIGHT["text-muted"],
    accent=LIGHT["brick"],
    mark=LIGHT["river"],
    river=LIGHT["river"],
    on_river=LIGHT["paper"],
)
# Without one.
DEEP = Look(
    top=LIGHT["deep"],
    bottom=LIGHT["deep"],
    ink=LIGHT["on-deep"],
    muted=LIGHT["on-deep-muted"],
    accent=DARK["brick"],
    mark=LIGHT["on-deep"],
    river=DARK["river"],
    on_river=LIGHT["deep"],
)
MOTIF = DARK["line-motif"]

# --- Places, in pixels ---
WIDTH, HEIGHT = 1200, 630
MARGIN = 64
RIVER = 64  # height of the waves
BANK = HEIGHT - RIVER
CREDIT_MARGIN = 24
TEXT_TOP, TEXT_BOTTOM = 56, 446
WIDE = WIDTH - 2 * MARGIN  # of the text
PICTURE = (504, BANK + 40)  # reaches below the waves
NARROW = WIDTH - MARGIN - PICTURE[0] - 56
BEND = (230, 300)  # the picture's lower left corner, like the Rhine at Dormagen
SKYLINE = (720, 150)
MARK = 80
SMOOTH = 4  # everything is drawn so much larger, then reduced

# --- Type: for each kind of text the sizes and ways of breaking it, the best first ---


@dataclass(frozen=True)
class Style:
    """How a kind of text is set; `gap` stands above it, `is_whole`: whole or not at all."""

    face: Face
    steps: tuple[Step, ...]
    leading: float = 1.25
    gap: int = 0
    is_whole: bool = False


def steps(*ways: tuple[int, int, int, Tier]) -> tuple[Step, ...]:
    """Return all steps of these ways: largest and smallest size, most lines, breaks."""
    return tuple(
        Step(size, most, tier)
        for largest, smallest, most, tier in ways
        for size in range(largest, smallest - 1, -2)
    )


KICKER = Style(
    STRONG,
    steps(
        (32, 28, 1, Tier.OPEN),
        (26, 26, 2, Tier.SEAM),
        (24, 24, 2, Tier.ANYWHERE),
    ),
)
NARROW_TITLE = Style(
    HEADING,
    steps(
        (80, 52, 4, Tier.OPEN),
        (64, 48, 4, Tier.SEAM),
        (50, 42, 5, Tier.SEAM),
        (42, 38, 6, Tier.OPEN),
        (56, 38, 6, Tier.SYLLABLE),
        (44, 38, 6, Tier.ANYWHERE),
    ),
    leading=1.16,
    gap=8,
)
WIDE_TITLE = Style(
    HEADING,
    steps(
        (112, 80, 2, Tier.OPEN),
        (78, 60, 3, Tier.OPEN),
        (66, 48, 4, Tier.OPEN),
        (72, 48, 4, Tier.SEAM),
        (56, 44, 5, Tier.SYLLABLE),
        (48, 44, 5, Tier.ANYWHERE),
    ),
    leading=1.16,
    gap=8,
)
MOTTO = Style(SUBTITLE, steps((32, 28, 2, Tier.OPEN)), leading=1.3, gap=20, is_whole=True)
WHEN = Style(TEXT, steps((34, 28, 1, Tier.OPEN), (28, 28, 2, Tier.OPEN)), gap=20)
CREDIT = Style(TEXT, steps((19, 11, 1, Tier.OPEN)))


def fingerprint() -> str:
    """Return what changes with the look of all pictures."""
    files = sorted({path for path, _ in (HEADING, SUBTITLE, TEXT, STRONG)})
    weights = [(path.name, weight) for path, weight in (HEADING, SUBTITLE, TEXT, STRONG)]
    parts = [repr((EDITION, WATER, DEEP, MOTIF, weights)).encode()]
    parts += [path.read_bytes() for path in files]
    return hashlib.sha256(b"".join(parts)).hexdigest()


FINGERPRINT = fingerprint()  # read once, when the portal starts
