"""Draws pictures for sharing: a card's words, its picture, the mark and the river."""

from pathlib import Path

from PIL import Image, ImageDraw

from media_library.renditions import crop_box
from media_library.social import design
from media_library.social.cards import Card
from media_library.social.texts import ROOM, Line, column, font, height_of, ruler, typeset

MOTIFS = Path(__file__).parent / "motifs"  # masks, made from the SVG sources
NAME = ("Lokale Allianz", "Dormagen")


def draw(card: Card, picture: Image.Image | None = None) -> Image.Image:
    """Return the picture of a card; `picture` is the original of the card's own."""
    look = design.WATER if picture else design.DEEP
    sheet = ground(look)
    if picture:
        put_picture(sheet, picture, card.picture.focal_point)
    else:
        put_skyline(sheet)
    sheet.paste(look.river, (0, design.BANK), motif("river", (design.WIDTH, design.RIVER)))
    put_mark(sheet, look)
    put_words(sheet, column(card, look, design.NARROW if picture else design.WIDE))
    put_credit(sheet, card.credit, look)
    return sheet


def ground(look: design.Look) -> Image.Image:
    """Return the empty sheet."""
    size = design.WIDTH, design.HEIGHT
    top, bottom = (Image.new("RGB", size, colour) for colour in (look.top, look.bottom))
    return Image.composite(bottom, top, Image.linear_gradient("L").resize(size))


def put_picture(sheet, picture, focal_point) -> None:
    """Put the picture into the upper right corner, bent like the river."""
    width, height = design.PICTURE
    box = crop_box(picture.size, width / height, focal_point)
    crop = picture.resize(design.PICTURE, Image.Resampling.LANCZOS, box=box, reducing_gap=3)
    mask = bent(design.PICTURE)
    if crop.mode == "RGBA":
        paper = Image.new("RGBA", crop.size, design.LIGHT["paper"])
        crop = Image.alpha_composite(paper, crop)
    sheet.paste(crop.convert("RGB"), (design.WIDTH - width, 0), mask)


def bent(size: tuple[int, int]) -> Image.Image:
    """Return a mask of this size whose lower left corner is round."""
    width, height = (side * design.SMOOTH for side in size)
    across, up = (side * design.SMOOTH for side in design.BEND)
    mask = Image.new("L", (width, height), 255)
    shape = ImageDraw.Draw(mask)
    shape.rectangle((0, height - up, across, height), fill=0)
    shape.ellipse((0, height - 2 * up, 2 * across, height), fill=255)
    return mask.resize(size, Image.Resampling.LANCZOS)


def put_skyline(sheet) -> None:
    """Draw works and town on the bank."""
    width, height = design.SKYLINE
    place = design.WIDTH - width - design.MARGIN, design.BANK - height + 12
    sheet.paste(design.MOTIF, place, motif("skyline", design.SKYLINE))


def put_mark(sheet, look: design.Look) -> None:
    """Draw mark and name of the alliance above the river."""
    size = design.MARK
    top = design.BANK - size - 12
    sheet.paste(look.mark, (design.MARGIN - 7, top), motif("mark", (size, size)))
    lines = zip(NAME, (look.ink, look.accent), (37, 69), strict=True)
    for text, colour, down in lines:
        line = Line(text, design.HEADING, 29, colour, 0)
        write(sheet, line, (design.MARGIN + size + 6, top + down))


def put_words(sheet, lines: list[Line]) -> None:
    """Write the lines below each other, a little above the middle of their place."""
    y = design.TEXT_TOP + (ROOM - height_of(lines)) * 0.4
    for line in lines:
        y += line.drop
        write(sheet, line, (design.MARGIN, round(y)))


def put_credit(sheet, credit: str, look: design.Look) -> None:
    """Write the credit into the river, small but whole."""
    right = design.WIDTH - design.CREDIT_MARGIN
    for line in typeset(credit, design.CREDIT, look.on_river, right - design.CREDIT_MARGIN):
        left = round(right - ruler(line.face)(line.size)(line.text))
        write(sheet, line, (left, design.HEIGHT - 11))


def write(sheet, line: Line, place: tuple[int, int]) -> None:
    """Write a line that begins at a place on its baseline."""
    room = 2 * line.size  # beside, above and below the place: more than any letter takes
    width = int(ruler(line.face)(line.size)(line.text)) + 2 * room
    mask = Image.new("L", (width * design.SMOOTH, 2 * room * design.SMOOTH))
    type_ = font(line.face, line.size * design.SMOOTH)
    start = room * design.SMOOTH, room * design.SMOOTH
    ImageDraw.Draw(mask).text(start, line.text, font=type_, fill=255, anchor="ls")
    corner = place[0] - room, place[1] - room
    sheet.paste(line.colour, corner, mask.resize((width, 2 * room), Image.Resampling.BOX))


def motif(name: str, size: tuple[int, int]) -> Image.Image:
    """Return the mask of a motif in a size."""
    with Image.open(MOTIFS / f"{name}.png") as mask:
        return mask.resize(size, Image.Resampling.LANCZOS)
