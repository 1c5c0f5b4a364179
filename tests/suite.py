"""`make test`: everything on SQLite, then on PostgreSQL, then in the browser; a summary at the end.

What cannot be had is skipped loudly. With PORTAL_CI_STRICT=1 skipping is a failure.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field

from tests import chromium, node_tools, postgresql

NO_TESTS = 5  # pytest's exit code
# Tests that share something costly stay together (tests/conftest.py).
WORKERS = ["-n", str(min(os.cpu_count() or 1, 4))]
UNIT = ["-m", "not browser", *WORKERS]
BROWSER = ["-m", "browser", *WORKERS]


@dataclass
class Part:
    """One run of pytest, or the reason why there was none."""

    name: str
    is_good: bool = False
    missing: str = ""
    summary: str = ""
    skipped: list[str] = field(default_factory=list)


def main() -> int:
    """Run the three parts and return the exit code."""
    strict = os.environ.get("PORTAL_CI_STRICT") == "1"
    started = time.monotonic()
    announce_html_checker()
    parts = [on_sqlite(), on_postgresql(), in_the_browser()]
    report(parts, time.monotonic() - started)
    return int(any(not part.is_good and (strict or not part.missing) for part in parts))


def announce_html_checker() -> None:
    """Install the HTML checker that some tests use, and say so if they will be skipped."""
    reason = node_tools.obstacle() or ("" if shutil.which("java") else "Java fehlt.")
    if reason:
        say(f"!!! Ohne HTML-Prüfer: {reason}")


def on_sqlite() -> Part:
    """Run everything but the browser tests on SQLite."""
    return run("SQLite", UNIT, database="")


def on_postgresql() -> Part:
    """Run everything but the browser tests on PostgreSQL."""
    try:
        with postgresql.server() as address:
            return run("PostgreSQL", UNIT, database=address)
    except postgresql.NoServerError as reason:
        return skipped("PostgreSQL", str(reason))


def in_the_browser() -> Part:
    """Run the browser tests on SQLite."""
    reason = chromium.obstacle()
    return skipped("Browser", reason) if reason else run("Browser", BROWSER, database="")


def skipped(name: str, reason: str) -> Part:
    """Say loudly that a part is left out."""
    say(f"\n!!! {name} ÜBERSPRUNGEN: {reason}\n")
    return Part(name, missing=reason)


def run(name: str, selection: list[str], *, database: str) -> Part:
    """Run pytest, show what it says and remember its last words."""
    say(f"\n=== {name} ===")
    part = Part(name)
    environment = {**os.environ, "DATABASE_URL": database, "DJANGO_DEBUG": "0"}
    options = ["-q", "-rfEs", "--color=no", "--durations=10"]
    command = [sys.executable, "-m", "pytest", *options, *selection]
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    with subprocess.Popen(command, env=environment, process_group=0, **streams) as pytest:
        threading.Thread(target=end_with, args=[pytest], daemon=True).start()
        try:
            show(pytest.stdout, part)
        except KeyboardInterrupt:
            os.killpg(pytest.pid, signal.SIGINT)
            raise
    part.is_good = pytest.returncode == 0
    if pytest.returncode == NO_TESTS:
        part.missing = "keine Tests gefunden"
    return part


def end_with(pytest: subprocess.Popen) -> None:
    """End what pytest leaves behind: a server or browser that goes on would hold its output open,
    and we would wait for it for ever.
    """
    pytest.wait()
    with suppress(ProcessLookupError):
        os.killpg(pytest.pid, signal.SIGKILL)


def show(lines, part: Part) -> None:
    """Pass on what pytest says, line by line."""
    for line in lines:
        sys.stdout.write(line)
        sys.stdout.flush()
        remember(part, line.strip())


def remember(part: Part, line: str) -> None:
    """Keep pytest's summary and what it skipped."""
    if line.startswith("SKIPPED ["):
        part.skipped.append(line)
    elif re.search(r"\b\d+ (passed|failed|error|errors)\b.* in [\d.]+s", line):
        part.summary = line.strip("= ")


def report(parts: list[Part], seconds: float) -> None:
    """Print one line for each part, and every skipped test with its reason."""
    say(f"\n=== Ergebnis nach {seconds:.0f} s ===")
    for part in parts:
        for line in part.skipped:
            say(f"{part.name:<12}{line}")
    for part in parts:
        word = "gut" if part.is_good else "ÜBERSPRUNGEN" if part.missing else "FEHLGESCHLAGEN"
        say(f"{part.name:<12}{word:<16}{part.missing or part.summary}")


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
