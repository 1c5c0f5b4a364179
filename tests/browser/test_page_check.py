"""G16: barriers that an editor can make are found in the preview, named in German, and shown."""

import pytest
from cms.toolbar.utils import get_object_edit_url, get_object_preview_url

from tests.factories import add_text, make_article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PLANTED = (
    "<h2>Teil</h2><h4>Übersprungen</h4><h3></h3>"
    '<p><a href="https://example.org/seite">https://example.org/seite</a></p>'
    '<p>Mehr dazu <a href="/aktuelles/">hier</a>.</p>'
    "<p><strong>Sieht aus wie eine Überschrift</strong></p>"
    "<table><tbody><tr><td>Jahr</td><td>Gäste</td></tr></tbody></table>"
    "<p>Blass</p>"
)
# What the text editor lets nobody write is planted on the page.
FURTHER = """() => {
  const image = document.createElement("img");
  image.src = document.querySelector("link[rel=icon]").href;
  document.querySelector("main").append(image);
  const pale = [...document.querySelectorAll("main p")].find((p) => p.textContent === "Blass");
  pale.style.color = "rgb(235, 235, 235)";
}"""


def check(page) -> list:
    page.get_by_text("Barrierefreiheit prüfen").click()
    page.get_by_text("gefunden.").wait_for(timeout=30_000)
    return page.locator(".page-check__item strong").all_inner_texts()


def test_each_planted_barrier_is_found_and_shown(editor_page):
    content = make_article(published=False)
    add_text(content, PLANTED)
    page = editor_page
    page.goto(get_object_preview_url(content))
    page.evaluate(FURTHER)
    found = check(page)
    page.get_by_role("button", name="Zeigen: Linktext sagt nicht, wohin").click()

    assert sorted(found) == [
        "Adresse als Linktext",
        "Bild ohne Alternativtext",
        "Fetter Absatz statt Überschrift",
        "Leere Überschrift",
        "Linktext sagt nicht, wohin",
        "Schrift hebt sich zu wenig ab",
        "Tabelle ohne Kopfzeile",
        "Überschrift überspringt eine Ebene",
    ]
    assert page.evaluate("document.activeElement.textContent") == "hier"
    assert page.problems == []


def test_it_looks_at_a_page_that_is_being_written_too(editor_page):
    content = make_article(published=False)
    add_text(content, '<p>Mehr dazu <a href="/aktuelles/">hier</a>.</p>')
    page = editor_page
    page.goto(get_object_edit_url(content))

    assert check(page) == ["Linktext sagt nicht, wohin"]
    assert page.problems == []


def test_a_good_page_has_none_and_readers_get_no_axe(editor_page, open_page):
    content = make_article()
    page = editor_page
    page.goto(get_object_preview_url(content))
    found = check(page)
    reader = open_page(content.get_absolute_url())
    scripts = reader.evaluate("[...document.scripts].map((script) => script.src)")

    assert (found, page.problems) == ([], [])
    assert [src for src in scripts if "axe" in src or "admin" in src] == []
