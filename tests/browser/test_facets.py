"""G27: an archive's facets leave room for the list, and need no script."""

import pytest

ARCHIVE = "/aktuelles/archiv/2020/?thema=natur-und-umwelt"


@pytest.fixture
def archive(chromium, portal):
    """Return a function that opens the archive without scripts in a window of this size."""
    contexts = []

    def opened(width, height):
        size = {"width": width, "height": height}
        contexts.append(chromium.new_context(viewport=size, java_script_enabled=False))
        page = contexts[-1].new_page()
        page.goto(f"{portal.origin}{ARCHIVE}")
        return page

    yield opened
    for context in contexts:
        context.close()


def test_on_a_phone_the_list_begins_on_the_first_screen(archive):
    page = archive(360, 740)
    first = page.locator(".teaser").first.bounding_box()

    assert first["y"] + first["height"] < 740
    assert page.get_by_role("link", name="Bündnis", exact=True).count() == 0

    page.locator(".facets__summary").click()
    page.get_by_role("link", name="Bündnis", exact=True).click()
    assert page.url.endswith("/aktuelles/archiv/2020/?thema=buendnis")


def test_with_room_the_facets_stand_open_beside_the_list(archive):
    page = archive(1280, 800)
    facets, first = (page.locator(name).first.bounding_box() for name in (".facets", ".teaser"))

    assert facets["x"] + facets["width"] <= first["x"]
    assert not page.locator(".facets__summary").is_visible()

    choice = page.get_by_role("link", name="Bündnis", exact=True)
    page.get_by_role("link", name="April", exact=True).focus()
    page.keyboard.press("Tab")
    assert choice.evaluate("link => link === document.activeElement")
    page.keyboard.press("Enter")
    page.wait_for_url("**/aktuelles/archiv/2020/?thema=buendnis")
