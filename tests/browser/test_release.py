"""A press release in a real browser: asked for, planned, shown outside, corrected, taken back."""

from datetime import timedelta

import pytest
from django.utils import timezone

from publishing.page_actions import act, change_url
from tests.browser.forms import fill, press, save, take_back
from tests.factories import make_article, version_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def buttons(page) -> list[str]:
    return [text.strip() for text in page.locator(".object-tools li").all_inner_texts()]


def answer(page, label):
    with page.expect_navigation():
        page.get_by_role("button", name=label).click()


def plan_in_two_days(page) -> str:
    """Plan the publication and return its moment as the button names it."""
    day = timezone.localdate() + timedelta(days=2)
    press(page, "Veröffentlichung planen")
    page.fill("[name=day]", day.isoformat())
    page.fill("[name=time]", "10:00")
    answer(page, "Veröffentlichung planen")
    return f"Geplant: {day:%d.%m.%Y} 10:00"


def make_link(page) -> str:
    """Make a preview link and return its path."""
    press(page, "Außenstehenden zeigen")
    page.fill("[name=label]", "Lokalteil")
    answer(page, "Link anlegen")
    return "/vorschau/" + page.input_value("#new-link").split("/vorschau/")[1]


def test_a_release_is_asked_for_planned_and_shown_outside(editor_page, read):
    page = editor_page
    page.goto("/admin/news/article/add/?kind=press-release")
    fill(page, {"content__title": "Größe", "content__lead": "Kurz."})
    save(page)
    alone = buttons(page)
    press(page, "Freigabe anfordern")
    moment = plan_in_two_days(page)
    planned = buttons(page)
    status, text = read(make_link(page))
    may_copy = page.get_by_role("button", name="Link kopieren").is_visible()

    assert may_copy
    assert ("Freigabe anfordern" in alone, "Veröffentlichen" in alone) == (True, False)
    assert moment in planned
    assert (status, "Größe" in text, "noch nicht veröffentlicht" in text) == (200, True, True)
    assert read("/presse/groesse/")[0] == 404
    assert page.problems == []


def test_a_correction_is_told_and_a_text_taken_back_stays_with_its_notice(editor_page, read):
    article = make_article(title="Treffen", slug="treffen").article
    page = editor_page
    page.goto(change_url(article))
    press(page, "Neuer Entwurf")
    page.locator("[name=change_kind][value=correction]").check()
    fill(page, {"change_note": "Der Ort stimmte nicht."})
    save(page)
    press(page, "Veröffentlichen")
    corrected = read("/aktuelles/treffen/")
    page.goto(change_url(article))
    press(page, "Zurückziehen")
    take_back(page, manner="notice")
    noticed = read("/aktuelles/treffen/")

    assert "Der Ort stimmte nicht." in corrected[1]
    assert (noticed[0], "Der Termin ist vorbei." in noticed[1]) == (200, True)
    assert page.problems == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_pages_before_a_step(editor_page, axe, scheme):
    draft = version_of(make_article(kind="press-release", lead="", published=False))
    public = version_of(make_article())
    page = editor_page
    page.emulate_media(color_scheme=scheme)
    found = {}
    for path in (
        *(act(draft, step) for step in ("schedule", "expire", "bypass", "preview_links")),
        act(public, "unpublish"),
        "/admin/publishing/auditentry/",
    ):
        page.goto(path)
        found[path] = axe(page)

    assert {path: findings for path, findings in found.items() if findings} == {}
