"""Photographs of the components on /bausteine/, one per component, width and scheme."""

from io import BytesIO
from itertools import product

from PIL import Image
from playwright.sync_api import Page

WIDTHS = (360, 1280)
SCHEMES = ("light", "dark")
SLICE = 4000  # pixels; Chromium draws no picture taller than 16,384
# Parts of the frame are photographed where they stand; their specimen only points at them.
FRAME = {
    "header": ".site-header",
    "page_header": "main > .page-header",
    "footer": ".site-footer",
}
POINTERS = {*FRAME, "scheme_switch", "error"}
ERRORS = (404, 500)
ALL_PICTURES_THERE = """async () => {
  for (const image of document.images) image.loading = "eager";
  await Promise.all([...document.images].map((image) => image.decode()));
  await document.fonts.ready;
}"""
# Where a part of a pixel is left over above it, Chromium rounds the lines of a component otherwise;
# so each begins on a whole one, whatever stands before it.
ON_WHOLE_PIXELS = """() => {
  for (const stage of document.querySelectorAll(".specimen__stage")) {
    stage.style.marginBlockStart = "";
    const top = stage.getBoundingClientRect().top + scrollY;
    const margin = parseFloat(getComputedStyle(stage).marginBlockStart);
    stage.style.marginBlockStart = `${margin + Math.ceil(top) - top}px`;
  }
}"""
BOXES = """(elements) => elements.map((element) => {
  const box = element.getBoundingClientRect();
  const name = (element.closest(".specimen")?.id ?? "").replace("baustein-", "");
  return [name, [box.left, box.top + scrollY, box.right, box.bottom + scrollY].map(Math.round)];
})"""


def of_components(page: Page) -> dict[str, Image.Image]:
    """Return the photographs by name: `card-360-dark`."""
    found = {}
    for path, parts in (("/bausteine/", parts_of_showcase), *error_pages()):
        page.goto(path)
        page.evaluate(ALL_PICTURES_THERE)
        for width, scheme in product(WIDTHS, SCHEMES):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.evaluate(ON_WHOLE_PIXELS)
            whole = whole_page(page)
            for name, box in parts(page).items():
                found[f"{name}-{width}-{scheme}"] = whole.crop(box)
    return found


def error_pages() -> list:
    """Return the address of each error page and what is photographed there."""
    return [
        (f"/bausteine/{status}/", lambda page, name=f"error_{status}": {name: box(page, "main")})
        for status in ERRORS
    ]


def parts_of_showcase(page: Page) -> dict[str, tuple]:
    """Return the box of each component."""
    boxes = dict(page.eval_on_selector_all(".specimen__stage", BOXES))
    shown = {name: tuple(corners) for name, corners in boxes.items() if name not in POINTERS}
    return shown | {name: box(page, selector) for name, selector in FRAME.items()}


def box(page: Page, selector: str) -> tuple:
    """Return left, top, right and bottom of one element."""
    [(_, corners)] = page.eval_on_selector_all(selector, BOXES)
    return tuple(corners)


def whole_page(page: Page) -> Image.Image:
    """Return the page from top to bottom, put together from slices."""
    width, height = page.evaluate("[innerWidth, document.documentElement.scrollHeight]")
    whole = Image.new("RGB", (width, height))
    for top in range(0, height, SLICE):
        clip = {"x": 0, "y": top, "width": width, "height": min(SLICE, height - top)}
        picture = page.screenshot(full_page=True, clip=clip, animations="disabled")
        whole.paste(Image.open(BytesIO(picture)), (0, top))
    return whole
