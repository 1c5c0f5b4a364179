"""What an editor does with building blocks: choose them from the picker, fill them in."""

import re
from contextlib import suppress
from dataclasses import dataclass, field

from playwright.sync_api import TimeoutError  # noqa: A004 - not Python's own

from tests.browser.board import open_board, open_picker, pick_block
from tests.browser.forms import fill

PASTE = """(element, html) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  const options = { clipboardData: data, bubbles: true, cancelable: true };
  element.dispatchEvent(new ClipboardEvent("paste", options));
}"""


@dataclass(frozen=True)
class Block:
    """A block as an editor fills it in, and what readers then see."""

    name: str  # in the picker
    values: dict = field(default_factory=dict)  # of its form
    text: str = ""  # HTML for its text editor
    file: str = ""  # to be chosen in the library
    found: dict = field(default_factory=dict)  # field and what is typed to find something
    has_form: bool = True
    is_only_choice: bool = False  # its form opens at once, without the picker
    seen: str = ""


def add_block(page, block, *, parent=None) -> int:
    """Choose a block, fill it in, save it; return its key."""
    before = keys(page)
    choose(page, block, parent=parent)
    if block.has_form and not has_form(page):
        # The CMS has sometimes not loaded the form in its window; an editor loads the page anew.
        page.reload()
        open_board(page)
        choose(page, block, parent=parent)
    if block.has_form:
        fill_in(page, block)
    page.locator(".cms-structure .cms-draggable").nth(len(before)).wait_for(state="attached")
    page.reload()  # or the CMS might still be redrawing the board when the next one is chosen
    open_board(page)
    return min(keys(page) - before)


def choose(page, block, *, parent) -> None:
    """Choose a block from the picker."""
    if block.is_only_choice:
        open_picker(page, parent=parent)
    else:
        pick_block(page, block.name, parent=parent)


def has_form(page) -> bool:
    """Tell whether the form of a block comes within a few seconds."""
    saving = page.frame_locator(".cms-modal iframe").locator("[name=_save]")
    with suppress(TimeoutError):
        saving.wait_for(state="attached", timeout=15_000)
    return saving.count() > 0


def keys(page) -> set[int]:
    """Return the keys of all blocks on the structure board."""
    classes = page.locator(".cms-structure .cms-draggable").evaluate_all(
        "elements => elements.map(element => element.className)"
    )
    found = [re.search(r"cms-draggable-(\d+)", names) for names in classes]
    return {int(match.group(1)) for match in found if match}


def fill_in(page, block):
    """Fill in the form of a block and save it."""
    form = page.frame_locator(".cms-modal iframe")
    form.locator("[name=_save]").wait_for(state="attached")
    fill(form, block.values)
    for name, words in block.found.items():
        find(form, name, words)
    if block.text:
        form.locator("[contenteditable=true]").evaluate(PASTE, block.text)
    if block.file:
        choose_file(page, form, block.file)
    page.locator(".cms-modal .cms-btn-action").get_by_text("Sichern").click()


def find(form, name, words):
    """Find something by typing and take the first suggestion."""
    form.locator(f"[name={name}] + .select2 .select2-selection").click()
    form.locator(".select2-search__field").last.fill(words)
    form.locator(".select2-results__option--highlighted").get_by_text(words).click()


def choose_file(page, form, name):
    """Open the library in its window and take a file that is in no folder."""
    with page.expect_popup() as popup:
        form.get_by_text("Datei auswählen").first.click()
    library = popup.value
    if not library.locator("tr", has_text=name).count():
        library.get_by_text("Nicht sortierte Uploads").click()
    with library.expect_event("close"):
        library.locator("tr", has_text=name).locator("a.insertlink").click()
