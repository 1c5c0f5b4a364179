"""Every template with the keyboard alone."""

import pytest

FILM_STOPS = 12  # at most, within a player's own controls


@pytest.mark.parametrize("width", [360, 1280])
def test_tab_reaches_everything_in_order_in_sight_and_leaves_again(page, width):
    page.set_viewport_size({"width": width, "height": 640})
    controls = page.evaluate("reader.controls()")

    page.evaluate("reader.follow()")
    for _ in range(len(controls) + 1 + FILM_STOPS * page.locator("video, audio").count()):
        page.keyboard.press("Tab")
        if page.evaluate("reader.stops.at(-1) === null"):  # the window's own controls
            break
    *stops, end = page.evaluate("reader.stops")

    assert [stop["name"] for stop in stops] == controls
    assert [stop for stop in stops if stop["faults"]] == []
    assert end is None


def test_the_first_stop_leads_past_the_menu_to_the_content(page):
    page.keyboard.press("Tab")
    first = page.evaluate("reader.focused()")
    assert first == {"name": "a 0 Zum Inhalt springen", "faults": []}

    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhalt"


@pytest.mark.parametrize(
    "media",
    [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}],
    ids=lambda media: next(iter(media.values())),
)
def test_every_focus_ring_stands_out_from_its_ground(page, media):
    page.emulate_media(**media)

    assert page.evaluate("reader.weakRings()") == []
