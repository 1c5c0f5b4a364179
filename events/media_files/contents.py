"""What a file of a recording is, read from the file itself and never from its name."""

import hashlib
import json
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from events.choices import MediaRole
from media_library.file_types import (
    HEAD_LENGTH,
    M4A,
    MP3,
    MP4,
    WEBM,
    FileType,
    Refusal,
    advice_for,
    known_by_start,
)

FILMS, SOUNDS = (MP4, WEBM), (M4A, MP3)
PROBE_SECONDS = 60
BLOCK = 4 * 1024 * 1024  # bytes read at a time
NO_FFPROBE = (
    "Länge und Bildgröße fehlen: ffprobe ist nicht installiert. Abhilfe: auf dem Server "
    "„apt install ffmpeg“, danach „manage.py read_recordings“."
)

# Told how many bytes are done, of how many.
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Measures:
    """What ffprobe reads: length in milliseconds, size of the picture where there is one."""

    duration: int = 0
    width: int | None = None
    height: int | None = None


def silent(done: int, total: int) -> None:
    """Nobody is told."""


def checked_kind(path: Path, role: str) -> FileType:
    """Return the type of a file's content; refuse what is no film, or no sound for `audio`."""
    with path.open("rb") as file:
        head = file.read(HEAD_LENGTH)
    if not head:
        raise Refusal("ist leer. Laden Sie die Datei noch einmal hoch.")
    kind = known_by_start(head)
    if kind not in (*FILMS, *SOUNDS):
        raise Refusal(advice_for(head) or "ist weder Film noch Tonaufnahme (MP4, WebM, M4A, MP3).")
    if role == MediaRole.AUDIO and kind not in SOUNDS:
        raise Refusal("ist ein Film. Für „nur Ton“ gehen M4A und MP3.")
    if role != MediaRole.AUDIO and kind not in FILMS:
        raise Refusal("ist eine Tonaufnahme. Wählen Sie als Fassung „nur Ton“.")
    return kind


def measures(path: Path) -> Measures | None:
    """Return what ffprobe reads in a file, None where it is not installed."""
    ffprobe = shutil.which("ffprobe")
    if ffprobe is None:
        return None
    wanted = "format=duration:stream=width,height"
    command = [ffprobe, "-v", "error", "-show_entries", wanted, "-of", "json", str(path.absolute())]
    try:
        result = subprocess.run(command, capture_output=True, timeout=PROBE_SECONDS, check=True)  # noqa: S603 - our own words and an absolute path
        return measures_in(json.loads(result.stdout))
    except (subprocess.SubprocessError, ValueError, KeyError):
        raise Refusal("ist beschädigt. Speichern Sie die Datei neu.") from None


def measures_in(answer: dict) -> Measures:
    """Return what ffprobe's JSON says; the largest picture counts, not a cover."""
    pictures = [stream for stream in answer.get("streams", []) if stream.get("height")]
    largest = max(pictures, key=lambda stream: stream["height"], default={})
    return Measures(
        duration=round(float(answer["format"]["duration"]) * 1000),
        width=largest.get("width"),
        height=largest.get("height"),
    )


def digest(path: Path, on_progress: Progress = silent) -> str:
    """Return the SHA-256 of a file, in a time that its size dictates."""
    sha256, done, total = hashlib.sha256(), 0, path.stat().st_size
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            sha256.update(block)
            done += len(block)
            on_progress(done, total)
    return sha256.hexdigest()
