"""`make run`: prepare the portal in `var/` and serve it on this machine.

Every trouble ends in one line on standard error and exit code 1; the traceback,
for those who can use it, goes to var/start.log.
"""

import logging
import os
import re
import signal
import socket
import subprocess
import sys
import time
import traceback
from functools import partial
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from one_at_a_time import alone_in

ROOT = Path(__file__).resolve().parent.parent
# What editors have planned for a moment to come is done by a process of its own.
TIMETABLE = [sys.executable, "manage.py", "run_schedule", "--forever"]
START_SECONDS = 60  # how long the server may take until its first answer
WAITING = "Ein anderer Aufruf bereitet das Portal gerade vor; es wird gewartet …"
READ_ONLY = "In var/ darf nicht geschrieben werden ({}). Abhilfe: Rechte prüfen."
FOREIGN = (
    "Die Datenbank ist beschädigt oder gehört zu einem anderen Programm ({}). "
    "Abhilfe: eine Sicherung zurückspielen oder var/portal.sqlite3 beiseitelegen."
)
IN_THE_WAY = "In var/ liegt etwas im Weg ({}). Abhilfe: es beiseitelegen."
# A sign in the error, and what the user is told; the first that fits counts.
TROUBLES = {
    "ImproperlyConfigured": "Eine Einstellung stimmt nicht: {}",
    "disk is full": "Der Datenträger ist voll. Abhilfe: Platz schaffen und noch einmal starten.",
    "No space left": "Der Datenträger ist voll. Abhilfe: Platz schaffen und noch einmal starten.",
    "PermissionError": READ_ONLY,
    "Read-only file system": READ_ONLY,
    "readonly": READ_ONLY,
    "unable to open": READ_ONLY,
    "not a database": FOREIGN,
    "malformed": FOREIGN,
    "no such table": FOREIGN,
    "no such column": FOREIGN,
    "already exists": FOREIGN,
    "FileExistsError": IN_THE_WAY,
    "Not a directory": IN_THE_WAY,
    "Is a directory": IN_THE_WAY,
    "ModuleNotFoundError": "Die Umgebung ist unvollständig ({}). Abhilfe: make clean && make run",
    "database is locked": "Die Datenbank ist gesperrt. Läuft das Portal schon? ({})",
    "OperationalError": "Die Datenbank antwortet nicht: {} – Abhilfe: DATABASE_URL prüfen.",
}


def main() -> None:
    """Check, prepare, serve."""
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, signal.default_int_handler)
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    port = wanted_port()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "allianz_portal.settings")
    os.environ.setdefault("DJANGO_HTTPS", "0")
    os.environ.setdefault("PORTAL_ORIGIN", f"http://127.0.0.1:{port}")
    require_free(port)
    with alone_in(ROOT, when_waiting=partial(say, WAITING)):
        prepare()
    require_free(port)  # another call may have taken it meanwhile
    serve(port)


def wanted_port() -> int:
    """Return the port from PORT, 8000 by default."""
    value = os.environ.get("PORT") or "8000"
    if not re.fullmatch("[0-9]{1,5}", value) or not 0 < int(value) < 65536:
        fail(f"PORT muss eine Zahl von 1 bis 65535 sein, nicht „{value}“.")
    return int(value)


def require_free(port: int) -> None:
    """End with one line if somebody else listens on the port, or if only root may."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except PermissionError:
            fail(f"Port {port} darf nur root benutzen. Abhilfe: PORT=8001 make run")
        except OSError:
            fail(f"Port {port} ist schon belegt. Abhilfe: PORT={port + 1} make run")


def prepare() -> None:
    """Run `manage.py prepare` in this process and turn any trouble into one line."""
    say("Das Portal wird vorbereitet …")
    logging.disable()  # what goes wrong is told below, in one line
    try:
        import django
        from django.core.management import call_command

        django.setup()
        call_command("prepare")
    except Exception as error:  # noqa: BLE001 - the user gets one line whatever it was
        fail(explain(error))


def explain(error: Exception) -> str:
    """Return what went wrong and what to do, in one German line; keep the traceback in a file."""
    message = " ".join(str(error).split())[:300]
    for sign, sentence in TROUBLES.items():
        if sign in f"{type(error).__name__}: {message}":
            return sentence.format(message)
    return f"{type(error).__name__}: {message} – Ausführlich in {keep_traceback(error)}"


def keep_traceback(error: Exception) -> Path:
    """Write the traceback to a file and return its path."""
    file = ROOT / "var" / "start.log"
    try:
        file.parent.mkdir(exist_ok=True)
        file.write_text("".join(traceback.format_exception(error)))
    except OSError:
        return Path("(nirgends: var/ ist nicht beschreibbar)")
    return file


def serve(port: int) -> None:
    """Run the application server until Ctrl-C; show the addresses once it answers."""
    options = ["--config", "deploy/gunicorn.conf.py", "--bind", f"127.0.0.1:{port}"]
    command = [sys.executable, "-m", "gunicorn", *options, "--workers", "2"]
    say("Der Server startet …")
    server = subprocess.Popen(command, start_new_session=True)
    timetable = subprocess.Popen(TIMETABLE, start_new_session=True)
    try:
        wait_for_answer(server, port)
        welcome(port)
        server.wait()
        fail("Der Server hat sich beendet; der Grund steht darüber.")
    except KeyboardInterrupt:
        say("\nDas Portal hält an …")
    finally:
        timetable.terminate()
        server.terminate()
        server.wait()
    say("Angehalten. Alles ist gespeichert; „make run“ startet wieder.")


def wait_for_answer(server: subprocess.Popen, port: int) -> None:
    """Return as soon as the home page answers below 500."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        status = answer(port)
        if status and status < 500:
            return
        if status:
            fail(f"Die Startseite antwortet mit dem Fehler {status}; der Grund steht darüber.")
        time.sleep(0.2)
    fail(f"Der Server antwortet nicht auf 127.0.0.1:{port}; der Grund steht darüber.")


def answer(port: int) -> int | None:
    """Return the home page's status, or None while nobody listens."""
    connection = HTTPConnection("127.0.0.1", port, timeout=START_SECONDS)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status
    except (OSError, HTTPException):
        return None
    finally:
        connection.close()


def welcome(port: int) -> None:
    """Show the addresses and, at the first start, the first password."""
    from allianz_portal.first_login import FIRST_NAME, create_first_login

    password = create_first_login()
    say(f"\n  Das Portal läuft:      http://127.0.0.1:{port}/")
    say(f"  Für die Redaktion:     http://127.0.0.1:{port}/admin/")
    if password:
        say(f"  Benutzername:          {FIRST_NAME}")
        say(f"  Passwort:              {password}")
        say("  Das Passwort erscheint nur dieses eine Mal. Bitte notieren.")
    else:
        say("  Was die Redaktion geändert hat, ist unverändert erhalten.")
        say("  Das Passwort wurde beim ersten Start gezeigt. Ein neues setzen:")
        say(f"  .venv/bin/python manage.py changepassword {FIRST_NAME}")
    say("  Anhalten mit Strg+C.\n")


def say(text: str) -> None:
    """Tell the user what happens now."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def fail(text: str) -> None:
    """End with one line."""
    sys.exit(f"Fehler: {text}")


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        fail("Abgebrochen. Der nächste Aufruf macht hier weiter.")
