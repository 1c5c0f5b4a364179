"""What the drills stand on: a database and a folder of their own, servers, other processes."""

import http.client
import multiprocessing
import os
import re
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from tests import postgresql

ROOT = Path(__file__).resolve().parents[2]
FORK = multiprocessing.get_context("fork")
SERVER = [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py", "--workers", "2"]
SECONDS = 60  # after which something hangs
NUMBER = re.compile(r"<h1[^>]*>\s*Fassung (\d+)")


@dataclass
class Result:
    """What a drill has found: a line with figures, and everything that must not be."""

    name: str
    figures: str = ""
    faults: list[str] = field(default_factory=list)


@contextmanager
def prepared(*, sqlite: bool):
    """Set up Django on an empty portal; all of it is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="portal-drills-", ignore_cleanup_errors=True) as var:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "allianz_portal.settings",
            "PORTAL_VAR": var,
            "DJANGO_DEBUG": "0",
            "DJANGO_HTTPS": "0",
            "DJANGO_ALLOWED_HOSTS": "127.0.0.1,testserver",
            "LOG_LEVEL": "CRITICAL",
        }
        with nullcontext("") if sqlite else database() as address:
            os.environ["DATABASE_URL"] = address
            set_up()
            yield
            close_connections()


@contextmanager
def database():
    """Make a database on PostgreSQL, yield its address and remove it afterwards."""
    with postgresql.server() as address:
        server, _, name = address.rpartition("/")
        with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')
            try:
                yield address
            finally:
                connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def set_up() -> None:
    """Make tables and style sheets, in processes of their own that leave no thread."""
    import django

    for command in (["migrate"], ["collectstatic", "--no-input"]):
        subprocess.run([sys.executable, "manage.py", *command, "-v0"], cwd=ROOT, check=True)
    django.setup()


@contextmanager
def served():
    """Serve the portal with two workers that share a cache, as in production; yield the port."""
    port = postgresql.free_port()
    command = [*SERVER, "--bind", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, cwd=ROOT)
    try:
        wait_until(lambda: answers(port))
        yield port
    finally:
        server.terminate()
        server.wait()


def answers(port: int) -> bool:
    try:
        ask(port, "/robots.txt")
    except OSError:
        return False
    return True


def ask(port: int, path: str) -> tuple[int, str]:
    """Return status and text of an answer to a reader."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


def shown(port: int, path: str) -> tuple[int, int]:
    """Return status of a page and the number of the text that it shows; 0 if none."""
    status, text = ask(port, path)
    found = NUMBER.search(text)
    return status, int(found[1]) if found else 0


def start(work, *arguments):
    """Start a process of our own that has a copy of everything, but no open connection."""
    close_connections()
    process = FORK.Process(target=work, args=arguments, daemon=True)
    process.start()
    return process


def close_connections() -> None:
    from django.db import connections

    connections.close_all()


def wait_until(is_so) -> None:
    """Return as soon as something is so."""
    end = time.monotonic() + SECONDS
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError(is_so)
        time.sleep(0.01)
