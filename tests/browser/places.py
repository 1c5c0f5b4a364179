"""One address per template, and what a reader does there first."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page


def send_nothing(page: Page) -> None:
    """Send the contact form as it is."""
    with page.expect_navigation():
        page.get_by_role("button", name="Nachricht senden").click()


def send_message(page: Page) -> None:
    """Send what the contact form asks for."""
    page.get_by_label("Worum geht es?").select_option(index=1)
    page.get_by_label("Nachricht").fill("Guten Tag, wann ist das nächste Jahrestreffen?")
    send_nothing(page)


def share(page: Page, *, server: str = "mastodon.example") -> None:
    """Ask to hand the page on to a Mastodon server."""
    page.get_by_text("Auf Mastodon teilen").click()
    page.get_by_label("Ihr Mastodon-Server").fill(server)
    with page.expect_navigation():
        page.get_by_role("button", name="Weiter").click()


def share_nowhere(page: Page) -> None:
    """Ask to hand the page on without saying where."""
    share(page, server="")


@dataclass(frozen=True)
class Place:
    """A page to look at: its address, the status it answers with, and the way to it."""

    path: str
    status: int = 200
    act: Callable[[Page], None] | None = None

    def __str__(self) -> str:
        return f"{self.path} {self.act.__name__}" if self.act else self.path


# An article that the served portal's editors have withdrawn, and a page that answers with an error.
WITHDRAWN = "/aktuelles/holzbienen/"
BROKEN = "/fehler-500/"
PLACES = [
    *map(
        Place,
        (
            "/",
            "/aktuelles/",
            "/aktuelles/?seite=2",
            "/aktuelles/archiv/2020/?thema=natur-und-umwelt",
            "/aktuelles/made-in-dormagen-jahresthema/",
            "/jahrestreffen/",
            "/jahrestreffen/2021/",
            "/jahrestreffen/beispieltreffen/",
            "/jahrestreffen/beispieltreffen/?t=70",
            "/jahrestreffen/beispieltreffen/programm/was-daraus-folgt/",
            "/mediathek/beispieltreffen/ton/",
            "/jahrestreffen/2021/programm/die-erste-dekade-und-ein-weiteres-leitthema/",
            "/mediathek/",
            "/partner/",
            "/partner/stadt-dormagen/",
            "/initiativen/",
            "/initiativen/dormagen-bewegt-sich/",
            "/presse/",
            "/presse/jahrestreffen-2021/",
            "/personen/jobst-wierich/",
            "/ueber-uns/",
            "/mitmachen/",
            "/leichte-sprache/",
            "/mediathek/",
            "/kontakt/",
        ),
    ),
    Place("/kontakt/", status=400, act=send_nothing),
    Place("/kontakt/", act=send_message),
    Place("/jahrestreffen/2021/", act=share),
    Place("/jahrestreffen/2021/", status=400, act=share_nowhere),
    Place("/gibt-es-nicht/", status=404),
    Place(WITHDRAWN, status=410),
    Place(BROKEN, status=500),
]
