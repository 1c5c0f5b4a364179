from django.core.management.base import BaseCommand

from allianz_portal.first_login import FIRST_NAME, create_first_login


class Command(BaseCommand):
    """Make the first administrator; the password is shown once and stored nowhere."""

    help = "Legt die erste Anmeldung an, wenn es noch keine gibt, und zeigt das Passwort einmal."

    def handle(self, *args, **options):
        password = create_first_login()
        if password is None:
            self.stdout.write(
                "Es gibt schon eine Anmeldung mit allen Rechten. "
                "Neues Passwort: manage.py changepassword <Benutzername>"
            )
            return
        self.stdout.write(f"Benutzername: {FIRST_NAME}\nPasswort:     {password}")
