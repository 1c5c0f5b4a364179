import logging
import time

from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections

from publishing.mails import deliver
from publishing.schedule import run_due

log = logging.getLogger(__name__)
SECONDS = 15  # between two looks at the timetable; a line is run at the latest after a minute


class Command(BaseCommand):
    """Run what the timetable says is due; with `--forever`, look again every few seconds."""

    help = "Führt aus, was im Zeitplan fällig ist: veröffentlichen und zurückziehen."

    def add_arguments(self, parser):
        parser.add_argument("--forever", action="store_true", help="immer wieder nachsehen")

    def handle(self, *args, forever, **options):
        if not forever:
            self.stdout.write(f"Ausgeführt: {run_due()}")
            deliver()
            return
        while True:
            self.look()
            time.sleep(SECONDS)

    def look(self):
        """Run what is due, send what waits; a database that is away is no reason to stop."""
        try:
            run_due()
            deliver()
        except DatabaseError:
            log.warning("The timetable cannot be read", exc_info=True)
        finally:
            close_old_connections()
