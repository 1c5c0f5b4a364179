"""Pictures of every page type for docs/design.md: three widths, light, dark, on paper.

Each page type gets its single pictures and a sheet with all of them side by side.
"""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image
from playwright.sync_api import Browser, Page

from tests.browser.photographs import ALL_PICTURES_THERE
from tests.browser.served import ROOT, ServedPortal

FOLDER = ROOT / "docs/pictures/design"
LIMIT = 3_000_000  # bytes of all pictures of pages
LONGEST = 1600  # pixels of a page that are shown; the rest is more of the same
SCALE = 2  # one pixel of a picture stands for two on the screen
SHEET_SCALE = 2  # and once more on a sheet
QUALITIES = (45, 38, 30, 24)  # of WebP; the first that keeps to the limit
GAP = 16  # pixels between the pictures of a sheet


@dataclass(frozen=True)
class View:
    """One way to look at a page; paper is as wide as A4."""

    name: str
    width: int
    media: dict


VIEWS = [
    *(
        View(f"{width}-{scheme}", width, {"media": "screen", "color_scheme": scheme})
        for width in (360, 768, 1280)
        for scheme in ("light", "dark")
    ),
    View("print", 794, {"media": "print", "color_scheme": "light"}),
]
PAGES = {
    "startseite": "/",
    "aktuelles": "/aktuelles/",
    "archiv": "/aktuelles/archiv/2020/",
    "nachricht": "/aktuelles/made-in-dormagen-jahresthema/",
    "presse": "/presse/",
    "pressemitteilung": "/presse/jahrestreffen-2021/",
    "jahrestreffen": "/jahrestreffen/",
    "treffen": "/jahrestreffen/2021/",
    "programmpunkt": "/jahrestreffen/2021/programm/die-erste-dekade-und-ein-weiteres-leitthema/",
    "initiativen": "/initiativen/",
    "initiative": "/initiativen/industriepunkte/",
    "partnerliste": "/partner/",
    "partner": "/partner/stadt-dormagen/",
    "person": "/personen/jobst-wierich/",
    "standardseite": "/mitmachen/",
    "leichte-sprache": "/leichte-sprache/",
    "kontakt": "/kontakt/",
    "fehler-404": "/gibt-es-nicht/",
}
# Meetings in other states, made for the pictures only: their names say so.
STATES = {
    "treffen-geplant": {"status": "EventScheduled"},
    "treffen-abgesagt": {"status": "EventCancelled", "status_note": "Muster eines Hinweises."},
    "treffen-verschoben": {"status": "EventPostponed"},
}
MAKE_MEETING = """
from datetime import UTC, datetime
from tests.factories import make_meeting
facts = {{"starts_at": datetime(2030, 3, 1, 17, tzinfo=UTC), **{facts!r}}}
words = {{"title": "Jahrestreffen (Muster)", "lead": "Muster eines Anrisses."}}
make_meeting(slug="{slug}", facts=facts, **words)
"""


def take_pages(browser: Browser, portal: ServedPortal) -> int:
    """Take all pictures, replace the old ones and return the size of the new in bytes."""
    portal.manage("make_renditions", "-v0")
    page = browser.new_context(base_url=portal.origin, locale="de-DE").new_page()
    pictures = {}
    for name, path in PAGES.items():
        pictures |= pictures_of(page, name, path)
    for slug, facts in STATES.items():
        portal.manage("shell", "-v0", "-c", MAKE_MEETING.format(slug=slug, facts=facts))
        pictures |= pictures_of(page, slug, f"/jahrestreffen/{slug}/")
    page.context.close()
    return replace(encoded(pictures))


def pictures_of(page: Page, name: str, path: str) -> dict[str, Image.Image]:
    """Return every view of a page, and the sheet of all."""
    page.goto(path)
    page.evaluate(ALL_PICTURES_THERE)
    views = {f"{name}-{view.name}": smaller(seen(page, view), SCALE) for view in VIEWS}
    return {**views, name: sheet([smaller(view, SHEET_SCALE) for view in views.values()])}


def seen(page: Page, view: View) -> Image.Image:
    """Return what a reader sees of a page, from its top on."""
    page.set_viewport_size({"width": view.width, "height": 900})
    page.emulate_media(**view.media, reduced_motion="reduce")
    height = page.evaluate("document.documentElement.scrollHeight")
    clip = {"x": 0, "y": 0, "width": view.width, "height": min(height, LONGEST)}
    picture = page.screenshot(full_page=True, clip=clip, animations="disabled")
    return Image.open(BytesIO(picture)).convert("RGB")


def smaller(picture: Image.Image, scale: int) -> Image.Image:
    """Return a picture at a fraction of its size."""
    size = picture.width // scale, picture.height // scale
    return picture.resize(size, Image.Resampling.LANCZOS)


def sheet(pictures: list[Image.Image]) -> Image.Image:
    """Return pictures side by side on grey."""
    width = sum(picture.width + GAP for picture in pictures) + GAP
    height = max(picture.height for picture in pictures) + 2 * GAP
    whole = Image.new("RGB", (width, height), (128, 128, 128))
    left = GAP
    for picture in pictures:
        whole.paste(picture, (left, GAP))
        left += picture.width + GAP
    return whole


def encoded(pictures: dict[str, Image.Image]) -> dict[str, bytes]:
    """Return the files of all pictures, as good as the limit allows."""
    for quality in QUALITIES:
        files = {name: webp(picture, quality) for name, picture in pictures.items()}
        if sum(map(len, files.values())) <= LIMIT:
            return files
    raise ValueError("The pictures are too large even at the lowest quality; shorten LONGEST.")


def webp(picture: Image.Image, quality: int) -> bytes:
    """Return a picture as the bytes of a small file."""
    stream = BytesIO()
    picture.save(stream, "WEBP", quality=quality, method=6)
    return stream.getvalue()


def replace(files: dict[str, bytes]) -> int:
    """Write the files, remove all others of their kind and return their size in bytes."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.webp"):
        old.unlink()
    for name, content in files.items():
        (FOLDER / f"{name}.webp").write_bytes(content)
    return sum(map(len, files.values()))
