from django.core.management.base import BaseCommand
from django.utils import timezone

from ui.contact import delete_old


class Command(BaseCommand):
    help = "Delete messages of the contact form that are older than 90 days; run it every day."

    def handle(self, *args, **options):
        self.stdout.write(f"{delete_old(timezone.now())} Nachricht(en) gelöscht.")
