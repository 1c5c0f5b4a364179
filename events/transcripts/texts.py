"""The transcript as a text file (E26), and how large a track's files are."""

from django.urls import reverse

from events.captions.quality import quality
from events.captions.showing import lines
from events.captions.writing import vtt
from events.chapters import Chapter, chapters
from events.media_files.names import name_of
from events.models import Recording, TextTrack
from events.transcripts.paragraphs import Paragraph, Section, transcript
from events.transcripts.quoting import day
from publishing.metadata import absolute


def text(track: TextTrack) -> str:
    """Return the transcript as plain text, with chapters, speakers and times of the film."""
    return as_text(track, transcript(track, chapters(track.recording)))


def as_text(track: TextTrack, sections: list[Section]) -> str:
    """Return a transcript whose sections are known as plain text."""
    meeting = track.recording.meeting
    head = [
        f"Mitschrift des Jahrestreffens, {day(meeting)}",
        quality(track),
        absolute(meeting.get_short_url()),
    ]
    return "\n\n".join(["\n".join(head), *(part for one in sections for part in parts(one))]) + "\n"


def plain(sections: list[Section]) -> str:
    """Return what was said and nothing else, for machines."""
    return "\n".join(one.text for section in sections for one in section.paragraphs)


def parts(section: Section):
    """Yield what stands between the empty lines of a chapter."""
    if section.chapter:
        yield title(section.chapter)
    yield from map(spoken, section.paragraphs)
    if section.outcome:
        yield f"Ergebnis: {section.outcome}"


def title(chapter: Chapter) -> str:
    """Return the line above a chapter."""
    return f"== {chapter.name} ({chapter.at}) =="


def spoken(paragraph: Paragraph) -> str:
    """Return a paragraph with its time, and with the speaker where he begins."""
    speaker = paragraph.speaker
    name = ", ".join(filter(None, [speaker.name, speaker.job])) if paragraph.is_first else ""
    begin = f"[{paragraph.at}] {name}:" if name else f"[{paragraph.at}]"
    return f"{begin} {paragraph.text}"


def text_name(track: TextTrack) -> str:
    """Return the name under which a transcript is downloaded."""
    language = "" if track.language == "de" else track.language
    return name_of(track.recording, "mitschrift", language) + ".txt"


def text_address(track: TextTrack) -> str:
    """Return the path of a transcript as text."""
    return reverse("events:transcript_text", args=[track.pk, text_name(track)])


def measure(recording: Recording) -> None:
    """Note how large the files of a recording's tracks are: pages say so before the click."""
    for track in recording.tracks.all():
        track.recording = recording
        is_there = bool(lines(track))
        track.vtt_size = len(vtt(track).encode()) if is_there else 0
        track.text_size = len(text(track).encode()) if is_there else 0
        track.save(update_fields=["vtt_size", "text_size"])
