"""E33, E51, E52: status.json for those who wait, and the stream that another provider plays."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from events.choices import BroadcastState
from events.states import move
from tests.events.broadcasts import PAGE, START, STATUS, make_broadcast, status
from tests.factories import editor, make_meeting
from tests.reading import text_of

pytestmark = pytest.mark.django_db
S = BroadcastState
STREAM = f"{PAGE}livestream/"


@pytest.fixture(autouse=True)
def now(monkeypatch):
    """The clock stands at the beginning of the meeting."""
    monkeypatch.setattr(timezone, "now", lambda: START)


def test_e52_status_is_small_kept_for_ten_seconds_and_asked_again_with_a_304(
    client, django_assert_num_queries
):
    long = "ÄÖÜ😀" * 60
    meeting = make_broadcast(S.LIVE, message=long[:250]).meeting
    meeting.programme_items.create(kind="talk", title=long[:200], actual_start=START)

    first = client.get(STATUS)
    with django_assert_num_queries(0):
        again = client.get(STATUS, headers={"If-None-Match": first["ETag"]})

    assert (first.status_code, first["Cache-Control"]) == (200, "public, max-age=10")
    assert len(first.content) <= 1024
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])


@pytest.mark.parametrize("count", [1, 3])
def test_e52_status_needs_two_queries_and_writes_nothing(client, count, django_assert_num_queries):
    meeting = make_broadcast(S.LIVE).meeting
    for number in range(count):
        meeting.programme_items.create(kind="talk", title=f"T{number}", actual_start=START)
    client.get(f"{PAGE}?warm")

    with django_assert_num_queries(2) as queries:
        client.get(STATUS)
    assert {query["sql"].split()[0] for query in queries.captured_queries} == {"SELECT"}


def test_e52_a_change_is_in_the_next_answer(client, django_capture_on_commit_callbacks):
    broadcast = make_broadcast(S.LOBBY)
    before = status(client)

    with django_capture_on_commit_callbacks(execute=True):
        move(broadcast, S.LIVE)

    assert (before["isLive"], status(client)["isLive"]) == (False, True)
    assert before["version"] != status(client)["version"]


def test_a_draft_has_no_status(client):
    make_meeting(slug="2026", published=False)

    assert client.get(STATUS).status_code == 404


def test_e33_a_stream_elsewhere_is_loaded_only_by_the_button(client):
    make_broadcast(S.LIVE)
    own_page = {"HTTP_SEC_FETCH_SITE": "same-origin"}

    other_page = {"HTTP_SEC_FETCH_SITE": "cross-site"}
    asked = [client.get(PAGE), client.get(STREAM), client.post(STREAM, **other_page)]
    loaded = client.post(STREAM, **own_page)

    assert [b"<iframe" in one.content for one in asked] == [False] * 3
    (frame,) = BeautifulSoup(loaded.content, "html.parser").select("iframe")
    assert frame["src"] == "https://www.youtube-nocookie.com/embed/abcdefghijk"
    assert "frame-src https://www.youtube-nocookie.com" in loaded["Content-Security-Policy"]
    assert loaded["Cache-Control"] == "no-store"


@pytest.mark.parametrize("state", [S.ANNOUNCED, S.LOBBY])
def test_e51_staff_try_the_stream_before_it_is_live_and_readers_do_not(client, state):
    make_broadcast(state)
    staff = Client()
    staff.force_login(editor())

    reader = client.get(STREAM)

    assert (reader.status_code, reader["Location"]) == (302, f"{PAGE}#stand")
    assert "Probe: noch nicht öffentlich" in text_of(staff.get(STREAM))
    loaded = staff.post(STREAM, HTTP_SEC_FETCH_SITE="same-origin")
    assert "frame-src https://www.youtube-nocookie.com" in loaded["Content-Security-Policy"]


@pytest.mark.parametrize("state", [S.NONE, S.ENDED, S.RECORDING, S.WITHDRAWN])
def test_a_link_to_the_stream_leads_to_the_meeting_once_it_is_over(client, state):
    make_broadcast(state)

    assert client.get(STREAM)["Location"] == f"{PAGE}#stand"
