"""`make check` and `make format`: every tool once, what it says only where it fails."""

import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests import node_tools

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / ".venv" / "bin"
PYTHON = sys.executable
MANAGE = [PYTHON, "manage.py"]
# As in production; what only the operator knows is checked there, not here.
PRODUCTION = {
    "DJANGO_SECRET_KEY": "only-for-this-check-" * 4 + "0123456789abcdef",
    "DJANGO_ALLOWED_HOSTS": "portal.example",
    "DJANGO_DEBUG": "0",
    "DJANGO_HTTPS": "1",
    "PORTAL_ORIGIN": "https://portal.example",
    "PORTAL_TRUSTED_PROXIES": "1",
    "DATABASE_URL": "",
}
CHECKS = {
    "Python-Format": [BIN / "ruff", "format", "--check", "."],
    "Python-Stil": [BIN / "ruff", "check", "."],
    "Importrichtung": [BIN / "lint-imports"],
    "Vorlagen-Format": [BIN / "djangofmt", "--check", "templates"],
    "Vorlagen-Stil": [BIN / "djangofmt", "check", "templates"],
    "CSS und JavaScript": [node_tools.BIOME, "ci", "--error-on-warnings", "static"],
    "Django": [*MANAGE, "check", "--fail-level", "WARNING"],
    "Django, Betrieb": [*MANAGE, "check", "--deploy", "--fail-level", "WARNING"],
    "Migrationen": [*MANAGE, "makemigrations", "--check", "--dry-run"],
    "Gepflogenheiten": [PYTHON, "-m", "pytest", "-q", "tests/test_conventions.py"],
}
FORMATTERS = {
    "Python-Stil": [BIN / "ruff", "check", "--fix-only", "."],
    "Python-Format": [BIN / "ruff", "format", "."],
    "Vorlagen-Format": [BIN / "djangofmt", "templates"],
    "CSS und JavaScript": [node_tools.BIOME, "check", "--write", "static"],
}
NEEDS_NODE = {"CSS und JavaScript"}


def main(*, write: bool) -> int:
    """Run all tools, two at a time unless they write, and return the exit code."""
    commands = dict(FORMATTERS if write else CHECKS)
    missing = node_tools.obstacle()
    for name in NEEDS_NODE if missing else ():
        say(f"!!! {name} ÜBERSPRUNGEN: {missing}")
        del commands[name]
    with (
        tempfile.TemporaryDirectory() as var,
        ThreadPoolExecutor(max_workers=1 if write else 2) as pool,
    ):
        runs = [pool.submit(run, name, command, var) for name, command in commands.items()]
        good = [run.result() for run in runs]
    strict = os.environ.get("PORTAL_CI_STRICT") == "1"
    return int(not all(good) or bool(strict and missing))


def run(name: str, command: list, var: str) -> bool:
    """Run one tool, say how it went, and show its words only if it failed."""
    started = time.monotonic()
    environment = {**os.environ, "PORTAL_VAR": var}
    if "--deploy" in command:
        environment |= PRODUCTION
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    result = subprocess.run(command, cwd=ROOT, env=environment, **streams)
    word = "FEHLER" if result.returncode else "gut"
    shown = f"\n{result.stdout}" if result.returncode else ""
    say(f"{name:<20}{word:<8}{time.monotonic() - started:5.1f} s{shown}")
    return result.returncode == 0


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(write="--write" in sys.argv))
