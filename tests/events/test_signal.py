"""E2: the stream's manifest, seen twice, goes live; gone for a minute, it interrupts."""

import http.server
import threading
from datetime import timedelta

import pytest

from events.choices import BroadcastState
from events.models import Broadcast
from events.signal import LARGEST, Watcher, playlist, read
from publishing.facts import changes_of
from tests.events.broadcasts import START, make_broadcast

S = BroadcastState
STREAM = "https://stream.example/live/2026.m3u8"
SECOND = timedelta(seconds=1)


@pytest.fixture(autouse=True)
def own_server(settings):
    settings.STREAM_HOSTS = ["stream.example"]


def media(number: int, end: str = "") -> str:
    return f"#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:{number}\n#EXTINF:6,\npart{number}.ts\n{end}"


class Server:
    """What the streaming server answers, look after look; "" where nothing comes."""

    def __init__(self, *answers: str):
        self.answers = list(answers)
        self.asked = []

    def __call__(self, url):
        self.asked.append(url)
        return self.answers.pop(0)


def states(*answers: str, every=10, former=S.LOBBY, **values) -> list[str]:
    """Return the state after each look, ten seconds apart."""
    make_broadcast(former, stream_url=STREAM, **values)
    watcher = Watcher(Server(*answers))
    seen = []
    for number in range(len(answers)):
        watcher.look(START + number * every * SECOND)
        seen.append(Broadcast.objects.get().state)
    return seen


@pytest.mark.django_db
def test_e2_seen_twice_it_is_live_within_half_a_minute():
    assert states("", media(1), media(2)) == [S.LOBBY, S.LOBBY, S.LIVE]
    (line,) = changes_of(Broadcast.objects.get().meeting)
    assert (line.user_name, line.new) == ("automatisch", "jetzt live")


@pytest.mark.django_db
def test_the_last_manifest_of_a_stream_that_stopped_is_no_sign_of_life():
    assert states(media(1), media(1), media(1)) == [S.LOBBY] * 3
    assert Broadcast.objects.get().signals_in_a_row == 1


@pytest.mark.django_db
def test_two_signs_with_a_gap_between_are_not_in_a_row():
    assert states(media(1), "", media(2)) == [S.LOBBY] * 3


@pytest.mark.django_db
def test_e2_gone_for_more_than_a_minute_it_is_interrupted_and_comes_back():
    looks = [media(1), media(2), *[""] * 7, media(3), media(4)]

    found = states(*looks)

    assert found == [S.LOBBY, *[S.LIVE] * 7, S.INTERRUPTED, S.INTERRUPTED, S.LIVE]


@pytest.mark.django_db
def test_a_stream_that_was_never_seen_is_not_interrupted():
    assert states(*[""] * 12, former=S.LIVE) == [S.LIVE] * 12


@pytest.mark.django_db
@pytest.mark.parametrize("state", [S.INTERRUPTED, S.LOBBY])
def test_what_the_desk_pressed_while_the_stream_runs_is_not_taken_back(state):
    looks = [media(number) for number in range(4)]

    assert states(*looks, former=state, signals_in_a_row=3) == [state] * 4


@pytest.mark.django_db
@pytest.mark.parametrize("url", ["https://www.youtube.com/live/abcdefghijk", "", STREAM])
@pytest.mark.parametrize("state", [S.NONE, S.PROCESSING, S.RECORDING, S.WITHDRAWN])
def test_nobody_is_asked_about_what_is_not_waiting(state, url):
    make_broadcast(state, stream_url=url)
    server = Server()

    Watcher(server).look(START)

    assert server.asked == []


@pytest.mark.django_db
def test_another_providers_stream_is_never_asked_but_the_clock_goes_on():
    make_broadcast(S.ANNOUNCED, stream_url="https://anderswo.example/x.m3u8")
    server = Server()

    Watcher(server).look(START)

    assert (server.asked, Broadcast.objects.get().state) == ([], S.LOBBY)


@pytest.mark.django_db
def test_a_meeting_that_is_off_stays_as_it_is_and_disturbs_no_other():
    make_broadcast(S.LOBBY, stream_url=STREAM, facts={"status": "EventCancelled"})
    watcher = Watcher(Server(media(1), media(2)))

    watcher.look(START)
    watcher.look(START + 10 * SECOND)

    assert Broadcast.objects.get().state == S.LOBBY


MASTER = "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n{}\n"


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ([MASTER.format("720/list.m3u8"), media(1)], "https://stream.example/live/720/list.m3u8"),
        ([MASTER.format("https://10.0.0.1/x.m3u8"), ""], ""),
        ([MASTER.format("file:///etc/passwd"), ""], ""),
        ([MASTER.format("https://[x/y.m3u8"), ""], ""),
        ([MASTER.format(""), ""], STREAM),
    ],
)
def test_only_an_own_address_is_followed_from_a_manifest(answers, asked):
    server = Server(*answers)

    found = playlist(STREAM, server)

    assert server.asked == [STREAM, asked]
    assert found == answers[1]


@pytest.mark.parametrize("text", ["", "<html>#EXTINF", "#EXTM3U\n", media(1, end="#EXT-X-ENDLIST")])
def test_what_is_no_running_stream_is_none(text):
    assert playlist(STREAM, Server(text)) == ""


class Answers(http.server.BaseHTTPRequestHandler):
    """A server that leads elsewhere, sends too much, or answers plainly."""

    def do_GET(self):
        if self.path == "/weiter":
            self.send_response(302)
            self.send_header("Location", "/gut")
            self.end_headers()
            return
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"x" * (LARGEST + 1) if self.path == "/gross" else b"#EXTM3U \xff")

    def log_message(self, *args):
        pass


@pytest.fixture
def server():
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers) as served:
        thread = threading.Thread(target=served.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{served.server_port}"
        served.shutdown()


def test_no_redirect_is_followed_and_little_is_read(server):
    found = [read(f"{server}/{path}") for path in ("gut", "weiter", "gross")]

    assert found == ["#EXTM3U \ufffd", "", ""]
    assert [read("file:///etc/passwd"), read("http://127.0.0.1:9/"), read("")] == ["", "", ""]
