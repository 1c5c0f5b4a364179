"""Editing in a real browser: all four types, the text editor, the log of the policy."""

import pytest

from tests.browser.board import pick_block
from tests.browser.forms import confirm, fill, press, save, take_back
from tests.factories import (
    make_article,
    make_initiative,
    make_meeting,
    make_partner,
    new_draft,
    publish,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

UMLAUTS = "Größe, Übermut und Ähren – „Straße“"
FORMS = {
    "news/article": {},
    "events/meeting": {"starts_at_0": "28.09.2027", "starts_at_1": "18:00"},
    "partners/partner": {"kind": "company"},
    "partners/initiative": {
        "kind": "series",
        "content__first_year": "2026",
        "content__last_year": "2027",
    },
}
MAKERS = {
    "news/article": make_article,
    "events/meeting": make_meeting,
    "partners/partner": make_partner,
    "partners/initiative": make_initiative,
}


def write(page, path, values):
    """Write a new item, save it and return the address of its form."""
    page.goto(f"/admin/{path}/add/")
    fill(page, {**values, **FORMS[path]})
    save(page)
    return page.url


@pytest.mark.parametrize(
    ("editor_page", "path"),
    [
        *(("Redaktion", path) for path in FORMS),
        ("Presse", "news/article"),
        ("Administration", "events/meeting"),
    ],
    indirect=["editor_page"],
)
def test_an_item_is_written_published_and_changed_unseen(editor_page, read, path):
    page = editor_page
    form = write(page, path, {"content__title": "Erste Größe", "content__lead": UMLAUTS})
    press(page, "Veröffentlichen")
    address = page.get_by_text("Auf der Website ansehen").get_attribute("href")
    first = read(address)
    press(page, "Neuer Entwurf")
    fill(page, {"content__title": "Zweite Größe"})
    save(page)
    unchanged = read(address)
    press(page, "Vorschau")
    preview = page.inner_text("main")
    page.goto(form)
    press(page, "Veröffentlichen")

    assert address.endswith("/erste-groesse/")
    assert (first[0], "Erste Größe" in first[1], UMLAUTS in first[1]) == (200, True, True)
    assert unchanged == first
    assert "Zweite Größe" in preview
    assert "Zweite Größe" in read(address)[1]
    assert page.problems == []


@pytest.mark.parametrize("path", FORMS)
def test_an_item_is_taken_back_and_brought_back(editor_page, read, path):
    content = MAKERS[path](title="Kommt wieder")
    form = f"/admin/{path}/{content.identity.pk}/change/"
    page = editor_page
    page.goto(form)
    press(page, "Zurückziehen")
    take_back(page)
    gone = read(content.get_absolute_url())
    page.goto(form)
    press(page, "Zurückholen")
    confirm(page)
    page.goto(form)
    press(page, "Veröffentlichen")
    back = read(content.get_absolute_url())

    assert gone[0] == 410
    assert (back[0], "Kommt wieder" in back[1]) == (200, True)
    assert page.problems == []


@pytest.mark.parametrize("path", FORMS)
def test_two_versions_are_compared_field_by_field(editor_page, path):
    page = editor_page
    open_versions(page, path, two_versions(path))
    for number in (1, 2):
        version_row(page, number).locator("[type=checkbox]").check()
    page.select_option("[name=action]", label="Versionen vergleichen")
    with page.expect_navigation():
        page.locator("[name=index]").click()

    changes = page.locator(".differences td :is(del, ins)").all_inner_texts()
    assert changes == ["Erste", "Zweite"]
    assert page.problems == []


@pytest.mark.parametrize("path", FORMS)
def test_an_older_version_is_brought_back_and_published(editor_page, read, path):
    page = editor_page
    published = two_versions(path)
    form = f"/admin/{path}/{published.identity.pk}/change/"
    page.goto(form)
    press(page, "Neuer Entwurf")
    open_versions(page, path, published)
    with page.expect_navigation():
        version_row(page, 1).locator("[title=Zurückholen]").click()
    question = page.inner_text("#content")
    with page.expect_navigation():
        page.get_by_role("button", name="Bisherigen Entwurf ablegen").click()
    page.goto(form)
    press(page, "Veröffentlichen")

    assert "Es gibt schon einen Entwurf" in question
    assert "Erste" in read(published.get_absolute_url())[1]
    assert page.problems == []


def two_versions(path):
    """Return the published second version of an item."""
    draft = new_draft(MAKERS[path](title="Erste"))
    draft.title = "Zweite"
    draft.save()
    return publish(draft)


def open_versions(page, path, content):
    page.goto(f"/admin/{path}/{content.identity.pk}/change/")
    press(page, "Versionen")


def version_row(page, number):
    """Return the row of a version in the list of versions."""
    return page.locator("#result_list tbody tr").filter(
        has=page.locator(".field-number", has_text=str(number))
    )


def test_a_refused_publication_names_each_reason_in_the_form(editor_page):
    page = editor_page
    page.goto("/admin/news/article/add/")
    fill(page, {"content__title": "Ohne Anriss"})
    save(page)
    press(page, "Veröffentlichen")

    messages = page.locator(".messagelist li").all_inner_texts()
    assert messages == [
        "Noch nicht veröffentlicht. Bitte zuerst ergänzen:",
        "Anriss: fehlt. Schreiben Sie ein bis drei Sätze, die ohne den Text verständlich sind.",
    ]
    assert page.locator(".publish-problems li").count() == 1
    assert page.problems == []


def test_text_with_umlauts_is_typed_on_the_page_and_read_by_everybody(editor_page, read):
    page = editor_page
    page.goto("/admin/news/article/add/")
    fill(page, {"content__title": "Mit Text", "content__lead": "Kurz."})
    page.click("[name=_write]")
    pick_block(page, "Text")
    page.frame_locator(".cms-modal iframe").locator("[contenteditable=true]").click()
    page.keyboard.type(UMLAUTS)
    page.locator(".cms-modal .cms-btn-action").get_by_text("Sichern").click()
    page.get_by_text(UMLAUTS).first.wait_for()
    with page.expect_navigation():
        page.locator(".cms-toolbar").get_by_text("Veröffentlichen", exact=True).click()

    status, text = read("/aktuelles/mit-text/")
    assert (status, UMLAUTS in text) == (200, True)
    assert page.problems == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_our_own_screens(editor_page, axe, scheme):
    article = make_article(published=False, lead="").article
    meeting = make_meeting().meeting
    page = editor_page
    page.emulate_media(color_scheme=scheme)
    found = {}
    for path in (
        "/admin/",
        "/admin/news/article/",
        f"/admin/news/article/{article.pk}/change/",
        f"/admin/events/meeting/{meeting.pk}/change/",
        "/admin/partners/person/add/",
    ):
        page.goto(path)
        found[path] = axe(page)

    assert {path: findings for path, findings in found.items() if findings} == {}
