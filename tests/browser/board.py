"""The structure board of a page in edit mode."""

from playwright.sync_api import Locator, Page


def open_board(page: Page) -> None:
    """Open the board once the toolbar is there."""
    page.wait_for_load_state("networkidle")
    page.keyboard.press("Space")
    page.locator(".cms-structure:visible").first.wait_for()


def open_picker(page: Page) -> Locator:
    """Open the board and the picker of its first slot; return the blocks to choose from."""
    open_board(page)
    page.locator(".cms-structure .cms-submenu-add:visible").first.click()
    return page.locator(".cms-modal .cms-submenu-item a:visible")
