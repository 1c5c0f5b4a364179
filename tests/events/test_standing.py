"""E1, E2, E5, E9, E10, E20, E38: page, notice, JSON-LD and status.json agree in every state."""

import json

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from allianz_portal.headers import PUBLIC_CSP
from events.choices import HEADLINES, BroadcastState, EventStatus
from events.models import Broadcast, Meeting, Recording
from events.states import move
from tests.events.broadcasts import MINUTE, OWN, PAGE, START, make_broadcast, soup_of, status
from tests.factories import editor, make_meeting
from tests.reading import text_of, things
from tests.ui.test_page import make_home, make_page

pytestmark = pytest.mark.django_db
S = BroadcastState
ON_AIR = {S.LIVE, S.INTERRUPTED}


@pytest.fixture(autouse=True)
def now(monkeypatch):
    """The clock stands at the beginning of the meeting."""
    monkeypatch.setattr(timezone, "now", lambda: START)


def headlines(client) -> list[str]:
    """Return the headings of the part of the page that says how the meeting stands."""
    found = soup_of(client).select("#stand h2, #stand .notice--warning .notice__title")
    return [heading.get_text(strip=True) for heading in found]


def is_live_for_machines(client) -> bool | None:
    nodes = [node for node in things(client.get(PAGE)) if node["@type"] == "BroadcastEvent"]
    return nodes[0]["isLiveBroadcast"] if nodes else None


def notices(client, path) -> list[tuple]:
    """Return state and link of each live notice on a page."""
    found = soup_of(client, path).select("dialog.live-notice")
    return [(one["class"][1].partition("--")[2], one.a["href"]) for one in found]


@pytest.mark.parametrize("state", [state for state in S if state not in {S.NONE, S.ANNOUNCED}])
def test_e1_e2_page_notice_json_ld_and_status_agree_in_every_state(client, state):
    make_home()
    make_page("Presse", slug="presse", in_navigation=True)
    make_broadcast(state, reason="Der Ton fehlt.")

    assert headlines(client) == [HEADLINES[state]]
    assert (status(client)["state"], status(client)["headline"]) == (state, HEADLINES[state])
    assert (status(client)["isLive"], is_live_for_machines(client)) == (state in ON_AIR,) * 2
    expected = [(str(state.value), PAGE)] if state in ON_AIR else []
    assert (notices(client, "/"), notices(client, "/presse/")) == (expected, expected)
    assert notices(client, PAGE) == []
    others = {HEADLINES[other] for other in HEADLINES if other not in {state, S.RECORDING}}
    assert [words for words in others if words in text_of(client.get(PAGE))] == []


def test_e1_one_address_through_the_whole_life_of_a_meeting(
    client, monkeypatch, django_capture_on_commit_callbacks
):
    early = START - 60 * MINUTE
    monkeypatch.setattr(timezone, "now", lambda: early)
    make_meeting(slug="2026", published=False)
    assert client.get(PAGE).status_code == 404
    Meeting.objects.all().delete()
    broadcast = make_broadcast()
    path = [S.LOBBY, S.LIVE, S.INTERRUPTED, S.LIVE, S.ENDED, S.PROCESSING, S.RECORDING, S.WITHDRAWN]

    seen = [headlines(client)]
    for number, state in enumerate(path):
        now = START + number * MINUTE
        monkeypatch.setattr(timezone, "now", lambda now=now: now)
        with django_capture_on_commit_callbacks(execute=True):
            move(broadcast, state, by=editor(), reason="Der Ton fehlt.")
        seen.append(headlines(client))

    assert seen == [[HEADLINES[state]] for state in [S.ANNOUNCED, *path]]
    file = Recording.objects.get().files.get()
    assert client.get(f"/mediathek/dateien/{file.pk}/film.mp4").status_code == 410


def test_e2_the_clock_passes_the_beginning_and_nothing_says_live(client, monkeypatch):
    make_broadcast(S.ANNOUNCED)
    monkeypatch.setattr(timezone, "now", lambda: START + 5 * MINUTE)

    assert headlines(client) == ["Die Übertragung beginnt gleich"]
    assert (status(client)["isLive"], is_live_for_machines(client)) == (False, False)


@pytest.mark.parametrize("state", [EventStatus.CANCELLED, EventStatus.POSTPONED])
@pytest.mark.parametrize("broadcast_state", [S.LOBBY, S.LIVE, S.RECORDING])
def test_e10_a_meeting_that_is_off_says_that_and_nothing_else(client, state, broadcast_state):
    make_home()
    make_broadcast(broadcast_state, facts={"status": state})
    label = state.label[0].upper() + state.label[1:]

    assert headlines(client) == [label]
    assert (status(client)["state"], status(client)["isLive"]) == ("off", False)
    assert (status(client)["headline"], status(client)["eventStatus"]) == (label, state)
    assert (is_live_for_machines(client), notices(client, "/")) == (None, [])
    assert soup_of(client).select("video, form[action$='livestream/']") == []


@pytest.mark.parametrize("state", list(EventStatus)[1:])
def test_e10_lists_and_status_name_each_status(client, state):
    broadcast = make_broadcast(S.NONE, facts={"status": state})

    label = "" if state == EventStatus.SCHEDULED else state.label
    if state == EventStatus.MOVED_ONLINE:
        assert status(client)["eventAttendanceMode"] == "OnlineEventAttendanceMode"
    assert broadcast.meeting.list_label == label
    assert status(client)["eventStatus"] == state


