"""The reader's choice of light or dark: kept only when made, forgotten when taken back."""

from tests.browser.places import Place
from tests.browser.visits import visit

DARK, LIGHT = "rgb(13, 28, 39)", "rgb(251, 249, 245)"  # --color-paper in static/css/tokens.css


def state(page):
    """Return the page's ground, and everything that the browser keeps for us."""
    return page.evaluate(
        "[getComputedStyle(document.documentElement).backgroundColor, { ...localStorage }]"
    )


def test_a_choice_holds_for_other_pages_until_it_is_taken_back(chromium, portal):
    with visit(chromium, portal.origin, Place("/"), color_scheme="light") as opened:
        page = opened.page
        before = state(page)
        page.get_by_label("wie im System").focus()
        page.keyboard.press("ArrowUp")  # round to the last choice
        chosen = state(page)
        page.goto("/impressum/")
        elsewhere = state(page)
        page.get_by_label("dunkel").focus()
        page.keyboard.press("ArrowDown")
        after = state(page)

        assert before == [LIGHT, {}]
        assert chosen == elsewhere == [DARK, {"darstellung": "dark"}]
        assert after == [LIGHT, {}]
