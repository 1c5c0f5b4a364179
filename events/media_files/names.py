"""File names that still speak in a downloads folder: `2026-11-12_jahrestreffen_720p.mp4`."""

from django.urls import reverse
from django.utils.translation import get_language_info

from events.choices import MediaRole
from media_library.file_types import KNOWN_BY_START
from publishing.dates import Precision, for_machines

KINDS = {kind.mime: kind for kind in KNOWN_BY_START}
FORMATS = {"video/mp4": "MP4", "video/webm": "WebM", "audio/mp4": "M4A", "audio/mpeg": "MP3"}
WORDS = {
    MediaRole.AUDIO: "ton",
    MediaRole.SIGN_LANGUAGE: "gebaerdensprache",
    MediaRole.AUDIO_DESCRIPTION: "audiodeskription",
}


def readable_name(row) -> str:
    """Return the name under which a file of a recording is downloaded."""
    height = f"{row.height}p" if row.height else ""
    word = WORDS.get(row.role, "" if height else "video")
    language = "" if row.language == "de" else row.language
    return name_of(row.recording, word, height, language) + KINDS[row.mime].suffixes[0]


def name_of(recording, *words: str) -> str:
    """Return the beginning of a file name that says the day, what it is of and these words."""
    return "_".join(filter(None, [day_of(recording.meeting), "jahrestreffen", *words]))


def day_of(meeting) -> str:
    """Return the day of a meeting for a file name, as far as it is known; a sample has none."""
    if meeting.is_sample:
        return "beispiel"
    precision = Precision.DAY if meeting.precision == Precision.TIME else meeting.precision
    return for_machines(meeting.starts_at, precision)


def address(row) -> str:
    """Return the path under which a file of a recording is played and downloaded."""
    return reverse("events:recording_file", args=[row.pk, readable_name(row)])


def language_name(code: str) -> str:
    """Return what a language is called in German, the code where nobody knows."""
    try:
        return get_language_info(code)["name_translated"]
    except KeyError:
        return code
