"""The buttons that copy a page's short link and how it is cited; only these need JavaScript."""

from tests.browser.places import Place
from tests.browser.visits import visit


def test_the_button_copies_the_short_link_and_says_so(chromium, portal):
    permissions = ["clipboard-read", "clipboard-write"]
    place = Place("/partner/stadt-dormagen/")
    with visit(chromium, portal.origin, place, permissions=permissions) as opened:
        page = opened.page
        status = page.locator(".citation").get_by_role("status")
        before = status.inner_text()
        page.get_by_role("button", name="Link kopieren").press("Enter")
        page.get_by_text("Kopiert").wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")

        assert (before, status.inner_text()) == ("", "Kopiert")
        assert copied == page.locator(".citation__link").get_attribute("href")


def test_a_reference_is_copied_as_it_stands(chromium, portal):
    permissions = ["clipboard-read", "clipboard-write"]
    place = Place("/partner/stadt-dormagen/")
    with visit(chromium, portal.origin, place, permissions=permissions) as opened:
        page = opened.page
        page.get_by_role("button", name="BibTeX kopieren").press("Enter")
        page.get_by_text("Kopiert").wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")

        assert copied == page.locator("pre.citable").first.text_content()


def test_a_browser_that_does_not_allow_it_is_not_passed_over(chromium, portal):
    with visit(chromium, portal.origin, Place("/partner/stadt-dormagen/")) as opened:
        page = opened.page
        page.evaluate("void (navigator.clipboard.writeText = () => Promise.reject())")
        page.get_by_role("button", name="Link kopieren").press("Enter")
        page.get_by_text("Bitte von Hand kopieren").wait_for()

        status = page.locator(".citation").get_by_role("status")
        assert status.inner_text() == "Der Browser lässt das nicht zu. Bitte von Hand kopieren."
