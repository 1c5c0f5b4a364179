"""What a text from elsewhere consists of, whatever format it came in."""

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import groupby, pairwise

INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ud800-\udfff]"
)
TAGS = ("a", "strong", "em")  # from the outside in


class Kind(StrEnum):
    """What a passage is in its document."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    NUMBERED = "numbered"
    QUOTE = "quote"
    CAPTION = "caption"


@dataclass(frozen=True)
class Span:
    """A part of a passage that is strong, em or a link; positions count characters."""

    start: int
    end: int
    tag: str
    href: str = ""


@dataclass(frozen=True)
class Run:
    """A part of a passage that looks the same throughout."""

    text: str
    tags: frozenset[str]
    href: str = ""

    @property
    def is_strong(self) -> bool:
        return "strong" in self.tags

    @property
    def is_em(self) -> bool:
        return "em" in self.tags

    def html(self) -> str:
        """Return the run as HTML; every character of the text is only text."""
        text = html.escape(self.text, quote=False)
        for tag in reversed(TAGS):
            if tag in self.tags:
                attribute = f' href="{html.escape(self.href)}"' if tag == "a" else ""
                text = f"<{tag}{attribute}>{text}</{tag}>"
        return text


@dataclass(frozen=True)
class Passage:
    """One paragraph, heading, list item, caption or quotation. `speaker` is for quotations."""

    text: str
    kind: Kind = Kind.TEXT
    spans: tuple[Span, ...] = ()
    level: int = 2
    speaker: str = ""
    role: str = ""

    def cut(self, start: int, end: int | None = None) -> "Passage":
        """Return a part of the passage without spaces at its ends."""
        end = len(self.text) if end is None else end
        part = self.text[start:end]
        start += len(part) - len(part.lstrip())
        end = start + len(part.strip())
        spans = tuple(
            Span(max(span.start, start) - start, min(span.end, end) - start, span.tag, span.href)
            for span in self.spans
            if span.start < end and span.end > start
        )
        return replace(self, text=self.text[start:end], spans=spans)

    def with_link(self, start: int, end: int, href: str) -> "Passage":
        """Return the passage with a link more, or as it is where a link stands already."""
        if any(one.tag == "a" and one.start < end and one.end > start for one in self.spans):
            return self
        return replace(self, spans=(*self.spans, Span(start, end, "a", href)))

    def runs(self) -> Iterator[Run]:
        """Yield the parts that look the same throughout, in order."""
        ends = {0, len(self.text)} | {p for one in self.spans for p in (one.start, one.end)}
        waiting = sorted(self.spans, key=lambda span: -span.start)
        over: list[Span] = []
        for start, end in pairwise(sorted(ends)):
            over = [span for span in over if span.end > start]
            while waiting and waiting[-1].start <= start:
                over.append(waiting.pop())
            href = next((span.href for span in over if span.tag == "a"), "")
            yield Run(self.text[start:end], frozenset(span.tag for span in over), href)

    def html(self) -> str:
        """Return the content as HTML, without the element around it."""
        return "".join(run.html() for run in self.runs())


@dataclass
class Document:
    """A text as it came in. `title` and `lead` are given where the format has fields for them.

    `spots` says for each picture which passage stands below it, by its number.
    """

    passages: list[Passage]
    title: str = ""
    lead: str = ""
    remarks: list[str] = field(default_factory=list)
    spots: list[int] = field(default_factory=list)
    pictures: list = field(default_factory=list)


def tidy(text: str) -> str:
    """Return text on one line: every kind of space is one space, invisible characters go."""
    text = INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    return " ".join(text.split())


def grouped(passages: list[Passage]) -> Iterator[tuple[str, list[Passage]]]:
    """Yield passages with the element around them; list items that follow each other as one."""
    for kind, group in groupby(passages, lambda passage: passage.kind):
        if kind in {Kind.ITEM, Kind.NUMBERED}:
            yield ("ul" if kind == Kind.ITEM else "ol"), list(group)
        else:
            yield from ((element(passage), [passage]) for passage in group)


def element(passage: Passage) -> str:
    """Return the HTML element of a passage that stands alone."""
    if passage.kind == Kind.HEADING:
        return f"h{min(max(passage.level, 2), 4)}"
    return "blockquote" if passage.kind == Kind.QUOTE else "p"


def as_html(passages: list[Passage]) -> str:
    """Return passages as the HTML of a text block."""
    parts = []
    for name, group in grouped(passages):
        inner = group[0].html()
        if name in {"ul", "ol"}:
            inner = "".join(f"<li>{item.html()}</li>" for item in group)
        parts.append(f"<{name}>{inner}</{name}>")
    return " ".join(parts)
