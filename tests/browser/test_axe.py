"""Every template before axe, small and large, light and dark."""

import pytest

# axe does not tell the contrast on a gradient, nor beside decoration that might lie under the text.
# Water is the end of each gradient that is closer to the text.
GROUND = """
.page, .front::before { background: var(--color-water) !important }
.programme__item::before, .programme__item::after { content: none !important }
.river-list__entry::before { content: none !important }
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(page, axe, width, scheme):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    page.evaluate("reader.restyle", GROUND)

    assert axe(page, undecided=True) == []
