"""One page's cost: queries, processor time, bytes; and how many a server gives in a second."""

import multiprocessing
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 3  # how long each page is asked for over HTTP
READERS = 2  # processes that ask at the same time
ROUNDS = 10  # pages made for one measurement of processor time
# Any query but a page number goes past the cache and makes the same page.
UNCACHED = "?messung"


def page_cost(path: str) -> dict:
    """Return queries of a cold and of a kept page, milliseconds of an uncached one, and bytes."""
    client = Client()
    client.get(path + UNCACHED)  # types and site are looked up once in a process's life
    cache.clear()
    cold, response = queries(client, path)
    kept, _ = queries(client, path)
    started = time.thread_time()
    for _ in range(ROUNDS):
        client.get(path + UNCACHED)
    milliseconds = (time.thread_time() - started) * 1000 / ROUNDS
    size = len(response.content)
    return {
        "status": response.status_code,
        "cold": cold,
        "kept": kept,
        "ms": milliseconds,
        "bytes": size,
    }


def queries(client: Client, path: str) -> tuple[int, object]:
    """Return how many queries a page needs, and the page."""
    with CaptureQueriesContext(connection) as captured:
        response = client.get(path)
    return len(captured), response


@contextmanager
def served(application: str, environment: dict):
    """Run an application in gunicorn with one worker; yield its port."""
    port = free_port()
    options = ["--bind", f"127.0.0.1:{port}", "--workers", "1", "--log-level", "error"]
    command = [sys.executable, "-m", "gunicorn", *options, application]
    server = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait()


def per_second(port: int, path: str) -> float:
    """Return how many answers the server gives in a second to a few readers at once."""
    ask(port, path)
    with multiprocessing.get_context("spawn").Pool(READERS) as pool:
        counts = pool.starmap(count_answers, [(port, path)] * READERS)
    return sum(counts) / SECONDS


def count_answers(port: int, path: str) -> int:
    """Ask one after the other for some seconds and return how many answers came."""
    count = 0
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        ask(port, path)
        count += 1
    return count


def ask(port: int, path: str) -> bytes:
    """Return the whole answer to one request; raise `OSError` for anything but 200."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection_:
        connection_.sendall(f"GET {path} HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n".encode())
        parts = []
        while part := connection_.recv(65536):
            parts.append(part)
    answer = b"".join(parts)
    if b" 200 " not in answer[:20]:
        raise OSError(f"{path}: {answer[:60]!r}")
    return answer


def wait_for(port: int) -> None:
    """Return as soon as something listens."""
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"Nobody listens on 127.0.0.1:{port}.")


def free_port() -> int:
    """Return a port of 127.0.0.1 that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