def test_e9_an_announced_stream_makes_a_meeting_on_site_one_for_both(client):
    broadcast = make_broadcast(facts={"attendance_mode": "OfflineEventAttendanceMode"})

    assert status(client)["eventAttendanceMode"] == "MixedEventAttendanceMode"
    assert "Form Vor Ort und im Livestream" in text_of(client.get(PAGE))
    assert broadcast.meeting.list_label == "vor Ort und im Livestream"


def test_a_meeting_without_a_broadcast_says_nothing_about_one(client):
    make_meeting(slug="2026", facts={"starts_at": START})

    assert (headlines(client), status(client)["headline"]) == ([], "")
    assert (is_live_for_machines(client), "live.js" in client.get(PAGE).content.decode()) == (
        None,
        False,
    )


@pytest.mark.parametrize(
    ("state", "is_waiting"),
    [(S.ANNOUNCED, True), (S.LOBBY, True), (S.LIVE, True), (S.ENDED, True), (S.PROCESSING, False)],
)
def test_e3_only_a_page_that_waits_for_something_loads_the_script(client, state, is_waiting):
    make_broadcast(state)

    assert ("js/live" in client.get(PAGE).content.decode()) == is_waiting


def test_the_running_item_stands_on_page_and_status_and_no_other(client):
    meeting = make_broadcast(S.LIVE).meeting
    values = {"kind": "talk", "actual_start": START}
    meeting.programme_items.create(title="Vorbei", actual_end=START, **values)
    meeting.programme_items.create(title="Läuft", **values)
    meeting.programme_items.create(title="Kommt", kind="talk")

    assert status(client)["item"] == "Läuft"
    words = soup_of(client).select_one("[data-words]").get_text(" ", strip=True)
    assert " ".join(words.split()) == "Gerade: Läuft"


@pytest.mark.parametrize(
    ("captions", "words"),
    [
        ("", "Live-Untertitel gibt es bei dieser Übertragung nicht."),
        ("Deutsch, von Hand", "Live-Untertitel: Deutsch, von Hand"),
    ],
)
@pytest.mark.parametrize("state", [S.ANNOUNCED, S.LOBBY, S.LIVE])
def test_e38_captions_and_telephone_are_told_before_the_start(client, state, captions, words):
    make_broadcast(state, live_captions=captions, alternative="02133 257-0")

    text = text_of(client.get(PAGE))
    assert (words in text, "Ohne Stream dabei: 02133 257-0" in text) == (True, True)


@pytest.mark.parametrize("state", S)
def test_e20_a_link_to_a_moment_shows_the_page_in_every_state(client, state):
    make_broadcast(state)

    moments = ["2026-11-12T18:42:10", "2026-11-12T17:00:00", "Unsinn", ""]
    assert [client.get(f"{PAGE}?at={at}").status_code for at in moments] == [200] * 4


def test_our_own_stream_plays_on_the_page_and_only_its_host_may_be_asked(client, settings):
    settings.STREAM_HOSTS = ["stream.example"]
    make_broadcast(S.LIVE, stream_url="https://stream.example/live.m3u8")

    response = client.get(PAGE)

    (video,) = BeautifulSoup(response.content, "html.parser").select("#stand video")
    assert (video["src"], video["preload"]) == ("https://stream.example/live.m3u8", "none")
    policy = response["Content-Security-Policy"]
    assert "media-src 'self' blob: https://stream.example;" in policy
    assert "connect-src 'self' https://stream.example;" in policy


def test_our_own_stream_plays_for_staff_with_the_toolbar_too(client, settings):
    settings.STREAM_HOSTS = ["stream.example"]
    make_broadcast(S.LIVE, stream_url="https://stream.example/live.m3u8")
    client.force_login(editor())

    policy = client.get(PAGE)["Content-Security-Policy"]

    assert "media-src 'self' blob: https://stream.example;" in policy


@pytest.mark.parametrize("state", [S.ANNOUNCED, S.LOBBY, S.ENDED, S.RECORDING])
def test_the_policy_stays_strict_while_nothing_is_on_air(client, state):
    make_broadcast(state, stream_url=OWN)

    assert client.get(PAGE)["Content-Security-Policy"] == PUBLIC_CSP
    assert soup_of(client).select(f'[src="{OWN}"]') == []


def test_e52_the_page_in_the_live_state_needs_few_queries(client, django_assert_num_queries):
    make_home()
    meeting = make_broadcast(S.LIVE).meeting
    for number in range(3):
        meeting.programme_items.create(kind="talk", title=f"T{number}", actual_start=START)
    client.get(f"{PAGE}?warm")

    with django_assert_num_queries(9):
        client.get(f"{PAGE}?kalt")


def test_e5_the_notice_is_gone_with_the_next_page_after_the_end(
    client, django_capture_on_commit_callbacks
):
    make_home()
    make_page("Presse", slug="presse", in_navigation=True)
    broadcast = make_broadcast(S.LIVE)
    during = notices(client, "/")

    with django_capture_on_commit_callbacks(execute=True):
        move(broadcast, S.ENDED)

    assert (during, notices(client, "/")) == ([("live", PAGE)], [])


def test_names_with_markup_stay_words_in_the_notice(client):
    make_page("Presse", slug="presse", in_navigation=True)
    values = {"state": S.INTERRUPTED, "state_since": START}
    facts = {"starts_at": START}
    content = make_meeting(slug="x", title='„A" <b>&', facts=facts, broadcast=values)
    Broadcast.objects.update(message='Gleich "weiter"')

    notice = soup_of(client, "/presse/").select_one(".live-notice__text")

    assert notice.a.get_text() == content.title
    assert notice.select_one(".live-notice__message").get_text() == 'Gleich "weiter"'
    assert json.loads(client.get("/jahrestreffen/x/status.json").content)["state"] == "interrupted"
