"""Take a film or sound that lies on the server into a meeting's recording."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from events.choices import MediaRole
from events.management.telling import tenths
from events.media_files.registering import has_room, register, remarks, summed
from events.models import Meeting, Recording
from media_library.file_types import Refusal

INBOX = "eingang"


class Command(BaseCommand):
    help = (
        "Nimmt eine Datei in die Aufzeichnung eines Jahrestreffens auf. Ein bloßer Name meint "
        f"eine Datei im Ordner „{INBOX}“ der Aufzeichnungen; von dort wird sie verschoben, von "
        "anderswo kopiert."
    )

    def add_arguments(self, parser):
        parser.add_argument("slug", help="Adresse des Treffens: das Ende von /jahrestreffen/…/")
        parser.add_argument("file", type=Path, help="die Datei")
        roles = ", ".join(f"{value} = {label}" for value, label in MediaRole.choices)
        parser.add_argument("--role", choices=MediaRole.values, default="video", help=roles)
        parser.add_argument("--language", default="de", help="gesprochene Sprache, zwei Buchstaben")

    def handle(self, *args, slug, file, role, language, **options):
        recording = recording_of(slug)
        source = found(file)
        if not has_room(source.stat().st_size):
            raise CommandError("Auf dem Datenträger ist zu wenig Platz für diese Datei.")
        try:
            row = register(
                recording,
                source,
                role=role,
                language=language,
                on_progress=tenths(self.stdout.write, "kopiert"),
            )
        except Refusal as refusal:
            raise CommandError(f"„{file.name}“ {refusal}") from None
        summed(row, tenths(self.stdout.write, "geprüft"))
        self.stdout.write(f"Aufgenommen: {row.file.name} ({row.size} Byte, SHA-256 {row.sha256})")
        for remark in remarks(row):
            self.stderr.write(remark)


def recording_of(slug: str) -> Recording:
    """Return the recording of the meeting at an address, a new one if it has none."""
    meeting = Meeting.objects.filter(contents__slug=slug).distinct().first()
    if meeting is None:
        raise CommandError(f"Unter /jahrestreffen/{slug}/ gibt es kein Treffen.")
    return Recording.objects.get_or_create(meeting=meeting)[0]


def found(file: Path) -> Path:
    """Return where the file lies: as given, else in the inbox."""
    places = [file, Path(settings.RECORDINGS_ROOT) / INBOX / file]
    for place in places:
        if place.is_file():
            return place
    raise CommandError(f"Keine Datei unter {' oder '.join(map(str, places))}.")
