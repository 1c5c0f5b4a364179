"""Two people at the same moment: side by side in threads, or one in the middle of the other's."""

import threading
import time

import pytest
from django.db import connection, transaction

SECONDS = 30  # after which somebody waits for ever
# A transaction on PostgreSQL that stands still because another one has not ended.
WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted"

only_on_postgresql = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="SQLite does not say who waits for whom."
)


def at_once(calls) -> list:
    """Make calls in threads that start together; return what each gave or raised."""
    start = threading.Barrier(len(calls))

    def together(call):
        start.wait(timeout=10)
        return call()

    threads = [Call(together, call) for call in calls]
    for thread in threads:
        thread.start()
    return [thread.result() for thread in threads]


def in_the_middle(first, second) -> tuple:
    """Take a first step, and before it is committed begin a second; return what came of both.

    The first is committed once the second waits for it or is through.
    """
    taken, may_end = threading.Event(), threading.Event()

    def first_step():
        with transaction.atomic():
            found = first()
            taken.set()
            assert may_end.wait(SECONDS)
        return found

    one, other = Call(first_step), Call(second)
    one.start()
    try:
        assert taken.wait(SECONDS)
        other.start()
        wait_until(lambda: not other.is_alive() or somebody_waits())
    finally:
        may_end.set()
    return one.result(), other.result()


def somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(WAITING)
        return cursor.fetchone()[0] > 0


def wait_until(is_so) -> None:
    """Return as soon as something is so."""
    end = time.monotonic() + SECONDS
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.01)


class Call(threading.Thread):
    """A call in a thread with a connection of its own."""

    def __init__(self, call, *args):
        super().__init__(daemon=True)
        self.call, self.args, self.found = call, args, None

    def run(self):
        try:
            self.found = self.call(*self.args)
        except Exception as error:  # noqa: BLE001 - the test looks at it
            self.found = error
        finally:
            connection.close()

    def result(self):
        """Return what the call gave or raised."""
        self.join(timeout=SECONDS)
        return self.found
