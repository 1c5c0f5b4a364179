"""Read what is still missing about the files of recordings."""

from django.core.management.base import BaseCommand
from django.db.models import Q

from events.media_files.contents import NO_FFPROBE
from events.media_files.registering import measured, summed
from events.models import MediaFile
from media_library.file_types import Refusal


class Command(BaseCommand):
    help = "Liest Länge, Bildgröße und Prüfsumme nach, wo sie noch fehlen."

    def handle(self, *args, **options):
        rows = MediaFile.objects.filter(Q(duration=0) | Q(sha256="")).select_related("recording")
        for row in rows.order_by("pk"):
            self.complete(row)

    def complete(self, row: MediaFile) -> None:
        """Read what one file lacks and say what is known now."""
        try:
            row = row if row.duration else measured(row)
            row = row if row.sha256 else summed(row)
        except (Refusal, OSError) as trouble:
            self.stderr.write(f"{row.file.name}: {trouble}")
            return
        self.stdout.write(f"{row.file.name}: {row.duration / 1000:g} s, SHA-256 {row.sha256}")
        if not row.duration:
            self.stderr.write(NO_FFPROBE)
