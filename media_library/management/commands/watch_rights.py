from django.core.management.base import BaseCommand
from django.utils import timezone

from media_library.expiry import warn, withdraw


class Command(BaseCommand):
    help = "Warn before rights to pictures end, and remove what may no longer be shown."

    def handle(self, *args, **options):
        today = timezone.localdate()
        self.stdout.write(f"{warn(today)} Warnungen verschickt.")
        self.stdout.write(f"{withdraw()} Bildgrößen abgelaufener Bilder entfernt.")
