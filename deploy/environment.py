"""Make or renew `.venv` from a requirements file; standard library only.

A stamp holds the hash of the requirements, so that a second run costs nothing.
Whatever goes wrong is one line on standard error and exit code 1.
"""

import errno
import hashlib
import os
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

from one_at_a_time import alone_in

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOG = VENV / "pip.log"
PIPED = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
BOTH = [ROOT / "requirements.txt", ROOT / "tests" / "requirements.txt"]
SMALLEST_VENV = 50 * 1024 * 1024  # bytes that an environment takes before any package is in
# What the end of pip's log tells, and what to do about it.
REMEDIES = {
    "No space left on device": "Der Datenträger ist voll. Abhilfe: Platz schaffen (etwa 600 MB).",
    "Permission denied": f"In {VENV} darf nicht geschrieben werden. Abhilfe: Rechte prüfen.",
    "Could not find a version": "Ein Paket ist nicht erreichbar. Abhilfe: Netz und Proxy prüfen.",
    "Failed to establish": "Der Paketindex ist nicht erreichbar. Abhilfe: Netz und Proxy prüfen.",
    "Temporary failure": "Der Paketindex ist nicht erreichbar. Abhilfe: Netz und Proxy prüfen.",
    "DO NOT MATCH THE HASHES": "Ein Paket ist beschädigt angekommen. Abhilfe: erneut versuchen.",
}


def main(requirements: Path) -> None:
    """Bring `.venv` up to date with a requirements file."""
    waiting = partial(say, "Ein anderer Aufruf richtet gerade die Umgebung ein; es wird gewartet …")
    try:
        with alone_in(ROOT, when_waiting=waiting):
            if not is_usable():
                make()
            if not is_stamped(requirements):
                install(requirements)
    except PermissionError as error:
        fail(f"Hier darf nicht geschrieben werden: {error.filename}. Abhilfe: Rechte prüfen.")
    except OSError as error:
        is_full = error.errno == errno.ENOSPC
        fail(
            REMEDIES["No space left on device"] if is_full else f"{error}. Abhilfe: Rechte prüfen."
        )


def is_usable() -> bool:
    """Tell whether `.venv` holds a Python with pip that still runs."""
    if not PYTHON.exists():
        return False
    return subprocess.run([PYTHON, "-c", "import pip"], capture_output=True).returncode == 0


def make() -> None:
    """Make `.venv`; on a Debian without python3-venv, install that when root."""
    say("Die Python-Umgebung .venv wird angelegt …")
    shutil.rmtree(VENV, ignore_errors=True)
    result = create()
    if result.returncode and lacks_ensurepip() and os.geteuid() == 0 and shutil.which("apt-get"):
        say("Das Debian-Paket python3-venv wird nachgeladen …")
        apt("update")
        apt("install", "-y", "--no-install-recommends", "python3-venv")
        result = create()
    if result.returncode and lacks_ensurepip():
        fail("Es fehlt das Modul venv. Abhilfe: sudo apt install python3-venv")
    if result.returncode and shutil.disk_usage(VENV).free < SMALLEST_VENV:
        fail(REMEDIES["No space left on device"])
    if result.returncode:
        fail(f".venv ließ sich nicht anlegen: {last_line(result.stdout + result.stderr)}")


def create() -> subprocess.CompletedProcess:
    """Run `python -m venv` and return what came of it."""
    command = [sys.executable, "-m", "venv", "--clear", VENV]
    return subprocess.run(command, capture_output=True, text=True)


def lacks_ensurepip() -> bool:
    """Tell whether this Python cannot put pip into a new environment, as on a bare Debian."""
    return (
        subprocess.run(
            [sys.executable, "-c", "import ensurepip"], stderr=subprocess.DEVNULL
        ).returncode
        != 0
    )


def apt(*arguments: str) -> None:
    """Run apt-get without a word and without questions."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "-qq", *arguments], env=environment, capture_output=True)


def install(requirements: Path) -> None:
    """Install the packages, with a line for each on a terminal; stamp `.venv` when all are in."""
    wanted = [line for file in files_of(requirements) for line in file.read_text().splitlines()]
    total = sum("==" in line for line in wanted)
    say(f"{total} Pakete werden installiert (einmalig, rund eine Minute) …")
    command = [PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "-r", requirements]
    with LOG.open("w") as log, subprocess.Popen(command, **PIPED) as pip:
        for number, line in enumerate(collected(pip.stdout, log), 1):
            progress(f"{min(number, total)}/{total} {line}")
    progress("")
    if pip.returncode:
        fail(reason(LOG.read_text()))
    for file in BOTH:
        if set(files_of(file)) <= set(files_of(requirements)):
            stamp(file).write_text(fingerprint(file))


def collected(lines, log):
    """Copy pip's lines into the log and yield the name of each package it begins with."""
    for line in lines:
        log.write(line)
        if line.startswith("Collecting "):
            yield line.split()[1]


def reason(log: str) -> str:
    """Return in one line why pip gave up."""
    for text, remedy in REMEDIES.items():
        if text in log:
            return f"Die Pakete ließen sich nicht installieren. {remedy} Protokoll: {LOG}"
    return f"Die Pakete ließen sich nicht installieren: {last_line(log)} Protokoll: {LOG}"


def files_of(requirements: Path) -> list[Path]:
    """Return the requirements file and the portal's own, which the tests' one includes."""
    return sorted({requirements, BOTH[0]})


def fingerprint(requirements: Path) -> str:
    """Return a hash of everything the requirements name."""
    return hashlib.sha256(b"".join(f.read_bytes() for f in files_of(requirements))).hexdigest()


def stamp(requirements: Path) -> Path:
    """Return the file that says which state of the requirements is installed."""
    return VENV / f".installed-{requirements.parent.name if requirements != BOTH[0] else 'portal'}"


def is_stamped(requirements: Path) -> bool:
    """Tell whether exactly these requirements are installed."""
    file = stamp(requirements)
    return file.exists() and file.read_text() == fingerprint(requirements)


def last_line(text: str) -> str:
    """Return the last line that says something, without colours and notices."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith("ERROR")]
    return (errors or lines or ["kein Grund genannt"])[-1]


def say(text: str) -> None:
    """Tell the user what happens now."""
    sys.stdout.write(f"• {text}\n")
    sys.stdout.flush()


def progress(text: str) -> None:
    """Overwrite the line on a terminal; say nothing into a file."""
    if sys.stdout.isatty():
        sys.stdout.write(f"\r\033[K  {text[:70]}" if text else "\r\033[K")
        sys.stdout.flush()


def fail(text: str) -> None:
    """End with one line."""
    sys.exit(f"Fehler: {text}")


if __name__ == "__main__":
    try:
        main(ROOT / sys.argv[1])
    except KeyboardInterrupt:
        fail("Abgebrochen. Der nächste Aufruf macht hier weiter.")
