"""What is drawn, and where."""

from dataclasses import replace

import pytest
from PIL import Image as PILImage
from PIL import ImageChops

from media_library.models import Image
from media_library.social import design
from media_library.social.cards import Card
from media_library.social.drawing import draw
from media_library.social.texts import column

BARE = Card("article-1", "", "")
LONG = (
    "Bürgermeister, Landrat und CHEMPARK-Leiter eröffnen die „Woche der Chemie“ auf dem Gelände "
    "der ehemaligen Zuckerfabrik – alle sind eingeladen"
)
GIANT = "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung"
TITLES = ["Ja!", "Jahrestreffen 2021", LONG, GIANT, f"{GIANT} {GIANT}", "W" * 140, "Ällq " * 28]
MARK_TOP = design.BANK - design.MARK - 12
WIDTHS = {True: design.NARROW, False: design.WIDE}


def photo(**values) -> Image:
    """Return an image that has pixels, as far as drawing is concerned."""
    values = {"credit": "Erika Beispiel", **values}
    image = Image(mime_type="image/png", **values)
    image.sha1, image._width, image._height = "a" * 40, 900.0, 600.0
    return image


def pixels(colour="#888888") -> PILImage.Image:
    """Return the original of `photo`."""
    return PILImage.new("RGB", (900, 600), colour)


def changed(card: Card, former: Card) -> tuple[int, int, int, int]:
    """Return left, top, right, bottom of where the pictures of two cards differ."""
    original = pixels() if card.image else None
    return ImageChops.difference(draw(card, original), draw(former, original)).getbbox()


@pytest.mark.parametrize("has_picture", [True, False])
@pytest.mark.parametrize("title", TITLES, ids=lambda title: title[:12])
def test_words_stay_within_their_place(title, has_picture):
    bare = replace(BARE, image=photo() if has_picture else None)
    card = replace(bare, kicker="Q" * 60, title=title, motto="Äq" * 9, when="28. September 2021")

    left, top, right, bottom = changed(card, bare)

    # A J may reach a little into the margin, a g a little below its line.
    assert left >= design.MARGIN - 8
    assert top >= design.TEXT_TOP
    assert right <= design.MARGIN + WIDTHS[has_picture] + 2
    assert bottom <= MARK_TOP


@pytest.mark.parametrize("width", [design.NARROW, design.WIDE])
@pytest.mark.parametrize("title", [*TITLES[:5], "Erste Umwelt- und Naturerlebniswoche eröffnet"])
def test_titles_are_drawn_whole(title, width):
    lines = column(replace(BARE, title=title), design.WATER, width)

    joined = "".join(line.text for line in lines)
    assert [sign for sign in joined if sign.isalnum()] == [sign for sign in title if sign.isalnum()]
    assert len({line.size for line in lines}) == 1


def test_a_title_without_end_is_shortened_to_whole_words():
    title = "Wasserstoff, Zuckerfabrik, Nachbarschaft, " * 9
    lines = [line.text for line in column(replace(BARE, title=title), design.WATER, design.WIDE)]

    shown = " ".join(lines)
    assert shown.endswith("…")
    assert title.startswith(shown.removesuffix("…"))
    assert shown.removesuffix("…").split(", ")[-1] in title.split(", ")


def test_a_motto_that_does_not_fit_is_left_out():
    card = replace(BARE, title="Treffen", when="2021")
    said = {
        length: [line.text for line in column(replace(card, motto="Äh " * length), *WATER_NARROW)]
        for length in (1, 99)
    }

    assert said == {1: ["Treffen", "Äh", "2021"], 99: ["Treffen", "2021"]}


WATER_NARROW = (design.WATER, design.NARROW)


def test_the_credit_stands_in_the_river_and_whole_however_long():
    bare = replace(BARE, image=photo(credit=""))
    short = replace(BARE, image=photo())
    long = replace(BARE, image=photo(credit="Presseamt der Stadt Dormagen, " * 5 + "honorarfrei"))

    boxes = [changed(card, bare) for card in (short, long)]
    assert [top > design.BANK for _, top, _, _ in boxes] == [True, True]
    assert [right <= design.WIDTH - 20 for _, _, right, _ in boxes] == [True, True]
    assert [left > 20 for left, _, _, _ in boxes] == [True, True]
    assert boxes[1][0] < boxes[0][0] - 300


def test_the_picture_is_cropped_around_its_focal_point_and_bent():
    sheet = PILImage.new("RGB", (900, 600), "blue")
    sheet.paste("red", (700, 0, 900, 600))
    card = replace(BARE, image=photo(subject_location="890,300", credit=""))

    drawn = draw(card, sheet)

    left = design.WIDTH - design.PICTURE[0]
    water = drawn.getpixel((10, design.BANK - 40))
    assert drawn.getpixel((1190, 20)) == (255, 0, 0)
    assert drawn.getpixel((left + 20, 20)) == (0, 0, 255)
    assert drawn.getpixel((left + 20, design.BANK - 40)) == water


def test_transparent_pictures_stand_on_paper():
    clear = PILImage.new("RGBA", (900, 600), (0, 0, 0, 0))
    drawn = draw(replace(BARE, image=photo(credit="")), clear)

    assert "#{:02x}{:02x}{:02x}".format(*drawn.getpixel((1100, 100))) == design.LIGHT["paper"]


def test_the_ground_says_whether_there_is_a_picture():
    with_picture = draw(replace(BARE, image=photo()), pixels()).getpixel((5, 5))
    without = draw(BARE).getpixel((5, 5))

    assert [f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in (with_picture, without)] == [
        design.WATER.top,
        design.DEEP.top,
    ]
