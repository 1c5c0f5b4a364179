"""Whatever is wrong at `make run` is one line that says what to do, and no traceback."""

import os
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.postgresql import free_port

ROOT = Path(__file__).resolve().parents[2]


def start(var: Path, **variables: str) -> tuple[int, list[str]]:
    """Try to start the portal; return the exit code and what stands on standard error."""
    unset = {"DJANGO_SETTINGS_MODULE", "DATABASE_URL", "DJANGO_SECRET_KEY"}
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    environment |= {"PORTAL_VAR": str(var), **variables}
    command = [sys.executable, ROOT / "deploy" / "run_locally.py"]
    result = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    return result.returncode, result.stderr.splitlines()


@pytest.fixture
def taken_port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


@pytest.mark.parametrize("port", ["abc", "0", "99999", "-1", "²", "٣٣", "1" * 5000])
def test_a_port_that_is_none_is_named(tmp_path, port):
    sentence = f"Fehler: PORT muss eine Zahl von 1 bis 65535 sein, nicht „{port}“."

    assert start(tmp_path, PORT=port) == (1, [sentence])


def test_a_taken_port_is_named_with_another(tmp_path, taken_port):
    sentence = (
        f"Fehler: Port {taken_port} ist schon belegt. Abhilfe: PORT={taken_port + 1} make run"
    )

    assert start(tmp_path, PORT=str(taken_port)) == (1, [sentence])


def spoil_with_rubbish(var: Path) -> None:
    (var / "portal.sqlite3").write_bytes(b"Einkaufszettel " * 1000)


def spoil_with_tables_of_others(var: Path) -> None:
    with sqlite3.connect(var / "portal.sqlite3") as database:
        database.execute("CREATE TABLE auth_user (id INTEGER)")


def spoil_with_a_file(var: Path) -> None:
    (var / "cache").touch()


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (spoil_with_rubbish, "Fehler: Die Datenbank ist beschädigt oder gehört zu einem anderen"),
        (spoil_with_tables_of_others, "Fehler: Die Datenbank ist beschädigt oder gehört zu einem"),
        (spoil_with_a_file, "Fehler: In var/ liegt etwas im Weg"),
    ],
)
def test_what_is_wrong_in_var_is_one_german_line(tmp_path, spoil, words):
    spoil(tmp_path)

    code, lines = start(tmp_path, PORT=str(free_port()))

    assert (code, [line[: len(words)] for line in lines]) == (1, [words])
