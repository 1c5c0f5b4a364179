"""Take the sample meeting out again, with everything that belongs to it."""

from django.core.management.base import BaseCommand

from allianz_portal.content_loading.removing import remove_samples


class Command(BaseCommand):
    help = (
        "Entfernt das Beispieltreffen mit Aufzeichnung, Untertiteln, Folien und Bild. Es kommt "
        "nicht wieder, auch nicht nach einer Aktualisierung."
    )

    def handle(self, *args, **options):
        names = remove_samples()
        self.stdout.write(f"Entfernt: {', '.join(names)}" if names else "Kein Beispiel mehr da.")
