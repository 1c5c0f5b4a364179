"""Each template in a real browser: axe, width, keyboard, without JavaScript, no third party."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.served import ServedPortal

pytestmark = pytest.mark.browser

# One address per template.
PAGES = [
    "/",
    "/aktuelles/",
    "/aktuelles/archiv/2020/",
    "/presse/",
    "/presse/jahrestreffen-2021/",
    "/jahrestreffen/",
    "/jahrestreffen/2021/",
    "/partner/",
    "/partner/stadt-dormagen/",
    "/initiativen/",
    "/initiativen/industriepunkte/",
    "/personen/jobst-wierich/",
    "/ueber-uns/",
    "/kontakt/",
    "/impressum/",
    "/leichte-sprache/",
    "/gibt-es-nicht/",
]
WIDTHS = [360, 1280]
# Best practices too; all of them must pass.
AXE_OPTIONS = {"resultTypes": ["violations"]}


@pytest.fixture(scope="module")
def portal(tmp_path_factory):
    with ServedPortal(tmp_path_factory.mktemp("portal")) as served:
        yield served


@pytest.fixture
def open_page(chromium, portal):
    """Return a function that opens a path in a context of its own."""
    contexts = []

    def open_it(path, *, width=1280, height=800, **options):
        context = chromium.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.requested = []
        page.on("request", lambda request: page.requested.append(request.url))
        page.goto(f"{portal.origin}{path}")
        return page

    yield open_it
    for context in contexts:
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(open_page, path, width, scheme):
    page = open_page(path, width=width, color_scheme=scheme, bypass_csp=True)

    violations = Axe().run(page, options=AXE_OPTIONS).response["violations"]

    assert [(v["id"], [n["html"][:160] for n in v["nodes"]]) for v in violations] == []


@pytest.mark.parametrize("path", PAGES)
def test_nothing_scrolls_sideways_at_400_percent(open_page, path):
    page = open_page(path, width=320, height=256)

    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", PAGES)
def test_only_the_portal_is_asked_and_nothing_is_stored(open_page, portal, path):
    page = open_page(path)

    assert [url for url in page.requested if not url.startswith(portal.origin)] == []
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize("path", PAGES)
def test_without_javascript_the_page_says_and_links_the_same(open_page, path):
    with_script = open_page(path)
    without = open_page(path, java_script_enabled=False)

    assert words_and_links(with_script) == words_and_links(without)


@pytest.mark.parametrize("path", PAGES)
def test_the_console_stays_empty(open_page, path):
    page = open_page("/impressum/")
    messages = []
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))

    response = page.goto(page.url.replace("/impressum/", path))

    expected = [m for m in messages if "404" in m] if response.status == 404 else []
    assert messages == expected


@pytest.mark.parametrize("width", WIDTHS)
def test_every_control_of_the_home_page_is_reached_by_tab_and_seen(open_page, width):
    page = open_page("/", width=width)
    visible = page.evaluate(VISIBLE)

    reached = set()
    for _ in range(visible + 2):
        page.keyboard.press("Tab")
        reached.add(page.evaluate(FOCUSED))

    reached.discard(None)
    assert len(reached) >= visible
    assert {item for item in reached if not item.endswith("ring")} == set()


VISIBLE = """[...document.querySelectorAll('a[href],button,summary,input')]
  .filter(e => e.checkVisibility()).length"""
FOCUSED = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const all = [...document.querySelectorAll('*')];
  const box = e.getBoundingClientRect();
  const inside = box.bottom > 0 && box.top < innerHeight;
  const near = [e, e.closest('.card'), e.closest('article'), e.parentElement].filter(Boolean);
  const ring = near.some(x => getComputedStyle(x).outlineStyle !== 'none');
  const state = `${inside ? '' : 'outside'} ${ring ? 'ring' : 'bare'}`;
  return `${all.indexOf(e)} ${e.outerHTML.slice(0, 60)} ${state}`;
}"""


def words_and_links(page):
    """Return the visible words and the links of a page."""
    text = " ".join(page.inner_text("body").split())
    return text, page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
