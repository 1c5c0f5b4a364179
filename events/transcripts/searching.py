"""Looking for words in one transcript (E24): which paragraphs have all of them, how often."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from events.chapters import Chapter
from events.moments import for_link
from events.transcripts.paragraphs import Paragraph, Section
from events.transcripts.words import Wanted

Pieces = list[tuple[str, str]]  # text, and the word looked for that it is


@dataclass(frozen=True)
class Shown:
    """A paragraph as the page shows it: `number` counts those with hits, 0 for one without."""

    paragraph: Paragraph
    lines: list[tuple[str, Pieces]]  # source second, text
    number: int = 0

    @property
    def hits(self) -> int:
        return sum(bool(word) for _, pieces in self.lines for _, word in pieces)


@dataclass(frozen=True)
class ShownSection:
    """A chapter as the page shows it."""

    chapter: Chapter | None
    outcome: str
    paragraphs: list[Shown]


@dataclass(frozen=True)
class Found:
    """A whole transcript with what was looked for: `hits` words in `places` paragraphs."""

    sections: list[ShownSection]
    hits: int
    places: int


def found_in(sections: list[Section], wanted: Wanted) -> Found:
    """Return the transcript with its hits; every word looked for must be in the paragraph."""
    shown, hits, places = [], 0, 0
    for section in sections:
        paragraphs = []
        for one in map_shown(section.paragraphs, wanted):
            hits += one.hits
            places += bool(one.hits)
            paragraphs.append(replace(one, number=places) if one.hits else one)
        shown.append(ShownSection(section.chapter, section.outcome, paragraphs))
    return Found(shown, hits, places)


def map_shown(paragraphs: list[Paragraph], wanted: Wanted) -> Iterator[Shown]:
    """Yield each paragraph, with its hits if it has them all."""
    for paragraph in paragraphs:
        lines = [(second(line), wanted.pieces(line.text)) for line in paragraph.lines]
        words = {word for _, pieces in lines for _, word in pieces if word}
        if words != set(wanted.words):
            lines = [(second(line), [(line.text, "")]) for line in paragraph.lines]
        yield Shown(paragraph, lines)


def second(line) -> str:
    """Return where a line is in the source, as links say it."""
    return for_link(line.start)
