"""The longest words of German at 320 px, for editors and readers."""

import pytest

from publishing.page_actions import act, change_url
from publishing.preview_links import make_link
from tests.factories import editor, make_article, version_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WORD = "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung"


def test_a_word_longer_than_a_phone_makes_no_page_wider(editor_page):
    draft = make_article(published=False, title=WORD)
    version = version_of(draft)
    make_link(version, editor(), label=WORD, email="", days=7)
    editor_page.set_viewport_size({"width": 320, "height": 700})

    for path in ("/admin/", change_url(draft.article), act(version, "preview_links")):
        editor_page.goto(path)
        assert editor_page.evaluate("document.documentElement.scrollWidth") == 320


def test_a_word_longer_than_a_phone_is_whole_above_a_page(open_page):
    content = make_article(title=WORD)
    options = {"viewport": {"width": 320, "height": 700}}

    page = open_page(content.get_absolute_url(), **options)

    step = page.locator(".breadcrumbs__step").last.bounding_box()
    assert step["x"] + step["width"] <= 320
