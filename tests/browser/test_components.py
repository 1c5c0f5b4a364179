"""Components as readers see them: like their references, and nothing for axe to find.

After a wanted change `make bless` makes new references; look at the difference first.
"""

import pytest

from tests.browser import likeness, photographs
from tests.factories import editor

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MODES = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced": {"color_scheme": "light", "forced_colors": "active"},
}


@pytest.fixture
def editors_page(chromium, client, live_server):
    """A page of a signed-in editor."""
    client.force_login(editor())
    session = client.cookies["sessionid"].value
    context = chromium.new_context(base_url=live_server.url, locale="de-DE")
    context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    yield context.new_page()
    context.close()


def test_components_look_like_their_references(editors_page, request, tmp_path):
    pictures = photographs.of_components(editors_page)

    if request.config.getoption("--bless"):
        assert likeness.bless(pictures) <= likeness.LIMIT
        return
    if not likeness.REFERENCES.is_dir():
        pytest.skip("no references yet: make bless")
    complaints = {
        name: complaint
        for name, picture in pictures.items()
        if (complaint := likeness.complaint(name, picture, tmp_path))
    }
    kept = {path.stem for path in likeness.REFERENCES.glob("*.png")}
    assert complaints == {}
    assert sorted(kept - set(pictures)) == []


def test_axe_finds_nothing_in_any_component(editors_page, axe):
    page = editors_page
    page.goto("/bausteine/")
    found = {}
    for width in (320, 768, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        for mode, media in MODES.items():
            page.emulate_media(**media)
            findings = axe(page)
            if mode == "forced":  # axe reads the colours we asked for, not what the system made
                findings = [finding for finding in findings if finding[0] != "color-contrast"]
            found[f"{width} {mode}"] = findings

    assert {where: findings for where, findings in found.items() if findings} == {}
