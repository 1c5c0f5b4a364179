"""From a file on the disk to a file of a recording, and back."""

import shutil
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import transaction

from events.choices import MediaRole
from events.media_files.contents import (
    BLOCK,
    NO_FFPROBE,
    Measures,
    Progress,
    checked_kind,
    digest,
    measures,
    silent,
)
from events.media_files.names import readable_name
from events.models import MediaFile, Recording
from events.moments import in_words
from publishing.response_cache import drop_pages

FOLDER = "aufzeichnungen"
# A checksum takes seconds for each gigabyte; a web request has thirty.
SUMMED_AT_ONCE = 1024**3  # bytes
TOLERANCE = 2000  # milliseconds between what the cuts say and how long the file is
SPARE = 1024**3  # bytes that stay free on the disk


def register(
    recording: Recording,
    source: Path,
    *,
    role: str = MediaRole.VIDEO,
    language: str = "de",
    on_progress: Progress = silent,
) -> MediaFile:
    """Take a file into the storage and describe it; raise `Refusal` for what does not play.

    A file below `RECORDINGS_ROOT` is moved, any other copied. The checksum is for `summed`.
    """
    kind = checked_kind(source, role)
    found = measures(source) or Measures()
    row = MediaFile(
        recording=recording,
        role=role,
        language=language,
        mime=kind.mime,
        size=source.stat().st_size,
        **vars(found),
    )
    storage = row.file.storage
    row.file.name = storage.get_available_name(f"{FOLDER}/{readable_name(row)}")
    with transaction.atomic():
        row.save()
        note_length(row)
        put(source, Path(storage.path(row.file.name)), on_progress)
    drop_pages()
    return row


def note_length(row: MediaFile) -> None:
    """Take the length of an uncut recording from its first film."""
    recording = row.recording
    if row.duration and row.role == MediaRole.VIDEO and not (recording.duration or recording.kept):
        recording.duration = row.duration
        recording.save(update_fields=["duration"])


def put(source: Path, target: Path, on_progress: Progress) -> None:
    """Move a file within the folder of recordings; copy what comes from elsewhere."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.resolve().is_relative_to(Path(settings.RECORDINGS_ROOT).resolve()):
        source.replace(target)
    else:
        copy(source, target, on_progress)
    target.chmod(settings.FILE_UPLOAD_PERMISSIONS)


def copy(source: Path, target: Path, on_progress: Progress) -> None:
    """Copy beside the place, then move: nobody meets half a film."""
    part = target.with_name(f"{target.name}.part")
    done, total = 0, source.stat().st_size
    try:
        with source.open("rb") as reading, part.open("wb") as writing:
            while block := reading.read(BLOCK):
                writing.write(block)
                done += len(block)
                on_progress(done, total)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def summed(row: MediaFile, on_progress: Progress = silent) -> MediaFile:
    """Note the checksum of a file."""
    row.sha256 = digest(Path(row.file.path), on_progress)
    row.save(update_fields=["sha256"])
    return row


def measured(row: MediaFile) -> MediaFile:
    """Note length and size of the picture of a file that came in without ffprobe."""
    found = measures(Path(row.file.path))
    if found:
        row.duration, row.width, row.height = found.duration, found.width, found.height
        row.save(update_fields=["duration", "width", "height"])
        note_length(row)
        drop_pages()
    return row


def remarks(row: MediaFile) -> list[str]:
    """Return what an editor should know about a file that was taken in."""
    expected = row.recording.timeline.length
    if not row.duration:
        return [NO_FFPROBE]
    if expected and abs(expected - row.duration) > TOLERANCE:
        return [
            f"Die Datei ist {in_words(row.duration)} lang; nach den behaltenen Abschnitten müsste "
            f"sie {in_words(expected)} lang sein. Kapitel und Untertitel passen so nicht. "
            "Prüfen Sie Schnitt und Länge der Rohaufnahme."
        ]
    return []


def discard(row: MediaFile) -> None:
    """Forget a file of a recording and delete it from the disk."""
    path = Path(row.file.path)
    row.delete()
    transaction.on_commit(partial(path.unlink, missing_ok=True))
    drop_pages()


def has_room(size: int) -> bool:
    """Tell whether the disk takes a file of that size and keeps some air."""
    root = Path(settings.RECORDINGS_ROOT)
    root.mkdir(parents=True, exist_ok=True)
    return shutil.disk_usage(root).free >= size + SPARE
