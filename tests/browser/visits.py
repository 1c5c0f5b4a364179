"""A stranger's visit to a page: what was asked for and what the browser complained about."""

from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from django.template.loader import render_to_string
from playwright.sync_api import Browser, ConsoleMessage, Page, Response

from tests.browser.places import BROKEN, Place

READER = (Path(__file__).parent / "reader.js").read_text()
UNFOLD = "document.querySelectorAll('details').forEach((details) => (details.open = true))"
# The buttons that copy a link and switch captions, the choice of light or dark.
SCRIPTED = ".citation__button, .player__switch, .scheme-switch"
# Stands for all pictures: it takes whatever size the page gives it.
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="100%" height="100%"/></svg>'


@dataclass
class Visit:
    """A page that was opened, with everything that happened on the way."""

    page: Page
    place: Place
    answers: list[Response] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def count(self, answer: Response) -> None:
        """Keep an answer."""
        self.answers.append(answer)

    def note(self, message: ConsoleMessage) -> None:
        """Keep an error or warning, unless it only repeats the page's expected status."""
        is_status = f"status of {self.place.status}" in message.text
        if message.type in {"error", "warning"} and not (is_status and self.place.status != 200):
            self.problems.append(message.text)

    @property
    def words_and_links(self) -> tuple[str, list[str]]:
        """The words and links of the page, without the helps that only scripts can offer."""
        self.page.evaluate(f"document.querySelectorAll('{SCRIPTED}').forEach((e) => e.remove())")
        text = " ".join(self.page.inner_text("body").split())
        links = self.page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
        return text, links


@contextmanager
def visit(browser: Browser, origin: str, place: Place, **options):
    """Open a place and what is folded there, as a reader who wants nothing to move."""
    context = browser.new_context(
        base_url=origin, locale="de-DE", reduced_motion="reduce", **options
    )
    context.route("**/media/renditions/**", answer_with_drawing)
    context.route(f"**{BROKEN}", answer_with_error)
    opened = Visit(context.new_page(), place)
    opened.page.on("request", lambda request: opened.requests.append(request.url))
    opened.page.on("console", opened.note)
    opened.page.on("pageerror", lambda error: opened.problems.append(str(error)))
    opened.page.on("response", opened.count)
    opened.page.goto(place.path)
    if place.act:
        place.act(opened.page)
    opened.page.evaluate(UNFOLD)
    opened.page.evaluate(READER)
    yield opened
    context.close()


def answer_with_drawing(route) -> None:
    """Spare the portal the making of pictures that nobody looks at."""
    route.fulfill(body=PICTURE, content_type="image/svg+xml")


def answer_with_error(route) -> None:
    """Answer with the page for the portal's own faults, which has none to show on demand."""
    body = render_to_string("500.html")
    route.fulfill(status=500, body=body, content_type="text/html; charset=utf-8")
