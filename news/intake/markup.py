"""The text as editors see and change it on „Text übernehmen“: with signs that explain themselves.

`## Zwischenüberschrift`, `- Punkt`, `1. Punkt`, `> Zitat` with a line `> – Name, Funktion`,
`**fett**`, `_kursiv_`, `[Wort](https://…)`. A backslash before a sign makes it text.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from news.intake.hypertext import LINK
from news.intake.passages import Kind, Passage, Run, Span, tidy

SIGN = re.compile(
    r"(?:(?P<heading>#{2,4})|(?P<item>-)|(?P<number>\d{1,3}\.))(?:\s+|$)|(?P<quote>>)\s*"
)
SPEAKER = re.compile(r"[–-]\s+")
INLINE = re.compile(
    r"\*\*(?P<strong>[^*\s][^*\n]*)\*\*|(?<!\w)_(?P<em>[^_\s][^_\n]*)_(?!\w)"
    r"|\[(?P<label>[^\[\]\n]{1,300})\]\((?P<href>[^()\s]{1,500})\)"
)


def write(passages: list[Passage]) -> str:
    """Return passages as text with signs."""
    parts = []
    for before, passage in pairwise([None, *passages]):
        is_list = before and before.kind == passage.kind in {Kind.ITEM, Kind.NUMBERED}
        parts += ["\n" if is_list else "\n\n", written(passage)]
    return "".join(parts[1:])


def written(passage: Passage) -> str:
    text = "".join(written_run(run) for run in passage.runs())
    if passage.kind == Kind.HEADING:
        return f"{'#' * min(max(passage.level, 2), 4)} {text}"
    if passage.kind == Kind.QUOTE:
        speaker = ", ".join(part for part in (passage.speaker, passage.role) if part)
        return f"> {text}\n> – {speaker}"
    signs = {Kind.ITEM: "- ", Kind.NUMBERED: "1. "}
    if passage.kind in signs:
        return signs[passage.kind] + text
    return f"\\{text}" if SIGN.match(text) else text


def written_run(run: Run) -> str:
    """Return a part of a passage with its signs; spaces at its ends stay outside of them."""
    text = run.text.strip()
    if not text:
        return run.text
    if run.is_em:
        text = f"_{text}_"
    if run.is_strong:
        text = f"**{text}**"
    if run.href:
        text = f"[{text}]({run.href})"
    return run.text.replace(run.text.strip(), text, 1)


def read(source: str) -> list[Passage]:
    """Return text with signs as passages."""
    passages = []
    for block in blocks(source):
        passages += quote(block) if block[0].startswith(">") else lines(block)
    return [passage for passage in passages if passage.text]


def blocks(source: str) -> Iterator[list[str]]:
    """Yield the lines between empty lines."""
    for block in re.split(r"\n\s*\n", source.replace("\r\n", "\n").replace("\r", "\n")):
        found = [line.strip() for line in block.split("\n") if line.strip()]
        if found:
            yield found


def quote(block: list[str]) -> Iterator[Passage]:
    """Yield the quotation of a block; its last line may name who said it."""
    rows = [line.removeprefix(">").strip() for line in block]
    named = SPEAKER.match(rows[-1]) if len(rows) > 1 else None
    speaker, _, role = rows.pop()[named.end() :].partition(",") if named else ("", "", "")
    text = tidy(" ".join(rows))
    yield Passage(text, Kind.QUOTE, speaker=tidy(speaker), role=tidy(role))


def lines(block: list[str]) -> list[Passage]:
    """Return the passages of a block; a line without a sign goes on with the line before."""
    found: list[tuple[Kind, int, str]] = []
    for line in block:
        sign = SIGN.match(line)
        if sign:
            found.append((*kind_of(sign), line[sign.end() :]))
        elif found:
            kind, level, text = found[-1]
            found[-1] = (kind, level, f"{text} {line}")
        else:
            found.append((Kind.TEXT, 2, line.removeprefix("\\")))
    return [with_spans(tidy(text), kind, level) for kind, level, text in found]


def kind_of(sign: re.Match) -> tuple[Kind, int]:
    if sign["heading"]:
        return Kind.HEADING, len(sign["heading"])
    if sign["quote"]:
        return Kind.QUOTE, 2
    return (Kind.ITEM if sign["item"] else Kind.NUMBERED), 2


def with_spans(source: str, kind: Kind, level: int) -> Passage:
    """Return a passage whose signs for emphasis and links have become spans."""
    text, spans, end = "", [], 0
    for match in INLINE.finditer(source):
        tag = match.lastgroup if match.lastgroup != "href" else "a"
        if tag == "a" and not LINK.fullmatch(match["href"]):
            continue
        text += source[end : match.start()]
        inner = with_spans(match["label"] or match[match.lastgroup], kind, level)
        spans += [
            Span(one.start + len(text), one.end + len(text), one.tag, one.href)
            for one in inner.spans
        ]
        spans.append(Span(len(text), len(text) + len(inner.text), tag, match["href"] or ""))
        text, end = text + inner.text, match.end()
    return Passage(text + source[end:], kind, tuple(spans), level)
