from django.core.management.base import BaseCommand

from news.intake.waiting import forget_old


class Command(BaseCommand):
    help = "Delete pictures of Word files that nobody took over within a day; run it every day."

    def handle(self, *args, **options):
        self.stdout.write(f"{forget_old()} wartende(s) Bild(er) gelöscht.")
