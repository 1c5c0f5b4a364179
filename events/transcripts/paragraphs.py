"""Captions as paragraphs by speaker and chapter (E23), with results at their place (E42)."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from events import moments
from events.captions.showing import Line, lines
from events.chapters import Chapter, current
from events.choices import ReleaseScope
from events.consents.guard import TAKEN_BACK
from events.models import Participation, RecordingRelease, TextTrack
from partners.models import Person

COMFORTABLE, LONGEST = 500, 1000  # characters: a new paragraph at the end of a sentence, anywhere
SENTENCE_ENDS = (".", "!", "?", "…", ".“", "!“", "?“")


@dataclass(frozen=True)
class Speaker:
    """Who speaks, with the function of that day (E7); without a person only the name is known."""

    name: str = ""
    job: str = ""
    person: Person | None = None


@dataclass(frozen=True)
class Paragraph:
    """What somebody says without a break. `is_first` where the speaker has just begun."""

    lines: tuple[Line, ...]
    speaker: Speaker
    is_first: bool

    @property
    def anchor(self) -> str:
        """Its id on the page, which no cut changes."""
        return f"t{self.lines[0].start}"

    @property
    def at(self) -> str:
        """Where it starts in the film, for people."""
        return moments.in_words(self.lines[0].first)

    @property
    def query(self) -> str:
        """What a link to it says."""
        return f"?t={moments.for_link(self.lines[0].start)}"

    @property
    def second(self) -> str:
        """Where it starts in the film, for scripts."""
        return moments.for_link(self.lines[0].first)

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True)
class Section:
    """What is said in a chapter; `chapter` is None before the first one and without any."""

    chapter: Chapter | None
    paragraphs: list[Paragraph]

    @property
    def outcome(self) -> str:
        """What the programme item came to."""
        return self.chapter.item.outcome if self.chapter and self.chapter.item else ""


def transcript(track: TextTrack, chapters: list[Chapter]) -> list[Section]:
    """Return what was said, chapter by chapter, by who agreed to be written down. Three queries."""
    meeting = track.recording.meeting_id
    jobs, silent = Jobs(meeting), silent_people(meeting)
    found = [line for line in lines(track) if line.cue.person_id not in silent]
    by_chapter = {
        chapter: list(group)
        for chapter, group in groupby(found, lambda line: current(chapters, line.first))
    }
    sections = [
        Section(chapter, list(paragraphs(by_chapter.get(chapter, []), chapter, jobs)))
        for chapter in (None, *chapters)
    ]
    return [one for one in sections if one.paragraphs or one.outcome]


def silent_people(meeting_id: int) -> set[int]:
    """Return who does not want to stand in a meeting's transcript (E39)."""
    refused = RecordingRelease.objects.filter(
        participation__item__meeting=meeting_id,
        scope=ReleaseScope.TRANSCRIPT,
        state__in=TAKEN_BACK,
    )
    return set(refused.values_list("participation__person", flat=True))


def paragraphs(found: list[Line], chapter: Chapter | None, jobs: "Jobs") -> Iterator[Paragraph]:
    """Yield the paragraphs of a chapter."""
    item = chapter.item.pk if chapter and chapter.item else None
    for _, said in groupby(found, lambda line: (line.cue.person_id, line.cue.name)):
        for number, group in enumerate(portions(said)):
            speaker = jobs.speaker(group[0].cue, item)
            yield Paragraph(tuple(group), speaker, is_first=number == 0)


def portions(said) -> Iterator[list[Line]]:
    """Yield what one person says in portions that are good to read."""
    portion, length = [], 0
    for line in said:
        is_full = length >= COMFORTABLE and portion[-1].cue.text.endswith(SENTENCE_ENDS)
        if is_full or length >= LONGEST:
            yield portion
            portion, length = [], 0
        portion.append(line)
        length += len(line.cue.text)
    yield portion


class Jobs:
    """Who took part in a meeting as what; asked for once."""

    def __init__(self, meeting_id: int):
        rows = Participation.objects.filter(item__meeting=meeting_id)
        self.by_item, self.by_person = {}, {}
        for row in rows.order_by("item__position", "item_id", "position", "pk"):
            self.by_item.setdefault((row.item_id, row.person_id), row)
            self.by_person.setdefault(row.person_id, row)

    def speaker(self, cue, item_id: int | None) -> Speaker:
        """Return who says a line: with the function in this item, else in the first one."""
        person = cue.person
        if person is None:
            return Speaker(cue.speaker)
        part = self.by_item.get((item_id, person.pk)) or self.by_person.get(person.pk)
        job = ", ".join(filter(None, [part.job_title, part.organisation])) if part else ""
        return Speaker(person.name, job, person)
