"""Draw the PNG masters of the first content from the SVG sources next to this file.

Run `python render.py` here for all, or with names: `python render.py natur film`. It needs
Playwright, which the tests bring, and Debian's Chromium.
"""

import io
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

SOURCES = Path(__file__).parent
MASTERS = SOURCES.parent / "images"
CHROMIUM = "/usr/bin/chromium"
WIDTH, HEIGHT = 2400, 1600
COLOURS = 256


def main(names: list[str]) -> None:
    """Draw the named pictures, or all of them."""
    names = names or sorted(path.stem for path in SOURCES.glob("*.svg") if path.stem != "parts")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        for name in names:
            page.set_content(f"<style>body {{ margin: 0 }}</style>{complete_svg(name)}")
            save(page.screenshot(), MASTERS / f"{name}.png")
        browser.close()


def complete_svg(name: str) -> str:
    """The picture with the shared parts put in, so that it stands on its own."""
    parts = (SOURCES / "parts.svg").read_text()
    shared = parts[parts.index("<style>") : parts.rindex("</svg>")]
    head, tail = (SOURCES / f"{name}.svg").read_text().split(">", 1)
    return f"{head}>{shared}{tail}"


def save(screenshot: bytes, path: Path) -> None:
    """Keep the picture with a palette: flat colours stay clean and the file small."""
    picture = Image.open(io.BytesIO(screenshot)).convert("RGB")
    palette = picture.quantize(COLOURS, kmeans=3, dither=Image.Dither.NONE)
    palette.save(path, optimize=True)


if __name__ == "__main__":
    main(sys.argv[1:])
