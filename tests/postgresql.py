"""PostgreSQL for the tests: the one on 127.0.0.1:5432, else one of our own in a folder."""

import getpass
import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg


class NoServerError(Exception):
    """No PostgreSQL can be had; the text says why."""


@contextmanager
def server() -> Iterator[str]:
    """Yield the address of a database to test on; its name is this process's own."""
    running = find()
    if running:
        yield f"{running}/portal_{os.getpid()}"
        return
    folder = Path(tempfile.mkdtemp(prefix="portal-postgresql-"))
    try:
        with started(folder) as address:
            yield f"{address}/portal_{os.getpid()}"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def find() -> str:
    """Return the address of a running server that lets us make databases, or ""."""
    for user in dict.fromkeys(["postgres", getpass.getuser()]):
        address = f"postgres://{user}@127.0.0.1:5432"
        try:
            with psycopg.connect(f"{address}/postgres", connect_timeout=3) as connection:
                role = "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
                if connection.execute(role).fetchone()[0]:
                    return address
        except psycopg.Error:
            continue
    return ""


@contextmanager
def started(folder: Path) -> Iterator[str]:
    """Run a server of our own in a folder as long as the block lasts."""
    programs = installed()
    identity = unprivileged(folder)
    port = free_port()
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
    make = [
        "-D",
        folder / "data",
        "-U",
        "postgres",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--locale=C.UTF-8",
    ]
    control = [programs / "pg_ctl", "-D", folder / "data", "-w", "-l", folder / "log"]
    run([programs / "initdb", *make], identity)
    run([*control, "-o", options, "start"], identity)
    try:
        yield f"postgres://postgres@127.0.0.1:{port}"
    finally:
        run([*control, "-m", "fast", "stop"], identity)


def installed() -> Path:
    """Return the folder of PostgreSQL's programs, installed from Debian if need be and possible."""
    programs = find_programs()
    if programs is None and os.geteuid() == 0 and shutil.which("apt-get"):
        sys.stdout.write("• PostgreSQL wird aus Debian installiert …\n")
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for arguments in (["update"], ["install", "-y", "--no-install-recommends", "postgresql"]):
            subprocess.run(["apt-get", "-qq", *arguments], env=environment, capture_output=True)
        programs = find_programs()
    if programs is None:
        raise NoServerError("nicht installiert. Abhilfe: sudo apt install postgresql")
    return programs


def find_programs() -> Path | None:
    """Return the folder that holds initdb and pg_ctl, the newest version's first."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda f: int(f.parent.name))
    on_path = shutil.which("initdb")
    found = [folder for folder in reversed(folders) if (folder / "initdb").exists()]
    return found[0] if found else Path(on_path).parent if on_path else None


def unprivileged(folder: Path) -> dict:
    """Return how to start a program as somebody who is not root, and hand over the folder."""
    if os.geteuid() != 0:
        return {}
    names = {entry.pw_name for entry in pwd.getpwall()}
    account = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    os.chown(folder, account.pw_uid, account.pw_gid)
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def run(command: list, identity: dict) -> None:
    """Run one of PostgreSQL's programs; raise `NoServerError` with its last words if it fails."""
    # pg_ctl's server inherits the output, so a pipe would never end.
    with tempfile.TemporaryFile("w+") as output:
        result = subprocess.run(command, stdout=output, stderr=output, cwd="/", **identity)
        output.seek(0)
        words = output.read().split("\n")
    if result.returncode:
        raise NoServerError(f"{Path(command[0]).name}: {' '.join(words[-3:]).strip()}")


def free_port() -> int:
    """Return a port of 127.0.0.1 that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
