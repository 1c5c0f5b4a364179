"""Viewers of a livestream who ask at their own moments, as E52 wants it: 500, each every 30 s."""

import http.client
import random
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

VIEWERS = 500
EVERY = 30  # seconds between two questions of one viewer
THREADS = 32
PAGE = "/jahrestreffen/probe-live/"
CASES = {
    "`status.json`": f"{PAGE}status.json",
    "`status.json`, ohne Cache": f"{PAGE}status.json?messung",
    "Seite im Zustand live": PAGE,
    "Seite, ohne Cache": f"{PAGE}?messung",
}


def go_live() -> None:
    """Put a meeting with a programme on air."""
    from django.utils import timezone

    from events.choices import BroadcastState
    from tests.factories import make_meeting

    now = timezone.now()
    facts = {"starts_at": now, "ends_at": now + timedelta(hours=2)}
    stream = {
        "state": BroadcastState.LIVE,
        "stream_url": "https://www.youtube.com/live/abcdefghijk",
    }
    content = make_meeting(slug="probe-live", title="Probe", facts=facts, broadcast=stream)
    for number in range(8):
        begun = now if number == 0 else None
        content.meeting.programme_items.create(
            kind="talk", title=f"Vortrag {number}", position=number, actual_start=begun
        )


def crowd(port: int, path: str, *, etag: str = "") -> dict:
    """Let every viewer ask once within their interval; waiting counts from the moment they want to.

    Returns milliseconds at the middle and at 95 of 100, the largest answer and its status.
    """
    for _ in range(5):  # what a process looks up once in its life
        visit(port, path, 0, etag)
    dice = random.Random(1)  # noqa: S311 - the same crowd each time
    moments = sorted(dice.uniform(0, EVERY) for _ in range(VIEWERS))
    start = time.monotonic() + 0.1
    with ThreadPoolExecutor(THREADS) as pool:
        found = list(pool.map(lambda at: visit(port, path, start + at, etag), moments))
    waits = sorted(wait for wait, _, _ in found)
    return {
        "middle": waits[VIEWERS // 2] * 1000,
        "p95": waits[VIEWERS * 95 // 100] * 1000,
        "bytes": max(size for _, size, _ in found),
        "statuses": sorted({status for _, _, status in found}),
    }


def visit(port: int, path: str, moment: float, etag: str) -> tuple[float, int, int]:
    """Ask at a moment; return how long it took in seconds, the answer's bytes and its status."""
    time.sleep(max(0, moment - time.monotonic()))
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers={"If-None-Match": etag} if etag else {})
    answer = connection.getresponse()
    size = len(answer.read())
    connection.close()
    return time.monotonic() - moment, size, answer.status


def etag_of(port: int, path: str) -> str:
    """Return the tag of what the server has now."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.headers.get("ETag", "")
