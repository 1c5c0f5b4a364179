"""G23 in the browser: the release of 2021 from the clipboard to the draft."""

import pytest

from tests.browser.conftest import PASSWORD
from tests.news.documents import RELEASE

PAGE = "/admin/news/article/uebernehmen/"


@pytest.fixture
def writer(chromium, portal):
    """A page of a signed-in editor."""
    context = chromium.new_context(base_url=portal.origin, locale="de-DE", reduced_motion="reduce")
    page = context.new_page()
    page.goto("/admin/")
    page.fill("[name=username]", "rita")
    page.fill("[name=password]", PASSWORD)
    page.click("[type=submit]")
    yield page
    context.close()


def test_a_pasted_release_is_shown_without_faults_and_becomes_a_draft(writer, axe):
    writer.goto(PAGE)
    writer.fill("[name=text]", RELEASE)
    writer.click("[name=_read]")
    shown = writer.locator(".intake__voices li").all_inner_texts()
    faults = axe(writer)
    writer.fill("[name=dateline_place]", "Dormagen")
    writer.click("[name=_create]")

    assert len(shown) == 8
    assert faults == []
    assert "Der Entwurf ist angelegt." in writer.inner_text(".messagelist")
