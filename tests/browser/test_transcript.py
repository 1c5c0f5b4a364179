"""E23, E24, E35, E43: a transcript in a real browser."""

import pytest

from events.models import Participation
from tests.browser.test_recording import SECOND, add_film
from tests.events.recordings import CUT, add_captions, add_chapter, make_recording
from tests.factories import make_person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAGE = "/mediathek/2026/mitschrift/"
# Without a secure origin there is no clipboard; what would be copied is kept on the page.
CLIPBOARD = """Object.defineProperty(navigator, "clipboard",
  { value: { writeText: async (text) => { document.documentElement.dataset.copied = text } } })"""
COPIED = "document.documentElement.dataset.copied"


@pytest.fixture
def recording():
    """The example of E19 with three paragraphs, two of them in a chapter."""
    found = make_recording(kept=CUT, licence="CC BY 4.0")
    add_film(found)
    item = found.meeting.programme_items.create(
        kind="talk", title="Vortrag", outcome="Einstimmig beschlossen."
    )
    erika = make_person("Erika Beispiel")
    Participation.objects.create(item=item, person=erika, job_title="Rednerin")
    add_chapter(found, 600, item=item)
    add_captions(
        found,
        (100, 102, "Guten Abend."),
        (600, 604, "Wir haben Fördermittel beantragt.", "Erika Beispiel"),
        (604, 606, "Sie sind da.", "Erika Beispiel"),
        (610, 612, "Und die Fördermitteln?", "Jemand"),
    )
    return found


def test_e23_a_time_plays_from_there_on_the_same_page(open_page, recording):
    page = open_page(PAGE)

    page.get_by_role("link", name="8:30").click()
    page.wait_for_function(f"{SECOND} >= 510", timeout=10_000)

    assert (page.url.endswith(PAGE), len(page.loads), page.problems) == (True, 1, [])


def test_e23_e24_without_a_script_everything_is_read_found_and_linked(open_page, recording):
    page = open_page(PAGE, java_script_enabled=False)

    page.get_by_label("In dieser Mitschrift suchen").fill("fördermittel")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?q=f*")
    page.get_by_role("link", name="Zur ersten Fundstelle").press("Enter")
    page.get_by_role("link", name="nächster").press("Enter")

    assert page.url.endswith("#treffer-2")
    assert page.locator("mark").all_inner_texts() == ["Fördermittel", "Fördermitteln"]
    page.get_by_text("Zitieren").nth(1).press("Enter")
    source = page.locator(".said .citable").nth(1)
    assert source.inner_text().startswith("Erika Beispiel, Rednerin, „Treffen“, 12.")
    page.get_by_role("link", name="8:30").press("Enter")
    page.wait_for_url("**/jahrestreffen/2026/?t=600#aufzeichnung")


def test_e43_a_quote_is_copied_with_its_source_by_keyboard(open_page, recording):
    page = open_page(PAGE)
    page.evaluate(CLIPBOARD)

    page.get_by_text("Zitieren").nth(1).press("Enter")
    page.get_by_role("button", name="Zitat mit Quelle kopieren").press("Enter")
    page.get_by_text("Kopiert").wait_for(timeout=10_000)

    link = page.locator(".said .citable a").nth(1).get_attribute("href")
    assert link.endswith("?t=600#aufzeichnung")
    assert page.evaluate(COPIED).replace("\u00a0", " ") == (
        "„Wir haben Fördermittel beantragt. Sie sind da.“ – Erika Beispiel, Rednerin, „Treffen“, "
        f"12. November 2026, Minute 8:30, {link}, CC BY 4.0"
    )


def test_e43_what_is_selected_is_copied_with_its_own_second(open_page, recording):
    page = open_page(PAGE)
    page.evaluate(CLIPBOARD)

    page.locator("[data-t='604']").evaluate("line => getSelection().selectAllChildren(line)")
    page.get_by_text("Zitieren").nth(1).click()
    page.get_by_role("button", name="Zitat mit Quelle kopieren").click()
    page.get_by_text("Kopiert").wait_for(timeout=10_000)

    assert page.evaluate(COPIED).startswith("„Sie sind da.“ – Erika Beispiel")
    assert "?t=604#aufzeichnung" in page.evaluate(COPIED)


@pytest.mark.parametrize("width", [320, 1280])
def test_e35_a_transcript_is_accessible_and_fits(open_page, recording, axe, width):
    page = open_page(PAGE, viewport={"width": width, "height": 800})

    found = {}
    for query in ("", "?q=fördermittel"):
        page.goto(PAGE + query)
        page.get_by_text("Zitieren").first.press("Enter")
        small = page.locator("article :is(a, button, summary):visible").evaluate_all(
            "all => all.filter((one) => one.getBoundingClientRect().height < 24)"
            ".map((one) => one.innerText)"
        )
        fits = page.evaluate("document.documentElement.scrollWidth")
        found[query] = (axe(page), fits, small)

    assert found == {query: ([], width, []) for query in ("", "?q=fördermittel")}
