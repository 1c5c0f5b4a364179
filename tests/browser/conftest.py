"""Chromium for all browser tests, axe, and the portal with its first content as readers see it."""

from urllib.parse import urlsplit

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test.testcases import LiveServerThread
from playwright.sync_api import Error, sync_playwright

from tests.browser.patient_server import PatientServer
from tests.browser.places import PLACES, WITHDRAWN
from tests.browser.served import ServedPortal
from tests.browser.visits import visit
from tests.chromium import launch_options

# Every rule, experimental ones and best practices too, but for AAA and what axe has given up.
# What still moves or fades is brought to its end: waiting for it could take for ever.
RUN_AXE = """async (undecided) => {
  for (const animation of document.getAnimations()) {
    const ends = animation.effect.getComputedTiming().endTime !== Infinity;
    ends ? animation.finish() : animation.cancel();
  }
  const rules = axe.getRules().filter(
    (rule) => !rule.tags.some((tag) => tag === "deprecated" || /^wcag2\\d?aaa$/.test(tag)));
  const values = rules.map((rule) => rule.ruleId);
  const { violations, incomplete } = await axe.run({
    runOnly: { type: "rule", values }, resultTypes: ["violations", "incomplete"] });
  const contrasts = undecided ? incomplete.filter((rule) => rule.id === "color-contrast") : [];
  return [...violations, ...contrasts].flatMap(
    (rule) => rule.nodes.map((node) => [rule.id, node.html.slice(0, 160)]));
}"""
PASSWORD = "ein langes Kennwort 7"  # noqa: S105
# An editor with all rights, a message of a reader, and an article that was withdrawn.
PREPARE = f"""
from django.contrib.auth.models import Group, User
from djangocms_versioning.models import Version
from news.models import ArticleContent
from ui.models import ContactMessage
ContactMessage.objects.create(subject="question", text="Wann ist das nächste Jahrestreffen?")
rita = User.objects.create_user("rita", password="{PASSWORD}", is_staff=True)
rita.groups.set(Group.objects.all())
content = ArticleContent.objects.get(slug="{WITHDRAWN.split("/")[-2]}")
Version.objects.get_for_content(content).unpublish(rita)
"""


LiveServerThread.server_class = PatientServer


@pytest.fixture(autouse=True)
def nobody_reads(request):
    """Empty the database only when the server has given its last answer."""
    if "live_server" not in request.fixturenames:
        yield
        return
    request.getfixturevalue("transactional_db")
    yield
    request.getfixturevalue("live_server").thread.httpd.wait_until_left()


@pytest.fixture(scope="session")
def chromium():
    """The Chromium on the PATH, else Playwright's own; without either the test is skipped."""
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright keeps an event loop in this thread; Django would refuse the database.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        try:
            browser = playwright.chromium.launch(**launch_options())
        except Error as error:
            pytest.skip(f"Chromium startet nicht: {error.message.splitlines()[0]}")
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe():
    """Return a function that gives axe's findings on a page as (rule, markup) pairs.

    `undecided` adds the texts whose contrast axe cannot tell.
    """

    def findings(page, *, undecided=False):
        if not page.evaluate("'axe' in window"):
            page.evaluate(AXE_SCRIPT)
        return [tuple(finding) for finding in page.evaluate(RUN_AXE, undecided)]

    return findings


@pytest.fixture(scope="session")
def portal(tmp_path_factory):
    """The real portal, served with its first content."""
    with ServedPortal(tmp_path_factory.mktemp("portal")) as served:
        served.manage("shell", "-v0", "-c", PREPARE)
        yield served


@pytest.fixture(scope="session", params=PLACES, ids=str)
def visited(request, chromium, portal):
    """A visit to each place; pytest runs all tests of one place before it goes to the next."""
    with visit(chromium, portal.origin, request.param) as opened:
        yield opened


@pytest.fixture
def page(visited):
    """The visited page as it was when it came: no focus, light, at its top."""
    visited.page.set_viewport_size({"width": 1280, "height": 800})
    visited.page.emulate_media(color_scheme="light", forced_colors="none")
    visited.page.evaluate("reader.reset()")
    return visited.page


@pytest.fixture
def editor_page(chromium, known_types, live_server, request):
    """A page of a signed-in member of a group, Redaktion if the test names none.

    `problems` are the browser's errors.
    """
    user = get_user_model().objects.create_user("rita", password=PASSWORD, is_staff=True)
    user.groups.add(Group.objects.get(name=getattr(request, "param", "Redaktion")))
    context = chromium.new_context(
        base_url=live_server.url, locale="de-DE", viewport={"width": 1280, "height": 900}
    )
    page = context.new_page()
    page.problems = []
    page.on("console", lambda message: note(page, message))
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.goto("/admin/")
    page.fill("[name=username]", "rita")
    page.fill("[name=password]", PASSWORD)
    page.click("[type=submit]")
    yield page
    context.close()


def note(page, message):
    # Django's test server answers 400 to what is left over on a connection it uses again.
    if message.type == "error" and "status of 400" not in message.text:
        page.problems.append(f"{message.text} {message.location['url']}")


@pytest.fixture
def read(chromium, live_server):
    """Return a function that opens a path as a reader and gives status and visible text."""
    context = chromium.new_context(base_url=live_server.url)
    page = context.new_page()

    def opened(path):
        response = page.goto(path)
        return response.status, page.inner_text("body").replace("\u00a0", " ")

    yield opened
    context.close()


@pytest.fixture
def open_page(chromium, known_types, live_server):
    """Return a function that opens a page; it notes errors and the hosts that were asked."""
    contexts = []

    def opened(path, *, blocked="", **options):
        contexts.append(chromium.new_context(base_url=live_server.url, **options))
        page = contexts[-1].new_page()
        page.hosts, page.problems, page.loads = [], [], []
        page.on("request", lambda request: page.hosts.append(urlsplit(request.url).netloc))
        page.on("pageerror", lambda error: page.problems.append(str(error)))
        page.on("load", lambda loaded: page.loads.append(loaded.url))
        if blocked:
            page.route(blocked, lambda route: route.abort())
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()
