from threading import Event, Thread
from urllib.request import urlopen

import pytest
from django.core.servers.basehttp import WSGIRequestHandler

from tests.browser import patient_server
from tests.browser.patient_server import PatientServer


@pytest.fixture
def asked(monkeypatch):
    """A server that was asked and answers when `go` is set; and the thread of its reader."""
    monkeypatch.setattr(patient_server, "PATIENCE", 0.01)
    came, go = Event(), Event()

    def answer(environ, start_response):
        came.set()
        go.wait()
        start_response("204 No Content", [])
        return []

    with PatientServer(("127.0.0.1", 0), WSGIRequestHandler) as server:
        server.set_app(answer)
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/"
        reader = Thread(target=lambda: urlopen(address).close(), daemon=True)
        reader.start()
        came.wait()
        yield server, go, reader
        go.set()
        server.shutdown()


def test_it_is_not_left_while_it_still_answers(asked):
    server, _, _ = asked

    with pytest.raises(TimeoutError, match=r"^1 connections are still open\.$"):
        server.wait_until_left()


def test_it_is_left_when_its_last_answer_is_read(asked, monkeypatch):
    server, go, reader = asked
    monkeypatch.setattr(patient_server, "PATIENCE", 30)

    go.set()
    server.wait_until_left()
    reader.join()

    assert server.wait_until_left() is None
