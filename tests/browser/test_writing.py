"""G21, G22: nothing typed is lost, and two editors at one item know of each other."""

import pytest
from django.contrib.auth import get_user_model

from news.models import ArticleContent
from publishing.page_actions import change_url
from tests.browser.conftest import PASSWORD
from tests.browser.forms import fill, save
from tests.factories import add_text, make_article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
KEPT = """words => new Promise((resolve) => {
  const opening = indexedDB.open("portal-drafts", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("drafts");
  opening.onsuccess = () => {
    const drafts = opening.result.transaction("drafts").objectStore("drafts").getAll();
    drafts.onsuccess = () => {
      opening.result.close();
      resolve(drafts.result.some((draft) => JSON.stringify(draft).includes(words)));
    };
  };
})"""


def wait_until_kept(page, words):
    """Wait until the browser has kept these words; the page's policy lets nobody wait in it."""
    for _ in range(75):
        if page.evaluate(KEPT, words):
            return
        page.wait_for_timeout(200)
    raise AssertionError(f"{words} is not kept")


def reopened(page):
    """Close a page as a crash does and open its address again in the same browser."""
    again = page.context.new_page()
    again.goto(page.url)
    page.close()
    return again


def test_what_was_typed_is_offered_on_return_put_back_and_forgotten_once_saved(editor_page):
    content = make_article(published=False, title="Alt")
    page = editor_page
    page.goto(change_url(content.article))
    page.wait_for_timeout(1000)  # the form has been looked at
    page.get_by_text("Quelle hinzufügen").click()
    fill(page, {"content__title": "Neu getippt", "sources-0-title": "Zeitung"})
    page.locator("[name=content__hero_is_decorative]").check()
    wait_until_kept(page, "Zeitung")
    again = reopened(page)
    again.get_by_role("button", name="Wiederherstellen").click()
    put_back = [
        again.input_value(f"[name={name}]") for name in ("content__title", "sources-0-title")
    ]
    is_checked = again.locator("[name=content__hero_is_decorative]").is_checked()
    untouched = ArticleContent.admin_manager.get().title
    save(again)
    again.wait_for_timeout(1500)

    assert (put_back, is_checked, untouched) == (["Neu getippt", "Zeitung"], True, "Alt")
    assert ArticleContent.admin_manager.get().title == "Neu getippt"
    assert again.locator(".autosave").count() == 0
    assert again.evaluate(KEPT, "Zeitung") is False
    assert editor_page.problems == []


@pytest.mark.parametrize("typed", [True, False])
def test_a_step_above_the_form_asks_whoever_has_typed_since(editor_page, typed):
    page = editor_page
    page.goto(change_url(make_article(published=False).article))
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    if typed:
        fill(page, {"content__title": "Neu getippt"})
    page.locator(".object-tools").get_by_text("Veröffentlichen", exact=True).click()
    page.wait_for_load_state()

    is_public = ArticleContent.objects.exists()
    assert (len(asked), is_public) == ((1, False) if typed else (0, True))


def test_a_text_is_offered_on_return_too(editor_page):
    text = add_text(make_article(published=False), "<p>Alt</p>")
    page = editor_page
    page.goto(f"/admin/cms/placeholder/edit-plugin/{text.pk}/")
    page.locator("[contenteditable=true]").wait_for()
    page.wait_for_timeout(1500)
    page.locator("[contenteditable=true]").click()
    page.keyboard.type("Mühsam getippt. ")
    wait_until_kept(page, "Mühsam getippt")
    again = reopened(page)
    again.get_by_role("button", name="Wiederherstellen").click()

    assert "Mühsam getippt." in again.locator("[contenteditable=true]").inner_text()
    text.refresh_from_db()
    assert text.body == "<p>Alt</p>"


def test_two_editors_hear_of_each_other_and_taking_over_warns_the_first(
    editor_page, chromium, live_server
):
    get_user_model().objects.create_superuser("bernd", password=PASSWORD, first_name="Bernd")
    place = change_url(make_article(published=False).article)
    context = chromium.new_context(base_url=live_server.url)
    second = context.new_page()
    second.goto("/admin/")
    second.fill("[name=username]", "bernd")
    second.fill("[name=password]", PASSWORD)
    with second.expect_navigation():
        second.click("[type=submit]")

    editor_page.goto(place)
    second.goto(place)
    second.get_by_text("rita (seit").wait_for(timeout=10_000)
    editor_page.get_by_text("Bernd (seit").wait_for(timeout=10_000)
    second.get_by_role("button", name="Übernehmen").click()
    editor_page.get_by_text("Bernd hat hier übernommen.").wait_for(timeout=10_000)
    context.close()

    assert editor_page.problems == []
