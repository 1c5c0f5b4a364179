"""The contact form with the keyboard alone: what is wrong is told, nothing typed is lost."""

import pytest

from tests.browser.places import Place
from tests.browser.visits import visit

PAGE = "Auf der Startseite, „Nächste Termine“"
WRONG_EMAIL = "Die E-Mail-Adresse ist unvollständig. Sie sieht so aus: name@example.org."
# Name, value, whether it is wrong, and what a screen reader says beside its label.
FIELDS = """() => [...document.querySelectorAll("form [id^=kontakt_]:is(input, select, textarea)")]
  .filter((field) => field.checkVisibility())
  .map((field) => [
    field.name,
    field.value,
    field.ariaInvalid === "true",
    ...(field.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean)
      .map((id) => document.getElementById(id).innerText),
  ])"""


# Each run sends the form twice; ten times in ten minutes are allowed.
@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_what_is_wrong_is_told_and_nothing_typed_is_lost(chromium, portal, script):
    place = Place("/kontakt/")
    with visit(chromium, portal.origin, place, java_script_enabled=script) as opened:
        page = opened.page
        type_into(page, "page", PAGE)
        type_into(page, "email", "erika@")
        send(page)

        problems = page.locator(".form__summary a").all_text_contents()
        summary = page.evaluate("document.activeElement.className")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        target = page.evaluate("document.activeElement.name")
        assert page.title() == "Fehler im Kontaktformular – Lokale Allianz Dormagen"
        assert problems == [
            "Nachricht: Schreiben Sie Ihre Nachricht.",
            f"E-Mail: {WRONG_EMAIL}",
        ]
        assert (summary, target) == ("form__summary flow", "text")
        assert page.evaluate(FIELDS) == [
            ["subject", "question", False],
            ["text", "", True, "Höchstens 5.000 Zeichen.", "Schreiben Sie Ihre Nachricht."],
            ["page", PAGE, False, "Bei einer Barriere: auf welcher Seite sind Sie ihr begegnet?"],
            ["name", "", False],
            ["email", "erika@", True, "Nur nötig, wenn Sie eine Antwort möchten.", WRONG_EMAIL],
        ]

        page.keyboard.type("Guten Tag, die Karte zeigt „Zons“ zweimal.")
        type_into(page, "email", "erika@example.org")
        send(page)
        assert page.locator("h1").all_text_contents() == ["Ihre Nachricht ist angekommen"]


def type_into(page, name, text):
    """Go on with Tab to a field, which selects what stands there, and type."""
    while page.evaluate("document.activeElement.name") != name:
        page.keyboard.press("Tab")
    page.keyboard.type(text)


def send(page):
    """Send the form from a field of one line, as Enter does in every form."""
    with page.expect_navigation():
        page.keyboard.press("Enter")
