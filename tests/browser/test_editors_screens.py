"""The editors' screens before axe, with the first content, light and dark, small and large."""

import pytest

from tests.browser.conftest import PASSWORD
from tests.browser.screens import DRAFT, SCREENS

# Findings in screens of others that we do not change: (rule, markup).
OTHERS = {
    # djangocms-versioning asks "Wirklich zurückziehen?" with an h3 right below the h1.
    ("heading-order", "<h3>Jahrestreffen der Lokalen Allianz Dormagen</h3>"),
}
MODES = [(1280, "light"), (1280, "dark"), (360, "light")]


@pytest.fixture(scope="module")
def signed_in(chromium, portal):
    """A page of an editor with the rights of all groups."""
    context = chromium.new_context(base_url=portal.origin, locale="de-DE", reduced_motion="reduce")
    page = context.new_page()
    page.goto("/admin/")
    page.fill("[name=username]", "rita")
    page.fill("[name=password]", PASSWORD)
    with page.expect_navigation():
        page.click("[type=submit]")
    yield page
    context.close()


@pytest.fixture(scope="module", params=SCREENS, ids=str)
def screen(request, signed_in):
    """Each screen once, complete with what its scripts add."""
    signed_in.set_viewport_size({"width": 1280, "height": 900})
    signed_in.goto(request.param.path)
    for target in request.param.clicks:
        click(signed_in, target)
    signed_in.wait_for_load_state("networkidle")
    return signed_in


def click(page, target) -> None:
    """Follow a link or press a button."""
    found = page.locator(target).first
    if target == DRAFT and not found.count():
        return
    with page.expect_navigation():
        found.click()


@pytest.mark.parametrize(("width", "scheme"), MODES)
def test_axe_finds_nothing_in_our_own_screens(screen, axe, width, scheme):
    screen.set_viewport_size({"width": width, "height": 900})
    screen.emulate_media(color_scheme=scheme)

    assert set(axe(screen)) - OTHERS == set()
