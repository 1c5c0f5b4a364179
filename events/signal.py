"""Looks at our own streams: seen twice a meeting is live, gone for a minute it is interrupted (E2).

Run by `manage.py watch_streams`. Without it everything is done by hand at the desk. Only hosts
of our own are asked (`provider_of`), no redirect is followed, and little is read.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from http.client import HTTPException
from urllib.parse import urljoin, urlsplit
from urllib.request import build_opener

from django.utils import timezone

from events.choices import BroadcastState, Provider
from events.models import Broadcast
from events.models.providers import provider_of
from events.states import CLOCK, MoveError, catch_up, move
from publishing.outside_links import StayHere

log = logging.getLogger(__name__)
S = BroadcastState
WATCHED = {S.LOBBY, S.LIVE, S.INTERRUPTED}
ENOUGH = 2  # looks in a row that find the stream running
GONE = timedelta(seconds=60)
TIMEOUT = 5  # seconds
LARGEST = 256 * 1024  # bytes of a manifest
VARIANTS, ENDED = "#EXT-X-STREAM-INF", "#EXT-X-ENDLIST"
Fetch = Callable[[str], str]


class Watcher:
    """Looks at all streams again and again; remembers what each manifest said last.

    A server may hand out the last manifest of a stream that has stopped: only one that
    changes is a sign of life.
    """

    def __init__(self, fetch: Fetch | None = None):
        self.fetch = fetch or read
        self.last: dict[int, str] = {}

    def look(self, now: datetime | None = None) -> None:
        """Do what clock and streams ask for, at every broadcast that waits for something."""
        waiting = Broadcast.objects.filter(state__in=[*CLOCK, S.ENDED])
        for broadcast in waiting.select_related("meeting").order_by("pk"):
            moment = now or timezone.now()
            try:
                catch_up(broadcast, moment)
                if broadcast.manifest_url and broadcast.state in WATCHED:
                    self.heed(broadcast, moment)
            except MoveError as refused:
                log.warning("%s: %s", broadcast.pk, refused)

    def heed(self, broadcast: Broadcast, now: datetime) -> None:
        """Look at one stream, note what was found and move where it says so."""
        manifest = playlist(broadcast.manifest_url, self.fetch)
        is_new = bool(manifest) and manifest != self.last.get(broadcast.pk)
        self.last[broadcast.pk] = manifest
        if is_new:
            note(broadcast, broadcast.signals_in_a_row + 1, seen_at=now)
        elif is_gone(broadcast, now) or not manifest:
            note(broadcast, 0, seen_at=broadcast.signal_seen_at)
        state = due(broadcast, now)
        if state:
            move(broadcast, state, now=now)


def due(broadcast: Broadcast, now: datetime) -> str:
    """Return the state that the stream asks for, "" if none.

    Only the very look that makes it enough counts: whoever interrupts a running stream or goes
    back to the lobby by hand is not overruled by it.
    """
    if broadcast.state == S.LIVE:
        was_seen = broadcast.signal_seen_at and broadcast.signal_seen_at >= broadcast.state_since
        return S.INTERRUPTED if was_seen and is_gone(broadcast, now) else ""
    return S.LIVE if broadcast.signals_in_a_row == ENOUGH else ""


def is_gone(broadcast: Broadcast, now: datetime) -> bool:
    """Tell whether the stream has shown no sign of life for longer than a minute."""
    return broadcast.signal_seen_at is None or now - broadcast.signal_seen_at > GONE


def note(broadcast: Broadcast, signals: int, *, seen_at: datetime | None) -> None:
    """Keep how often in a row and when the stream was seen."""
    signals = min(signals, ENOUGH + 1)
    broadcast.signals_in_a_row, broadcast.signal_seen_at = signals, seen_at
    broadcast.save(update_fields=["signals_in_a_row", "signal_seen_at"])


def playlist(url: str, fetch: Fetch) -> str:
    """Return the list of pieces of a running stream, "" if it does not run.

    A manifest may list several sizes; the first of them stands for all.
    """
    text = fetch(url)
    if VARIANTS in text:
        text = fetch(own(first_address(text, url)))
    is_running = text.startswith("#EXTM3U") and "#EXTINF" in text and ENDED not in text
    return text if is_running else ""


def first_address(text: str, base: str) -> str:
    """Return the first address that a manifest lists."""
    lines = (line.strip() for line in text.splitlines())
    name = next((line for line in lines if line and not line.startswith("#")), "")
    try:
        return urljoin(base, name)
    except ValueError:
        return ""


def own(url: str) -> str:
    """Return an address if it is one of our streams, else ""."""
    return url if provider_of(url) == Provider.OWN else ""


def read(url: str) -> str:
    """Fetch a manifest; "" if there is none to be had."""
    if urlsplit(url).scheme not in {"http", "https"}:
        return ""
    try:
        with build_opener(StayHere).open(url, timeout=TIMEOUT) as answer:
            content = answer.read(LARGEST + 1)
    except (OSError, HTTPException, ValueError):
        return ""
    return content.decode("utf-8", "replace") if len(content) <= LARGEST else ""
