"""Draw the masks next to this file from the portal's own SVG sources.

Run `python render.py` here after one of them changed, and raise EDITION in design.py. It
needs Playwright, which the tests bring, and Debian's Chromium.
"""

import io
import re
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

MASKS = Path(__file__).parent
ROOT = MASKS.parent.parent.parent
CHROMIUM = "/usr/bin/chromium"
STYLE = "<style>body { margin: 0 } svg { display: block; height: 100vh; width: 100vw }</style>"


def main() -> None:
    """Draw all masks."""
    river = re.search(r"<svg.*?</svg>", (ROOT / "templates/ui/river.html").read_text(), re.DOTALL)
    sources = {
        "mark": ((ROOT / "static/img/mark.svg").read_text(), (264, 264)),
        "skyline": ((ROOT / "static/img/skyline.svg").read_text(), (1440, 300)),
        "river": (river[0].replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"'), (1200, 64)),
    }
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for name, (svg, size) in sources.items():
            mask_of(browser, svg, size).save(MASKS / f"{name}.png", optimize=True)
        browser.close()


def mask_of(browser, svg: str, size: tuple[int, int]) -> Image.Image:
    """Return where a drawing covers its ground, in grey."""
    page = browser.new_page(viewport=dict(zip(("width", "height"), size, strict=True)))
    page.set_content(STYLE + svg)
    picture = Image.open(io.BytesIO(page.screenshot(omit_background=True)))
    page.close()
    return picture.getchannel("A")


if __name__ == "__main__":
    main()
