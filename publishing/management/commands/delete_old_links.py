from django.core.management.base import BaseCommand

from publishing.preview_links import delete_old


class Command(BaseCommand):
    help = "Delete preview links, with their addresses, 90 days after they ended; run it every day."

    def handle(self, *args, **options):
        self.stdout.write(f"{delete_old()} Vorschau-Link(s) gelöscht.")
