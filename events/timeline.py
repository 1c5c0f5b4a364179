"""From source time to file time and back (design.md, rule D). All times are milliseconds.

Source time counts from the start of the raw recording; links, chapters and captions keep it
for ever. The file that is played holds only the kept parts, one after the other.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

Part = tuple[int, int]


class InvalidParts(ValueError):  # noqa: N818 - what an editor typed
    """Parts that overlap, run backwards or lie behind the end; the text says which."""


@dataclass(frozen=True)
class Timeline:
    """The kept parts in their order; without any the whole recording is kept.

    `duration` is the length of the raw recording, 0 while nobody knows it.
    """

    kept: tuple[Part, ...] = ()
    duration: int = 0

    def file_time(self, source: int) -> int:
        """Return where a moment is in the file; a removed one is where the next kept one starts."""
        if not self.kept:
            return source
        return sum(min(max(source - start, 0), end - start) for start, end in self.kept)

    def source_time(self, file: int) -> int:
        """Return which moment of the raw recording a moment of the file is."""
        for start, end in self.kept[:-1]:
            if file < end - start:
                return start + file
            file -= end - start
        return self.kept[-1][0] + file if self.kept else file

    def is_removed(self, source: int) -> bool:
        """Tell whether a moment of the raw recording was cut out."""
        return any(start <= source < end for start, end in self.removed())

    def next_kept(self, source: int) -> int | None:
        """Return the moment itself, or the first kept one after it; None if nothing follows."""
        if not self.kept:
            return source
        return next((max(source, start) for start, end in self.kept if source < end), None)

    def span(self, start: int, end: int) -> Part | None:
        """Return beginning and end of a stretch in the file, None if all of it was removed."""
        first, last = self.file_time(start), self.file_time(end)
        return (first, last) if first < last else None

    def removed(self) -> list[Part]:
        """Return what was cut out, the end only if the length of the raw recording is known."""
        if not self.kept:
            return []
        edges = [(0, 0), *self.kept, (self.duration, self.duration)]
        gaps = [(before[1], after[0]) for before, after in pairwise(edges)]
        return [(start, end) for start, end in gaps if start < end]

    def overlaps(self, start: int, end: int) -> list[Part]:
        """Return what was kept of a stretch, in source time."""
        kept = self.kept or ((0, self.duration or end),)
        parts = [(max(start, first), min(end, last)) for first, last in kept]
        return [(first, last) for first, last in parts if first < last]

    def without(self, start: int, end: int) -> list[Part]:
        """Return the kept parts without a stretch; needs them, or the length of the recording."""
        kept = self.kept or ((0, self.duration),)
        parts = [
            part
            for first, last in kept
            for part in ((first, min(last, start)), (max(first, end), last))
        ]
        return [(first, last) for first, last in parts if first < last]

    @property
    def length(self) -> int:
        """How long the file plays; 0 while nobody knows it."""
        return sum(end - start for start, end in self.kept) if self.kept else self.duration


def checked_parts(parts: Iterable[Part], duration: int) -> list[Part]:
    """Return the parts as they are, or say which is wrong."""
    parts = list(parts)
    for number, (start, end) in enumerate(parts, 1):
        if start >= end:
            raise InvalidParts(f"Abschnitt {number} endet, bevor er beginnt.")
        if number > 1 and start < parts[number - 2][1]:
            raise InvalidParts(f"Abschnitt {number} beginnt, bevor der davor endet.")
        if duration and end > duration:
            raise InvalidParts(f"Abschnitt {number} endet nach dem Ende der Aufnahme.")
    return parts
