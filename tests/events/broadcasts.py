"""Meetings with a broadcast in a state, at the moment they begin; what a reader sees of them."""

from datetime import UTC, datetime, timedelta

from bs4 import BeautifulSoup

from events.choices import BroadcastState
from events.models import Broadcast, Recording
from tests.events.recordings import add_file
from tests.factories import make_meeting

START = datetime(2026, 11, 12, 17, tzinfo=UTC)  # 18:00 in Dormagen
MINUTE = timedelta(minutes=1)
PAGE = "/jahrestreffen/2026/"
STATUS = f"{PAGE}status.json"
YOUTUBE = "https://www.youtube.com/live/abcdefghijk"
OWN = "http://127.0.0.1:8000/live/2026.m3u8"


def make_broadcast(state=BroadcastState.ANNOUNCED, *, facts=None, **values) -> Broadcast:
    """Return the broadcast of a published meeting from 18:00 to 20:00, with a recording."""
    facts = {"starts_at": START, "ends_at": START + 120 * MINUTE, **(facts or {})}
    values = {"state": state, "state_since": START, "stream_url": YOUTUBE, **values}
    content = make_meeting(slug="2026", title="Treffen", facts=facts, broadcast=values)
    add_file(Recording.objects.create(meeting=content.meeting, recording_start=START))
    return content.meeting.broadcast


def soup_of(client, path=PAGE) -> BeautifulSoup:
    return BeautifulSoup(client.get(path).content, "html.parser")


def status(client) -> dict:
    return client.get(STATUS).json()
