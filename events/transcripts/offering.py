"""Captions and transcript on a recording's page: tracks of the player, files to take along."""

from dataclasses import dataclass

from django.template.defaultfilters import filesizeformat

from events.captions.quality import quality
from events.captions.writing import vtt_address, vtt_name
from events.choices import TrackKind
from events.media_files.names import language_name
from events.media_files.versions import Download
from events.models import TextTrack
from events.transcripts.texts import text_address, text_name


@dataclass(frozen=True)
class Offer:
    """One `<track>` of the player; the label stands in the player's menu."""

    url: str
    kind: str
    language: str
    label: str


def offers(tracks: list[TextTrack]) -> list[Offer]:
    """Return what the player offers to switch on."""
    return [Offer(vtt_address(track), track.kind, track.language, label(track)) for track in tracks]


def label(track: TextTrack) -> str:
    """Return language and quality of a track: „Deutsch (automatisch erzeugt)“."""
    return f"{language_name(track.language)} ({quality(track)})"


def text_downloads(tracks: list[TextTrack]) -> list[Download]:
    """Return captions and transcripts as files, each with format, size, language and quality."""
    found = []
    for track in tracks:
        kind = track.get_kind_display()
        found.append(
            Download(vtt_address(track), vtt_name(track), kind, about(track, "WebVTT", "vtt_size"))
        )
        if track.kind == TrackKind.CAPTIONS:
            address, name = text_address(track), text_name(track)
            found.append(Download(address, name, "Mitschrift", about(track, "Text", "text_size")))
    return found


def about(track: TextTrack, file_format: str, size: str) -> str:
    """Return what is to be known before the click."""
    length = filesizeformat(getattr(track, size))
    return f"{file_format}, {length}, {language_name(track.language)}, {quality(track)}"
