from django.core.management.base import BaseCommand
from django.utils import timezone

from allianz_portal.sign_ins import delete_old


class Command(BaseCommand):
    help = "Delete records of sign-ins that are older than 90 days; run it every day."

    def handle(self, *args, **options):
        self.stdout.write(f"{delete_old(timezone.now())} Anmeldung(en) gelöscht.")
