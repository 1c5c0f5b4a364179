"""E3, E5, E20, E35: a page that follows the meeting by itself, in a real browser."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from events.choices import BroadcastState
from events.models import Broadcast
from events.stage import begin
from events.states import move
from tests.events.broadcasts import PAGE, YOUTUBE
from tests.factories import make_meeting
from tests.ui.test_page import make_page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
S = BroadcastState
SOON = timedelta(minutes=33)  # not yet in the lobby, and pages already ask
A_LITTLE_LATER = 24_100  # milliseconds: the longest time between two questions
PATIENCE = 10_000  # milliseconds for an answer on a busy machine
NOTE_CHANGES = """() => {
  window.said = [];
  const status = document.getElementById("stand-ansage");
  new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true });
}"""
NOTE_TIMERS = """
  window.delays = [];
  const real = window.setTimeout;
  window.setTimeout = (work, delay) => { delays.push(delay); return real(work, delay); };
"""


@pytest.fixture
def broadcast(live_server, settings):
    """A meeting that begins soon; our own server would stream it."""
    return make_broadcast(f"{live_server.url}/live.m3u8")


def make_broadcast(url, *, ahead=SOON, state=S.ANNOUNCED) -> Broadcast:
    facts = {"starts_at": timezone.now() + ahead}
    values = {"state": state, "stream_url": url}
    return make_meeting(
        slug="2026", title="Treffen", facts=facts, broadcast=values
    ).meeting.broadcast


@pytest.fixture
def open_at_once(open_page):
    """Return a function that opens the meeting's page with a clock that the test moves."""

    def opened(**options):
        page = open_page("/robots.txt", **options)
        page.questions = []
        page.on("request", lambda request: page.questions.append(request.url))
        page.clock.install(time=timezone.now())
        page.goto(PAGE)
        page.set_default_timeout(PATIENCE)
        page.evaluate(NOTE_CHANGES)
        return page

    return opened


def asked(page) -> int:
    return sum(url.endswith("status.json") for url in page.questions)


def test_e3_the_player_comes_by_itself_is_told_once_and_the_focus_stays(open_at_once):
    broadcast = make_broadcast(YOUTUBE)
    page = open_at_once()
    link = page.get_by_role("link", name="Startseite").first
    link.focus()

    move(broadcast, S.LIVE)
    page.clock.fast_forward(A_LITTLE_LATER)
    page.get_by_role("button", name="Video von YouTube laden").wait_for()

    assert page.evaluate("said") == ["Jetzt live"]
    assert page.locator("#stand-ansage").get_attribute("role") == "status"
    assert link.evaluate("(link) => link === document.activeElement")
    assert page.locator("#stand h2").all_inner_texts() == ["Jetzt live"]
    assert page.problems == []


def test_e3_an_interruption_is_told_with_its_reason_and_the_end_too(open_at_once):
    broadcast = make_broadcast(YOUTUBE, state=S.LIVE)
    page = open_at_once()

    Broadcast.objects.update(message="Gleich weiter.")
    move(broadcast, S.INTERRUPTED)
    page.clock.fast_forward(A_LITTLE_LATER)
    page.locator(".broadcast--interrupted").wait_for()
    move(broadcast, S.ENDED)
    page.clock.fast_forward(A_LITTLE_LATER)
    page.locator(".broadcast--ended").wait_for()

    assert page.evaluate("said") == [
        "Die Übertragung ist unterbrochen: Gleich weiter.",
        "Die Übertragung ist beendet",
    ]


def test_the_next_item_does_not_disturb_the_player(open_at_once, broadcast, settings):
    settings.PUBLIC_ORIGIN = "http://localhost"
    move(broadcast, S.LIVE)
    item = broadcast.meeting.programme_items.create(kind="talk", title="Vortrag")
    page = open_at_once()
    page.evaluate("document.querySelector('#stand video').dataset.mark = 'derselbe'")

    begin(item, by=None)
    page.clock.fast_forward(A_LITTLE_LATER)
    page.locator("[data-words]", has_text="Vortrag").wait_for()

    assert page.locator("#stand video[data-mark]").count() == 1
    assert page.evaluate("said") == []


