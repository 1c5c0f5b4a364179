from django.core.management.base import BaseCommand

from publishing.reviews import remind


class Command(BaseCommand):
    """Mail owners what has come due; run it once a day."""

    help = "Erinnert die Zuständigen per Mail an Einträge, deren Prüfdatum gekommen ist."

    def handle(self, *args, **options):
        self.stdout.write(f"Erinnert: {remind()}")
