"""Caption files as players and readers get them: WebVTT in the time of the film (E21, E26)."""

import html

from django.urls import reverse

from events.captions.parsing import at
from events.captions.quality import quality
from events.captions.showing import Line, lines
from events.choices import TrackKind
from events.media_files.names import name_of
from events.models import TextTrack

WORDS = {TrackKind.CAPTIONS: "untertitel", TrackKind.DESCRIPTIONS: "beschreibungen"}


def vtt(track: TextTrack) -> str:
    """Return a track as WebVTT; a note says where it belongs and how good it is."""
    meeting = track.recording.meeting
    of = meeting.when if meeting.is_sample else f"zum Jahrestreffen {meeting.when}"
    note = inert(f"NOTE {track.get_kind_display()} {of}: {quality(track)}")
    cues = [f"{at(line.first)} --> {at(line.last)}\n{voiced(line)}" for line in lines(track)]
    return "\n\n".join(["WEBVTT", note, *cues]) + "\n"


def voiced(line: Line) -> str:
    """Return what is said with who says it; nothing in it is markup."""
    text = "\n".join(inert(row) for row in line.cue.text.splitlines() if row.strip())
    name = inert(line.cue.name)
    return f"<v {name}>{text}" if name else text


def inert(text: str) -> str:
    """Return text as one line that no player reads as markup or as a time."""
    return html.escape(" ".join(text.split()), quote=False)


def vtt_name(track: TextTrack) -> str:
    """Return the name under which a track is downloaded."""
    language = "" if track.language == "de" else track.language
    return name_of(track.recording, WORDS[track.kind], language) + ".vtt"


def vtt_address(track: TextTrack) -> str:
    """Return the path of a track for players; replaced captions lie under the same."""
    return reverse("events:captions", args=[track.pk, vtt_name(track)])
