"""The structure board of a page in edit mode, and its picker."""

from playwright.sync_api import Locator, Page


def open_board(page: Page) -> None:
    """Open the board once the toolbar is there; it may still be open."""
    page.wait_for_load_state("networkidle")
    board = page.locator(".cms-structure:visible")
    if not board.count():
        page.keyboard.press("Space")
    board.first.wait_for()


def open_picker(page: Page, *, parent: int | None = None) -> Locator:
    """Open the picker of the page, or of the block with the key `parent`; return its offers."""
    open_board(page)
    place = ".cms-dragbar" if parent is None else f".cms-draggable-{parent} > .cms-dragitem"
    page.locator(f".cms-structure {place} .cms-submenu-add").first.click()
    return page.locator(".cms-modal .cms-submenu-item a:visible")


def pick_block(page: Page, name: str, *, parent: int | None = None) -> None:
    """Choose a block from the picker."""
    open_picker(page, parent=parent).get_by_text(name, exact=True).first.click()
