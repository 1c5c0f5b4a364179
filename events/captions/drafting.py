"""Draft captions by a machine (faster-whisper), where it is installed: docs/betrieb.md.

It takes as long as the film and all of a processor, so it runs by command and never for a request.
"""

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path

from events.captions.parsing import Said, plain
from events.choices import MediaRole
from events.models import MediaFile, Recording
from events.moments import SECOND

MODULE = "faster_whisper"
NOT_INSTALLED = (
    "faster-whisper ist auf diesem Rechner nicht installiert; ohne geht alles andere. So kommt es "
    "dazu: docs/betrieb.md, „Untertitel entwerfen“."
)
SOURCES = (MediaRole.AUDIO, MediaRole.VIDEO)  # the smaller file is enough to hear


class NoDraft(Exception):  # noqa: N818 - it is an answer to an operator, not a fault
    """Why there is no draft and what to do, in German."""


def audible_file(recording: Recording) -> MediaFile:
    """Return the smallest file to listen to, the sound alone first."""
    files = [row for row in recording.files.all() if row.role in SOURCES and not row.is_withheld]
    if not files:
        raise NoDraft("Diese Aufzeichnung hat keine Datei, die sich anhören ließe.")
    return min(files, key=lambda row: (SOURCES.index(row.role), row.size, row.pk))


def draft(
    file: Path, *, model: str, language: str, on_progress: Callable[[float, float], None]
) -> list[Said]:
    """Return what a model hears in a file, in the time of the file; seconds go to `on_progress`.

    `model` is a name that faster-whisper knows or the folder of a model.
    """
    try:
        whisper = import_module(MODULE)
    except ModuleNotFoundError:
        raise NoDraft(NOT_INSTALLED) from None
    try:
        engine = whisper.WhisperModel(model, device="cpu", compute_type="int8")
        segments, about = engine.transcribe(str(file), language=language, vad_filter=True)
        found = list(in_order(told(segments, about.duration, on_progress)))
    except (OSError, RuntimeError, ValueError) as error:
        raise NoDraft(f"faster-whisper konnte nicht arbeiten: {error}") from error
    if not found:
        raise NoDraft("In dieser Datei ist keine Sprache zu hören.")
    return found


def told(segments: Iterable, duration: float, on_progress) -> Iterator:
    """Yield the segments as they are heard, and say how far the work is."""
    for segment in segments:
        on_progress(min(segment.end, duration), duration)
        yield segment


def in_order(segments: Iterable) -> Iterator[Said]:
    """Yield segments as lines that neither overlap nor run backwards, as models sometimes do."""
    free = 0
    for segment in segments:
        start = max(free, round(segment.start * SECOND))
        end, text = round(segment.end * SECOND), plain(segment.text)
        if text and end > start:
            yield Said(start, end, text)
            free = end
