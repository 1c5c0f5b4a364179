"""Load the first content; safe to run again at any time."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from allianz_portal.content_loading.loading import FOLDER, load_content
from allianz_portal.content_loading.records import FirstContentError


class Command(BaseCommand):
    help = "Lädt den ersten Inhalt. Was schon geladen war, bleibt unberührt."

    def add_arguments(self, parser):
        parser.add_argument("--folder", type=Path, default=FOLDER, help="Ordner der YAML-Dateien")

    def handle(self, *args, folder, verbosity, **options):
        try:
            report = load_content(folder)
        except FirstContentError as error:
            raise CommandError(f"Nichts geladen. {error}") from error
        if verbosity:
            self.stdout.write("\n".join(report.lines(with_names=verbosity > 1)))
