"""Every template with little room: zoom, larger text, wider text, fingers."""

import pytest

# What WCAG 1.4.12 lets readers ask for.
SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important }
* { word-spacing: 0.16em !important }
p { margin-block-end: 2em !important }
"""
TWICE = "html { font-size: 200% !important }"


def test_nothing_scrolls_sideways_at_400_percent(page):
    page.set_viewport_size({"width": 320, "height": 256})

    assert lost(page) == (0, [])


def test_wider_text_loses_nothing(page):
    page.set_viewport_size({"width": 360, "height": 800})
    page.evaluate("reader.restyle", SPACING)

    assert lost(page) == (0, [])


@pytest.mark.parametrize("width", [360, 1280])
def test_text_twice_as_large_loses_nothing(page, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.evaluate("reader.restyle", TWICE)

    assert lost(page) == (0, [])


def test_every_target_is_large_enough_for_a_finger(page):
    page.set_viewport_size({"width": 360, "height": 800})

    assert page.evaluate("reader.smallTargets()") == []


def lost(page):
    """Return by how many pixels the page scrolls sideways, and the texts that are cut off."""
    return page.evaluate("reader.sideways()"), page.evaluate("reader.clipped()")
