"""The menu of a small screen with the keyboard alone, in text of any size."""

import pytest

from tests.browser.places import Place
from tests.browser.visits import visit

ENTRIES = [
    "Aktuelles",
    "Jahrestreffen",
    "Initiativen",
    "Partner",
    "Über uns",
    "Mitmachen",
    "Presse",
]
BUTTON = "Menü"
STOPS_TO_BUTTON = 5  # skip link, two shortcuts, wordmark, button


@pytest.fixture(params=["100%", "200%"])
def page(request, chromium, portal):
    """The home page on a small screen, freshly opened, with the focus on the menu's button."""
    size = {"width": 360, "height": 640}
    with visit(chromium, portal.origin, Place("/"), viewport=size) as opened:
        opened.page.evaluate("reader.restyle", f"html {{ font-size: {request.param} }}")
        tab(opened.page, STOPS_TO_BUTTON)
        yield opened.page


def tab(page, times=1):
    """Press Tab and return where the focus has been."""
    stops = []
    for _ in range(times):
        page.keyboard.press("Tab")
        stops.append(focused(page))
    return stops


def focused(page):
    """Return the text of the focused control, and what is wrong with its place."""
    return page.evaluate("[document.activeElement.innerText, reader.focused().faults]")


def is_open(page):
    return page.locator("#menu").is_visible()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_button_opens_the_menu_and_every_entry_is_reached(page, key):
    before = focused(page), is_open(page)
    page.keyboard.press(key)
    after = focused(page), is_open(page)

    assert before == ([BUTTON, []], False)
    assert after == (["Menü schließen", []], True)
    assert tab(page, len(ENTRIES)) == [[entry, []] for entry in ENTRIES]


@pytest.mark.parametrize("key", ["Enter", "Space", "Escape"])
def test_a_key_closes_the_menu_and_the_focus_is_back_on_its_button(page, key):
    page.keyboard.press("Enter")
    page.keyboard.press(key)

    assert (focused(page), is_open(page)) == ([BUTTON, []], False)


def test_an_entry_leads_to_its_page_where_it_is_the_current_one(page):
    page.keyboard.press("Enter")
    tab(page, 2)
    with page.expect_navigation():
        page.keyboard.press("Enter")

    assert page.url.endswith("/jahrestreffen/")
    assert page.locator("#menu [aria-current]").all_text_contents() == ["Jahrestreffen"]
