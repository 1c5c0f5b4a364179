"""Whether a photograph still looks like its reference, and a picture of what does not."""

from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

REFERENCES = Path(__file__).parent / "references"
PALETTES = (16, 32, 64, 128, 256)  # colours of a reference: as few as still show each of its own
LIMIT = 1_500_000  # bytes of all references
SIZE_TOLERANCE = 2  # pixels
# Other versions of Chromium draw the edges of letters a little differently; blurred, that is
# no distance. What counts is drawn pixels, not the empty ground around them.
BLUR = 1.5  # pixels
DISTANCE = 20  # of 255, in the channel that differs most
SHARE = 0.005  # of the drawn pixels; a word in another colour is more, an arrow of a menu less
GROUND_COLOURS = 8
LEAST_INK = 200  # pixels


def complaint(name: str, picture: Image.Image, folder: Path) -> str:
    """Return what is wrong with a photograph, or ""; the picture of it goes to `folder`."""
    path = REFERENCES / f"{name}.png"
    if not path.exists():
        return "has no reference yet"
    reference = Image.open(path).convert("RGB")
    if any(abs(a - b) > SIZE_TOLERANCE for a, b in zip(reference.size, picture.size, strict=True)):
        words = f"is {picture.size}, the reference {reference.size}"
    elif (share := changed_share(reference, picture)) > SHARE:
        words = f"{share:.1%} of what is drawn changed"
    else:
        return ""
    folder.mkdir(parents=True, exist_ok=True)
    side_by_side(reference, picture).save(folder / f"{name}.png")
    return f"{words}: {folder / name}.png"


def changed_share(reference: Image.Image, picture: Image.Image) -> float:
    """Return how many pixels changed their colour, as a share of those that are drawn on."""
    return white(changes(reference, picture)) / max(ink(reference), LEAST_INK)


def ink(picture: Image.Image) -> int:
    """Return how many pixels have another colour than most of the picture."""
    few = picture.quantize(GROUND_COLOURS)
    _, index = max(few.getcolors())
    ground = Image.new("RGB", picture.size, tuple(few.getpalette()[3 * index : 3 * index + 3]))
    return white(far(picture, ground))


def white(mask: Image.Image) -> int:
    """Return how many pixels of a mask are white."""
    return mask.histogram()[255]


def changes(reference: Image.Image, picture: Image.Image) -> Image.Image:
    """Return a mask, white where the colours differ; the size is what both have in common."""
    size = tuple(min(pair) for pair in zip(reference.size, picture.size, strict=True))
    blur = ImageFilter.GaussianBlur(BLUR)
    one, other = (image.crop((0, 0, *size)).filter(blur) for image in (reference, picture))
    return far(one, other)


def far(one: Image.Image, other: Image.Image) -> Image.Image:
    """Return a mask, white where two pictures of one size are farther apart than `DISTANCE`."""
    red, green, blue = ImageChops.difference(one, other).split()
    widest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return widest.point(lambda value: 255 if value > DISTANCE else 0)


def side_by_side(reference: Image.Image, picture: Image.Image) -> Image.Image:
    """Return reference, photograph and, in red, what differs."""
    marked = picture.copy()
    mask = changes(reference, picture)
    marked.paste((214, 0, 0), (0, 0), mask)
    parts = [reference, picture, marked]
    height = max(part.height for part in parts)
    sheet = Image.new("RGB", (sum(part.width + 8 for part in parts), height), (128, 128, 128))
    left = 0
    for part in parts:
        sheet.paste(part, (left, 0))
        left += part.width + 8
    return sheet


def bless(pictures: dict[str, Image.Image]) -> int:
    """Make these photographs the references, drop all others and return their size in bytes."""
    REFERENCES.mkdir(exist_ok=True)
    for stale in REFERENCES.glob("*.png"):
        if stale.stem not in pictures:
            stale.unlink()
    for name, picture in pictures.items():
        small(picture).save(REFERENCES / f"{name}.png", optimize=True)
    return sum(path.stat().st_size for path in REFERENCES.glob("*.png"))


def small(picture: Image.Image) -> Image.Image:
    """Return a photograph with as few colours as do it no harm."""
    for colours in PALETTES:
        reduced = picture.quantize(colours, method=Image.Quantize.MAXCOVERAGE)
        if white(changes(reduced.convert("RGB"), picture)) == 0:
            break
    return reduced
