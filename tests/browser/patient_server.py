"""The tests' own server, which knows whether somebody still reads from it."""

import threading

from django.core.servers.basehttp import ThreadedWSGIServer

PATIENCE = 30  # seconds


class PatientServer(ThreadedWSGIServer):
    """Django's server for tests, for which one can wait until its last reader has gone.

    A page that is closed leaves answers behind that nobody waits for any more. They ask the
    database, too, and must not meet its emptying after the test.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._connections = 0
        self._changed = threading.Condition()

    def process_request(self, request, client_address):
        """Answer a connection in a thread of its own."""
        with self._changed:
            self._connections += 1
        super().process_request(request, client_address)

    def process_request_thread(self, request, client_address):
        """Answer all that comes through a connection."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            with self._changed:
                self._connections -= 1
                self._changed.notify_all()

    def wait_until_left(self):
        """Wait until no connection is open; raise TimeoutError after PATIENCE seconds."""
        with self._changed:
            if not self._changed.wait_for(lambda: not self._connections, PATIENCE):
                raise TimeoutError(f"{self._connections} connections are still open.")
