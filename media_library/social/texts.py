"""The words of a picture for sharing, set in lines of the portal's own type."""

from collections.abc import Callable
from dataclasses import dataclass

from PIL import ImageFont

from media_library.social import design
from media_library.social.cards import Card
from media_library.social.lines import Block, Measure, Space, fitted, whole_fit
from media_library.social.signs import drawable
from publishing.typography import bound

LARGE = 400  # pixels; without hinting
NO_SIGN = "\uffff"  # no font has a drawing for it
ROOM = design.TEXT_BOTTOM - design.TEXT_TOP


@dataclass(frozen=True)
class Line:
    """One line of text; `drop` is the way down to it from the line above."""

    text: str
    face: design.Face
    size: int
    colour: str
    drop: float


def column(card: Card, look: design.Look, width: int) -> list[Line]:
    """Return kicker, title, motto if there is room for all of it, and date."""
    style = design.WIDE_TITLE if width == design.WIDE else design.NARROW_TITLE
    kicker = typeset(card.kicker, design.KICKER, look.accent, width)
    when = typeset(card.when, design.WHEN, look.muted, width)
    title = typeset(card.title, style, look.ink, width, ROOM - height_of(kicker + when))
    rest = ROOM - height_of(kicker + title + when)
    motto = typeset(card.motto, design.MOTTO, look.ink, width, rest)
    return kicker + title + motto + when


def typeset(
    text: str, style: design.Style, colour: str, width: float, height: float = ROOM
) -> list[Line]:
    """Return a text in lines, in the first way of its style that fits."""
    words = bound(drawable(text, pen(style.face)))
    if not words:
        return []
    space = Space(width, height - style.gap, style.leading, ruler(style.face))
    set_in = whole_fit if style.is_whole else fitted
    block = set_in(words, style.steps, space)
    return lines_of(block, style, colour) if block else []


def lines_of(block: Block, style: design.Style, colour: str) -> list[Line]:
    """Return the lines of a block, the first below the style's gap."""
    drops = [style.gap] + [0] * (len(block.lines) - 1)
    return [
        Line(text, style.face, block.size, colour, block.size * style.leading + drop)
        for text, drop in zip(block.lines, drops, strict=True)
    ]


def height_of(lines: list[Line]) -> float:
    """Return how high lines stand together."""
    return sum(line.drop for line in lines)


def font(face: design.Face, size: int) -> ImageFont.FreeTypeFont:
    """Return a font in its weight and a size."""
    path, weight = face
    found = ImageFont.truetype(path, size)
    found.set_variation_by_axes([weight])
    return found


def ruler(face: design.Face) -> Callable[[int], Measure]:
    """Return what gives the measure of a font in a size; sizes differ in nothing but scale."""
    large = font(face, LARGE)
    return lambda size: lambda text: large.getlength(text) * size / LARGE


def pen(face: design.Face) -> Callable[[str], bool]:
    """Return what tells whether a font can draw a sign."""
    probe = font(face, 16)
    box = bytes(probe.getmask(NO_SIGN))
    return lambda sign: bytes(probe.getmask(sign)) != box
