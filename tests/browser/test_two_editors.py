"""D12, D4: two editors at one article; whoever is second hears of it, and no word is lost."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.db import OperationalError
from django.db.backends.utils import CursorWrapper
from djangocms_text.models import Text

from news.models import ArticleContent
from publishing.page_actions import change_url
from tests.browser.conftest import PASSWORD
from tests.browser.forms import fill, save
from tests.browser.test_writing import wait_until_kept
from tests.factories import add_text, make_article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TITLE = "[name=content__title]"


def sign_in(page, name):
    page.fill("[name=username]", name)
    page.fill("[name=password]", PASSWORD)
    with page.expect_navigation():
        page.click("[type=submit]")


@pytest.fixture
def opened(chromium, known_types, live_server):
    """Return a function that opens a place as an editor, in a browser of his or her own."""
    contexts = []

    def opened(name, place, **options):
        get_user_model().objects.create_superuser(name, password=PASSWORD, first_name=name.title())
        contexts.append(chromium.new_context(base_url=live_server.url, locale="de-DE", **options))
        page = contexts[-1].new_page()
        page.goto("/admin/")
        sign_in(page, name)
        page.goto(place)
        return page

    yield opened
    for context in contexts:
        context.close()


def stored_title() -> str:
    return ArticleContent.admin_manager.get().title


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_the_second_sees_both_texts_and_decides(opened, scripts):
    place = change_url(make_article(published=False, title="Alt").article)
    anna, bernd = (opened(name, place, java_script_enabled=scripts) for name in ("anna", "bernd"))
    for page, title in ((anna, "Von Anna"), (bernd, "Von Bernd")):
        fill(page, {"content__title": title})
        save(page)
    both = bernd.locator("section", has_text="Zwei Fassungen").inner_text()
    kept = (stored_title(), bernd.input_value(TITLE))
    save(bernd)

    assert [words in both for words in ("Von Anna", "Von Bernd")] == [True, True]
    assert kept == ("Von Anna", "Von Bernd")
    assert stored_title() == "Von Bernd"


def test_the_second_at_a_block_sees_both_texts_and_decides(opened):
    text = add_text(make_article(published=False), "<p>Alt</p>")
    place = f"/admin/cms/placeholder/edit-plugin/{text.pk}/?cms_path=/&_popup=1"
    pages = [opened(name, place) for name in ("anna", "bernd")]
    for page, words in zip(pages, ("Von Anna. ", "Von Bernd. "), strict=True):
        page.locator("[contenteditable=true]").click()
        page.keyboard.type(words)
        with page.expect_navigation():
            page.evaluate("document.querySelector('#content-main form').requestSubmit()")
    asked = pages[1].inner_text("#content-main")
    between = Text.objects.get().body
    with pages[1].expect_navigation():
        pages[1].get_by_role("button", name="Meine Fassung sichern").click()

    assert ["Von Anna." in asked, "Von Bernd." in asked] == [True, True]
    assert "Von Anna." in between
    assert "Von Bernd." in Text.objects.get().body


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_signed_out_in_between_the_second_signs_in_and_sees_both_texts(opened, scripts, axe):
    place = change_url(make_article(published=False, title="Alt").article)
    anna, bernd = (opened(name, place, java_script_enabled=scripts) for name in ("anna", "bernd"))
    fill(bernd, {"content__title": "Von Bernd"})
    fill(anna, {"content__title": "Von Anna"})
    save(anna)
    Session.objects.all().delete()
    save(bernd)
    told, found = bernd.inner_text(".kept-words"), axe(bernd) if scripts else []
    sign_in(bernd, "bernd")
    found += axe(bernd) if scripts else []  # axe itself is one
    with bernd.expect_navigation():
        bernd.get_by_role("button", name="Noch einmal senden").click()
    both = bernd.locator("section", has_text="Zwei Fassungen").inner_text()
    kept = (stored_title(), bernd.input_value(TITLE))
    save(bernd)

    assert ("Ihre Eingaben sind noch da" in told, found) == (True, [])
    assert [words in both for words in ("Von Anna", "Von Bernd")] == [True, True]
    assert kept == ("Von Anna", "Von Bernd")
    assert stored_title() == "Von Bernd"


def test_signed_out_and_gone_the_second_gets_the_words_back_at_the_next_visit(opened):
    place = change_url(make_article(published=False, title="Alt").article)
    anna, bernd = (opened(name, place) for name in ("anna", "bernd"))
    bernd.wait_for_timeout(1000)  # the form has been looked at
    fill(bernd, {"content__title": "Von Bernd"})
    wait_until_kept(bernd, "Von Bernd")
    fill(anna, {"content__title": "Von Anna"})
    save(anna)
    Session.objects.all().delete()
    bernd.goto(place)
    sign_in(bernd, "bernd")
    offer = bernd.locator(".autosave")
    offer.wait_for()
    warning, before = offer.inner_text(), bernd.input_value(TITLE)
    bernd.get_by_role("button", name="Wiederherstellen").click()

    assert "Der Eintrag wurde seitdem gesichert" in warning
    assert (before, bernd.input_value(TITLE)) == ("Von Anna", "Von Bernd")
    assert stored_title() == "Von Anna"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_while_the_database_is_away_what_is_sent_waits_in_the_browser(opened, scripts, monkeypatch):
    place = change_url(make_article(published=False, title="Alt").article)
    page = opened("anna", place, java_script_enabled=scripts)

    def refuse(*arguments):
        raise OperationalError("the database is gone")

    fill(page, {"content__title": "Von Anna"})
    with monkeypatch.context() as patch:
        patch.setattr(CursorWrapper, "execute", refuse)
        save(page)
        told = page.inner_text("main")
    page.reload()  # and confirm that it is sent again

    assert "noch nicht gesichert" in told
    assert stored_title() == "Von Anna"
