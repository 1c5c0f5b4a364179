"""Editors see what readers will see: in text editor, edit mode and picker."""

import pytest
from cms.toolbar.utils import get_object_edit_url, get_object_preview_url
from django.conf import settings

from tests.browser.board import open_picker
from tests.factories import add_block, make_article, make_page
from ui.picker import Offer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TEXT = (
    "<p>Der Anfang.</p><h2>Größe am Rhein</h2><p>Ein Satz, der so lang ist, dass er umbricht, weil "
    'die Zeile nur 60 bis 75 Zeichen fasst, mit <a href="/kontakt/">Kontakt</a>.</p>'
    "<h3>Darunter</h3><ul><li>eins</li><li>zwei</li></ul><blockquote>Gesagt.</blockquote>"
)
PARTS = ["h2", "h2 + p", "a", "h3", "ul", "li + li", "blockquote"]
LOOK = """([root, parts]) => parts.map((part) => {
  const style = getComputedStyle(document.querySelector(`${root} ${part}`));
  return ["color", "fontFamily", "fontSize", "fontWeight", "hyphens", "lineHeight", "listStyleType",
    "marginBottom", "marginTop", "maxInlineSize", "paddingLeft", "textDecorationLine",
    "textDecorationThickness", "textUnderlineOffset"].map((name) => style[name]);
})"""
PLACES = """() => [...document.querySelectorAll("main :is(h1, h2, h3, p, li, blockquote)")]
  .filter((part) => !part.matches(".tiptap :is(li, blockquote) p"))
  .map((part) => {
    const [box, main] = [part, part.closest("main")].map((one) => one.getBoundingClientRect());
    return [part.textContent, box.left, box.top - main.top, box.width, box.height];
  })"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("plugin", "around"), [("TextPlugin", ".detail__text"), ("FactBoxPlugin", ".fact-box")]
)
def test_text_looks_in_the_editor_as_on_the_page(editor_page, plugin, around, scheme):
    content = make_article(published=False)
    block = add_block(content, plugin, body=TEXT)
    page = editor_page
    page.emulate_media(color_scheme=scheme)

    page.goto(get_object_preview_url(content))
    read = page.evaluate(LOOK, [around, PARTS])
    page.goto(f"/admin/cms/placeholder/edit-plugin/{block.pk}/")
    page.locator(".tiptap h2").wait_for()

    assert page.evaluate(LOOK, [".tiptap", PARTS]) == read
    assert page.problems == []


def test_a_page_in_edit_mode_stands_as_for_readers(editor_page):
    content = make_page(published=False)
    for plugin in ("TextPlugin", "FactBoxPlugin", "TextPlugin"):
        add_block(content, plugin, body=TEXT)
    page = editor_page
    page.set_viewport_size({"width": 1280, "height": 3000})  # editors start when they are seen

    page.goto(get_object_preview_url(content))
    read = page.evaluate(PLACES)
    page.goto(get_object_edit_url(content))
    page.locator(".tiptap h2").nth(1).wait_for()

    assert page.evaluate(PLACES) == read
    assert page.problems == []


def test_the_picker_shows_a_picture_and_a_sentence_for_every_block(editor_page):
    editor_page.goto(get_object_edit_url(make_page(published=False)))
    blocks = open_picker(editor_page)
    found = blocks.evaluate_all(
        """(links) => links.map((link) => {
          const picture = link.parentElement.querySelector("svg").getBoundingClientRect();
          const sentence = link.parentElement.querySelector("p").innerText;
          return [link.getAttribute("href"), sentence, picture.width, picture.height];
        })"""
    )

    offered = settings.CMS_PLACEHOLDER_CONF[None]["plugins"]
    assert found == [
        [plugin, Offer(plugin, "", has_form=True).purpose, 64, 48]
        for plugin in offered
        if plugin not in {"AccordionItemPlugin", "FactLinePlugin"}  # offered in their list only
    ]


def test_a_block_is_found_by_its_sentence_and_added_with_the_keyboard(editor_page):
    editor_page.goto(get_object_edit_url(make_page(published=False)))
    blocks = open_picker(editor_page)
    search = editor_page.get_by_placeholder("Bausteine filtern").locator("visible=true")
    search.press_sequentially("erst auf einen Klick")
    blocks.get_by_text("Text", exact=True).wait_for(state="hidden")
    editor_page.keyboard.press("Enter")
    added = editor_page.locator(".cms-structure .cms-dragitem-text")
    added.wait_for()

    assert added.inner_text() == "Aufklappliste noch ohne Eintrag"
    assert editor_page.problems == []