def test_e36_what_plays_our_stream_comes_with_the_press_of_the_button(
    open_page, broadcast, settings
):
    settings.PUBLIC_ORIGIN = "http://localhost"
    move(broadcast, S.LIVE)
    page = open_page("/robots.txt")
    page.add_init_script("HTMLMediaElement.prototype.canPlayType = () => ''")
    names = []
    page.on("request", lambda request: names.append(request.url.rpartition("/")[2]))
    page.goto(PAGE)
    button = page.get_by_role("button", name="Livestream starten")
    before = [name for name in names if "hls" in name or "m3u8" in name]

    with page.expect_response("**/live.m3u8", timeout=PATIENCE):  # there is none: 404
        button.click()
    page.locator("#stand button:enabled", has_text="Livestream starten").wait_for(timeout=PATIENCE)

    after = [name.partition(".")[0] for name in names if "hls" in name or "m3u8" in name]
    assert (before, after[:2]) == ([], ["hls", "live"])


def test_e20_a_link_to_this_moment_leads_to_the_live_page(open_at_once):
    make_broadcast(YOUTUBE, state=S.LIVE)
    page = open_at_once(permissions=["clipboard-read", "clipboard-write"])

    page.get_by_role("button", name="Link auf diesen Moment kopieren").click()
    page.get_by_text("Kopiert.").wait_for()
    link = page.evaluate("navigator.clipboard.readText()")

    moment = datetime.fromisoformat(link.partition("?at=")[2])
    assert abs(moment - timezone.now()) < timedelta(minutes=2)
    assert page.goto(link).status == 200
    assert page.locator(".broadcast--live").count() == 1


def test_e3_a_start_in_forty_days_sets_no_timer_that_would_fire_at_once(open_page):
    make_broadcast(YOUTUBE, ahead=timedelta(days=40))
    page = open_page("/robots.txt")
    page.add_init_script(NOTE_TIMERS)

    page.goto(PAGE)

    assert page.evaluate("delays") == [2**31 - 1]


def test_nothing_is_asked_where_nothing_is_to_come(open_at_once):
    make_broadcast(YOUTUBE, state=S.PROCESSING)
    page = open_at_once()

    page.clock.fast_forward(60 * 60 * 1000)
    page.wait_for_load_state("networkidle")

    assert asked(page) == 0


def test_a_server_that_is_away_for_a_moment_is_asked_again(open_at_once):
    broadcast = make_broadcast(YOUTUBE)
    page = open_at_once()
    page.route("**/status.json", lambda route: route.abort())
    with page.expect_event("requestfailed"):
        page.clock.fast_forward(A_LITTLE_LATER)
    page.unroute("**/status.json")

    move(broadcast, S.LIVE)
    page.clock.fast_forward(A_LITTLE_LATER)

    page.locator(".broadcast--live").wait_for()


@pytest.mark.parametrize("has_script", [True, False])
def test_e5_the_notice_leads_to_the_meeting_and_closes_by_keyboard(open_page, has_script):
    make_page("Presse", slug="presse", in_navigation=True)
    make_broadcast(YOUTUBE, state=S.LIVE)
    page = open_page("/presse/", java_script_enabled=has_script)
    notice = page.locator(".live-notice")

    links = [link.get_attribute("href") for link in notice.locator("a").all()]
    page.get_by_role("button", name="Schließen").focus()
    page.keyboard.press("Enter")
    notice.wait_for(state="hidden", timeout=PATIENCE)

    assert links == [PAGE]
    assert page.context.cookies() == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", [S.ANNOUNCED, S.LIVE, S.INTERRUPTED, S.ENDED])
def test_e35_the_page_is_accessible_in_each_state(open_page, axe, state, scheme):
    broadcast = make_broadcast(YOUTUBE, state=state)
    Broadcast.objects.update(message="Hinweis", alternative="02133 257-0", reason="Grund")
    broadcast.meeting.programme_items.create(kind="talk", title="Vortrag")
    page = open_page(PAGE, color_scheme=scheme, viewport={"width": 360, "height": 800})

    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_e16_e51_the_desk_works_on_a_phone_and_by_keyboard(editor_page, axe):
    broadcast = make_broadcast(YOUTUBE, state=S.LOBBY, ahead=timedelta(minutes=5))
    broadcast.meeting.programme_items.create(kind="talk", title="Vortrag")
    editor_page.set_viewport_size({"width": 360, "height": 800})
    editor_page.goto(f"/admin/events/meeting/{broadcast.meeting_id}/regie/")

    for button, answer in [("Live gehen", "Stand: jetzt live"), ("Jetzt: Vortrag", "läuft seit")]:
        editor_page.get_by_role("button", name=button).focus()
        editor_page.keyboard.press("Enter")
        editor_page.get_by_text(answer).first.wait_for(timeout=PATIENCE)

    assert editor_page.problems == []
    assert axe(editor_page) == []
    assert editor_page.evaluate("document.documentElement.scrollWidth") == 360
    assert Broadcast.objects.get().state == S.LIVE
