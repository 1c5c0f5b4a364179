"""Text as it comes out of the clipboard: lines, with or without empty ones between paragraphs."""

import re

from news.intake.passages import Document, Kind, Passage, tidy

BULLET = re.compile(r"\s*[•●▪◦·*–-]\s+")
TAGS_LINE = re.compile(r"\s*#\w")
SHORT = 45  # characters; shorter lines were ended by somebody, not by a mail program


def read_pasted(source: str) -> Document:
    """Return the passages of plain text."""
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    is_spaced = any(not line.strip() for line in tidied_ends(lines))
    passages: list[Passage] = []
    joins = False  # whether the next line goes on with the last passage
    for line in lines:
        text = tidy(line)
        if not text:
            joins = False
            continue
        kind, text = kind_of(line, text)
        if joins and kind == Kind.TEXT and not TAGS_LINE.match(line):
            passages[-1] = Passage(f"{passages[-1].text} {text}", passages[-1].kind)
        else:
            passages.append(Passage(text, kind))
        joins = is_spaced and len(text) >= SHORT and not TAGS_LINE.match(line)
    return Document(passages)


def tidied_ends(lines: list[str]) -> list[str]:
    """Return the lines without empty ones at the beginning and the end."""
    filled = [number for number, line in enumerate(lines) if line.strip()]
    return lines[filled[0] : filled[-1] + 1] if filled else []


def kind_of(line: str, text: str) -> tuple[Kind, str]:
    """Return whether a line is an item of a list, and its text without the bullet."""
    bullet = BULLET.match(line)
    return (Kind.ITEM, tidy(line[bullet.end() :])) if bullet else (Kind.TEXT, text)
