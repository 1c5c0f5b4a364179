"""E33, E34, E35: a video that lies with somebody else, in a real browser."""

from urllib.parse import urlsplit

import pytest

from tests.events.recordings import make_recording
from tests.factories import picture

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAGE = "/jahrestreffen/2026/"


@pytest.fixture
def external():
    return make_recording(
        provider="youtube",
        external_url="https://www.youtube.com/watch?v=abcdefghijk",
        poster=picture(size=(1600, 900)),
    )


def test_e33_nothing_is_asked_of_others_before_the_click_and_then_of_one(
    open_page, external, live_server
):
    page = open_page(PAGE, blocked="https://**")
    own = urlsplit(live_server.url).netloc
    button = page.get_by_role("button", name="Video von YouTube laden")

    button.hover()
    button.focus()
    page.wait_for_load_state("networkidle")
    before = set(page.hosts)
    button.click()
    page.wait_for_load_state("networkidle")

    assert before == {own}
    assert set(page.hosts) == {own, "www.youtube-nocookie.com"}
    assert page.context.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_e33_without_a_script_it_is_the_same(open_page, external, live_server):
    page = open_page(PAGE, blocked="https://**", java_script_enabled=False)
    before = set(page.hosts)

    page.get_by_role("button", name="Video von YouTube laden").click()
    page.wait_for_load_state("networkidle")

    own = urlsplit(live_server.url).netloc
    assert (before, set(page.hosts)) == ({own}, {own, "www.youtube-nocookie.com"})


def test_e35_a_video_elsewhere_is_accessible(open_page, external, axe):
    page = open_page(PAGE)
    on_the_page = axe(page)
    page.goto("/mediathek/2026/extern/")

    assert (on_the_page, axe(page)) == ([], [])
