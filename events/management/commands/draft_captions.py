"""Draft captions of a recording by a machine."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from events.captions.drafting import NoDraft, audible_file, draft
from events.captions.storing import store
from events.choices import TrackKind, TrackOrigin
from events.management.telling import tenths
from events.models import Recording
from publishing.facts import log_event


class Command(BaseCommand):
    help = (
        "Entwirft Untertitel einer Aufzeichnung mit faster-whisper. Sie heißen überall "
        "„automatisch erzeugt“, bis jemand sie gegen den Ton gelesen hat."
    )

    def add_arguments(self, parser):
        parser.add_argument("slug", help="Adresse des Treffens: das Ende von /jahrestreffen/…/")
        parser.add_argument("--model", default="small", help="Name oder Ordner eines Modells")
        parser.add_argument("--language", default="de", help="gesprochene Sprache, zwei Buchstaben")
        parser.add_argument(
            "--replace", action="store_true", help="ersetzt auch Untertitel von Menschenhand"
        )

    def handle(self, *args, slug, model, language, replace, **options):
        recording = Recording.objects.filter(meeting__contents__slug=slug).first()
        if recording is None:
            raise CommandError(f"Unter /jahrestreffen/{slug}/ gibt es keine Aufzeichnung.")
        key = {"kind": TrackKind.CAPTIONS, "language": language}
        made = recording.tracks.filter(**key).exclude(origin=TrackOrigin.AUTOMATIC)
        if made.exists() and not replace:
            raise CommandError(
                "Es gibt schon Untertitel, die Menschen gemacht oder geprüft haben. Mit --replace "
                "werden sie ersetzt."
            )
        try:
            file = Path(audible_file(recording).file.path)
            progress = tenths(self.stdout.write, "gehört")
            said = draft(file, model=model, language=language, on_progress=progress)
        except NoDraft as reason:
            raise CommandError(str(reason)) from None
        facts = {**key, "origin": TrackOrigin.AUTOMATIC, "reviewed_by": "", "reviewed_on": None}
        track = store(recording, said, facts=facts, is_file_time=True)
        words = f"{len(said)} Zeilen, automatisch erzeugt"
        log_event(recording, field=str(track), values=("", words), user=None)
        self.stdout.write(f"{words}. Jetzt prüfen: Aufzeichnung → „Zeilen verbessern“.")
