"""Take recordings off line whose time is over."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from events.retention import withdraw_due


class Command(BaseCommand):
    help = (
        "Zieht Aufzeichnungen zurück, deren Aufbewahrungsfrist um ist oder deren geprüfte "
        "Untertitel 14 Tage nach dem Livestream fehlen. Die Seiten bleiben."
    )

    def handle(self, *args, **options):
        for recording, reason in withdraw_due(timezone.localdate()):
            self.stdout.write(f"Zurückgezogen: {recording.meeting} ({reason})")
