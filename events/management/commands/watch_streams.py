import logging
import time

from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections

from events.signal import Watcher

log = logging.getLogger(__name__)
SECONDS = 10  # between two looks: seen twice is live within half a minute


class Command(BaseCommand):
    """Look at broadcasts and their streams; with `--forever`, again every few seconds."""

    help = "Führt nach, was Uhr und eigener Stream über die Livestreams der Treffen sagen."

    def add_arguments(self, parser):
        parser.add_argument("--forever", action="store_true", help="immer wieder nachsehen")

    def handle(self, *args, forever, **options):
        watcher = Watcher()
        if not forever:
            watcher.look()
            return
        while True:
            look(watcher)
            time.sleep(SECONDS)


def look(watcher: Watcher) -> None:
    """Look once; a database that is away is no reason to stop."""
    try:
        watcher.look()
    except DatabaseError:
        log.warning("Broadcasts cannot be read", exc_info=True)
    finally:
        close_old_connections()
