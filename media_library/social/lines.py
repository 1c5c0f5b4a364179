"""Setting a title in lines: few, of equal length, no word cut off, hardly any broken.

Nothing here knows of fonts: `measure` tells how wide a text is.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from media_library.social.hyphenation import SHY, Tier, breaks

ELLIPSIS = "…"
Measure = Callable[[str], float]
# A line should not end with one of these.
SMALL_WORDS = (
    "am an auf aus bei beim das dem den der des die durch ein eine einem einen einer eines für im "
    "in ins ist mit nach über um und vom von vor wie zu zum zur"
)
SMALL_WORD = re.compile("|".join(SMALL_WORDS.split()), re.IGNORECASE)
# What a bad end costs, compared to the space left on a line (its share squared).
BAD_END = 0.1


@dataclass(frozen=True)
class Piece:
    """What is never broken; `space` leads to the next piece, `ending` ends a line here."""

    text: str
    space: str = ""
    ending: str = ""
    burden: int = 0  # how bad a break of the word is here

    @property
    def cost(self) -> float:
        """What it costs to end a line here."""
        is_bad = SMALL_WORD.fullmatch(self.text) or not self.space
        return BAD_END if is_bad else 0


def pieces_of(text: str, tier: Tier) -> list[Piece]:
    """Return a text in pieces; no-break spaces keep words together."""
    pieces = []
    for word in text.split(" "):
        pieces += pieces_of_word(word, tier)
    return pieces


def pieces_of_word(word: str, tier: Tier) -> list[Piece]:
    """Return the pieces of a word: where an editor put soft hyphens, there; by rules else."""
    parts = word.split(SHY)
    inner = tier if len(parts) == 1 or tier == Tier.ANYWHERE else Tier.OPEN
    pieces = []
    for part in parts:
        *before, last = pieces_of_part(part, inner)
        pieces += [*before, replace(last, ending="-")]
    return [*pieces[:-1], replace(pieces[-1], space=" ", ending="")]


def pieces_of_part(word: str, tier: Tier) -> list[Piece]:
    """Return the pieces of a word by the rules."""
    places = breaks(word, tier)
    ends = [*sorted(places), len(word)]
    return [
        Piece(word[start:end], ending=hyphen_at(word, end), burden=places.get(end, 0))
        for start, end in zip([0, *ends], ends, strict=False)
    ]


def hyphen_at(word: str, place: int) -> str:
    """Return the hyphen that a break needs between two letters, and only there."""
    around = word[place - 1 : place + 1]
    return "-" if len(around) == 2 and around.isalpha() else ""


@dataclass(frozen=True, order=True)
class Setting:
    """Some pieces set in lines; the smallest is the best: whole words, few lines, least cost."""

    burden: int = 0
    count: int = 0
    cost: float = 0
    lines: tuple[str, ...] = ()


def wrapped(text: str, width: float, measure: Measure, tier: Tier = Tier.OPEN) -> list[str]:
    """Return a text in lines, few and as equal as possible; [] if a piece is too wide.

    A word is broken only where it fits no line, at the best place.
    """
    pieces = pieces_of(text, tier)
    best = [Setting()]  # of the first 0, 1, 2 … pieces; None where there is no way
    for end in range(1, len(pieces) + 1):
        best.append(min(settings_of(pieces[:end], best, width, measure), default=None))
    return list(best[-1].lines) if best[-1] else []


def settings_of(
    pieces: list[Piece], best: list[Setting | None], width: float, measure: Measure
) -> Iterator[Setting]:
    """Yield the settings of all these pieces: a last line, above it the best of those before."""
    last = pieces[-1]
    for start in range(len(pieces) - 1, -1, -1):
        line = line_of(pieces[start:])
        share = measure(line) / width
        if share > 1:
            return
        if above := best[start]:
            cost = above.cost + (1 - share) ** 2 + last.cost
            lines = (*above.lines, line)
            yield Setting(above.burden + last.burden, above.count + 1, cost, lines)


def line_of(pieces: Sequence[Piece]) -> str:
    """Return pieces in one line."""
    inner = "".join(piece.text + piece.space for piece in pieces[:-1])
    return inner + pieces[-1].text + pieces[-1].ending


@dataclass(frozen=True)
class Step:
    """One way to set a text: size of the type, most lines, which breaks are allowed."""

    size: int
    most: int
    tier: Tier = Tier.OPEN


@dataclass(frozen=True)
class Block:
    """A text set in lines, in the size that fits."""

    size: int
    lines: list[str]


@dataclass(frozen=True)
class Space:
    """Where a text has to fit; `measure_at` gives the measure of a size of type."""

    width: float
    height: float
    leading: float
    measure_at: Callable[[int], Measure]

    def lines(self, text: str, step: Step) -> list[str]:
        """Return the text set in this way, or [] if it does not fit."""
        measure = self.measure_at(step.size)
        if measure(text.replace(SHY, "")) > self.width * step.most:
            return []
        lines = wrapped(text, self.width, measure, step.tier)
        is_low = len(lines) * step.size * self.leading <= self.height
        return lines if len(lines) <= step.most and is_low else []


def fitted(text: str, steps: Sequence[Step], space: Space) -> Block:
    """Set a text in the first way that fits; as the last resort shorten it."""
    whole = whole_fit(text, steps, space)
    return whole or Block(steps[-1].size, shortened(text, steps[-1], space))


def whole_fit(text: str, steps: Sequence[Step], space: Space) -> Block | None:
    """Set a text in the first way in which all of it fits, if there is one."""
    for step in steps:
        if lines := space.lines(text, step):
            return Block(step.size, lines)
    return None


def shortened(text: str, step: Step, space: Space) -> list[str]:
    """Return as much of a text as fits, with an ellipsis: whole words if one fits."""
    ends = [place for place, sign in enumerate(text) if sign == " "]
    return longest(text, ends, step, space) or longest(text, range(len(text)), step, space)


def longest(text: str, ends: Sequence[int], step: Step, space: Space) -> list[str]:
    """Return the longest beginning that fits and stops at one of the ends, or []."""

    def cut(end: int) -> list[str]:
        return space.lines(text[:end].rstrip(" ,;:–-" + SHY) + ELLIPSIS, step)

    found = bisect_left(ends, x=True, key=lambda end: not cut(end))
    return cut(ends[found - 1]) if found else []
