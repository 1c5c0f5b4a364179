from django.core.management.base import BaseCommand

from publishing.outside_links import ask_status, check_outside, report


class Command(BaseCommand):
    """Ask every address that texts link to, and tell owners what fails for days; once a day."""

    help = (
        "Fragt jede verlinkte Adresse, ob sie noch antwortet, und meldet, was drei Tage ausbleibt."
    )

    def handle(self, *args, **options):
        failing = check_outside(ask_status)
        self.stdout.write(f"Ohne Antwort: {failing}, benachrichtigt: {report()}")
