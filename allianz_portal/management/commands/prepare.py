import hashlib
import sys
import time
from io import StringIO
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

STATIC_STAMP = Path(settings.STATIC_ROOT) / "collected.stamp"


class Command(BaseCommand):
    """Bring database, first content, pictures and static files up to date.

    Called by `make run` and after every update; what is up to date costs nothing,
    and what editors changed stays as it is.
    """

    help = "Bringt Datenbank, erste Inhalte, Bilder und Gestaltung auf den Stand dieser Fassung."

    def handle(self, *args, **options):
        make_database_file()
        self.migrate()
        call_command("load_content", stdout=self.stdout)
        call_command("make_renditions", stdout=self.stdout)
        self.collect_static()

    def migrate(self):
        """Apply what is missing in the database, with a counter."""
        executor = MigrationExecutor(connection)
        total = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
        if not total:
            self.stdout.write("• Datenbank: unverändert")
            return
        self.stdout.write(f"• Datenbank: {total} Schritte …")
        started = time.monotonic()
        call_command("migrate", interactive=False, stdout=StepCounter(total))
        self.stdout.write(f"  fertig nach {time.monotonic() - started:.1f} s")

    def collect_static(self):
        """Collect style sheets, scripts and fonts, unless they are the ones of last time."""
        fingerprint = static_fingerprint()
        if STATIC_STAMP.exists() and STATIC_STAMP.read_text() == fingerprint:
            self.stdout.write("• Gestaltung: unverändert")
            return
        self.stdout.write("• Gestaltung wird zusammengestellt …")
        started = time.monotonic()
        call_command("collectstatic", interactive=False, verbosity=0)
        STATIC_STAMP.write_text(fingerprint)
        self.stdout.write(f"  fertig nach {time.monotonic() - started:.1f} s")


def make_database_file() -> None:
    """Make the SQLite file for its owner alone: it holds password hashes and readers' messages."""
    if connection.vendor != "sqlite" or connection.is_in_memory_db():
        return
    file = Path(connection.settings_dict["NAME"])
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch(mode=0o600)


class StepCounter(StringIO):
    """Stands in for migrate's output and counts the steps on a terminal."""

    def __init__(self, total: int):
        super().__init__()
        self.total = total
        self.done = 0

    def write(self, text: str) -> int:
        self.done += text.count("OK")
        if "OK" in text and sys.stdout.isatty():
            end = "\r" if self.done < self.total else "\r\033[K"
            sys.stdout.write(f"  {self.done}/{self.total}{end}")
            sys.stdout.flush()
        return len(text)


def static_fingerprint() -> str:
    """Return a hash of our own static files and of the packages that bring the others."""
    parts = [str(settings.STATIC_ROOT), (settings.BASE_DIR / "requirements.txt").read_text()]
    for file in sorted((settings.BASE_DIR / "static").rglob("*")):
        state = file.stat()
        parts.append(f"{file} {state.st_size} {state.st_mtime_ns}")
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
