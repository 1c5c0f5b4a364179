"""Which passage is what: headline, subline, dateline, lead, background, captions, topics.

The order of a press release is the rule: headline, subline, lead and text, background, captions,
topics. What comes after the topics, and contacts, is no part of the article; it is shown as left.
"""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from news.intake.dateline import read_dateline
from news.intake.passages import Document, Kind, Passage
from news.intake.refusals import Unreadable
from news.intake.sentences import leading, sentence_ends
from publishing.content import SUMMARY_LENGTH

LONGEST_SUBTITLE = 200
LONGEST_HEADING = 80  # characters of a line that nobody styled as a heading
LETTERHEAD = 6  # passages that may stand before a headline that is styled as one
LABEL = re.compile(
    r"(?:Presse|Medien)(?:mitteilung|information|meldung|info|text)\b.{0,40}", re.IGNORECASE
)
BACKGROUND = re.compile(
    r"(?:Zum )?Hintergrund\b(?: (?:für|zu[mr]?) .{1,80}?)?\s*(?::\s*|$)"
    r"|Über (?:die|das|den|uns)\b[^.!?:]{0,80}$"
)
CAPTION = re.compile(
    r"(?:Bild(?:unterschrift|text|zeile)?|Foto|BU|Abbildung|Abb\.)(?: ?\d{1,2})?\s*[:–]\s*"
)
CONTACT = re.compile(
    r"(?:Presse|Medien)?[Kk]ontakt\b|Ansprechpartner|Ansprechperson|(?:Für )?Rückfragen|"
    r"(?:Weitere|Mehr) Informationen und Rückfragen"
)
TAG = re.compile(r"#([^#]+)")
SENTENCE = re.compile(r"[.!?…:][“”\"«)]*$")
BODY, IN_BACKGROUND, LEFT = "body", "background", "left"  # parts of a release, in this order
NO_LEAD = (
    "Der erste Absatz beginnt mit einem Satz von mehr als 300 Zeichen. Schreiben Sie einen Anriss."
)
NO_DATE = "Im Text steht kein Datum. Eingetragen ist heute – bitte prüfen."
GUESSED_CAPTIONS = (
    "Absätze nach dem Hintergrund gelten als Bildunterschriften. Stimmt das nicht, schneiden Sie "
    "sie dort aus und fügen sie in den Text ein."
)
GUESSED_HEADINGS = "Kurze Zeilen ohne Punkt am Ende gelten als Zwischenüberschriften („## “)."
EMPTY = "Darin steht kein Text."


@dataclass
class Release:
    """What was recognised; texts are plain, `body` keeps its links and emphasis."""

    title: str = ""
    subtitle: str = ""
    lead: str = ""
    place: str = ""
    day: date | None = None
    body: list[Passage] = field(default_factory=list)
    background: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    pictures: list = field(default_factory=list)

    def whole_text(self) -> str:
        """Return everything that is taken over, one paragraph a line."""
        body = [passage.text for passage in self.body]
        parts = [self.title, self.subtitle, self.lead, *body, *self.background, *self.captions]
        return "\n".join(parts)


def recognise(document: Document) -> Release:
    """Return a document as a release; raise `Unreadable` if it is empty."""
    release = Release(document.title, lead=document.lead, remarks=list(document.remarks))
    release.pictures = document.pictures
    passages = list(document.passages)
    while passages and LABEL.fullmatch(passages[0].text):
        passages.pop(0)
    if not document.title:
        take_head(release, passages)
    if not release.title:
        raise Unreadable(EMPTY)
    sort_out(release, passages)
    take_dateline(release)
    if not release.lead:
        take_lead(release)
    mark_headings(release)
    return release


def take_head(release: Release, passages: list[Passage]) -> None:
    """Take headline and subline from the beginning of the passages."""
    styled = [n for n, one in enumerate(passages[:LETTERHEAD]) if one.kind == Kind.TITLE]
    release.left += [passages.pop(0).text for _ in range(styled[0] if styled else 0)]
    if not passages:
        return
    release.title = passages.pop(0).text
    if passages and is_subtitle(passages):
        release.subtitle = passages.pop(0).text


def is_subtitle(passages: list[Passage]) -> bool:
    """Tell whether the first passage is a line under the headline: styled so, or a short one."""
    first, *rest = passages
    if first.kind == Kind.SUBTITLE:
        return True
    is_short = len(first.text) <= LONGEST_SUBTITLE and len(sentence_ends(first.text)) == 1
    is_plain = first.kind == Kind.TEXT and read_dateline(first.text).end == 0
    return bool(rest) and is_plain and is_short and len(rest[0].text) > len(first.text)


def sort_out(release: Release, passages: list[Passage]) -> None:
    """Give every passage its place; `where` is the part of the release that is going on."""
    where, guesses = BODY, 0
    for passage in passages:
        where, kept = placed(passage, where)
        if kept.kind == Kind.CAPTION:
            release.captions.append(kept.text)
            guesses += kept.text == passage.text and passage.kind != Kind.CAPTION
        elif kept.text:
            keep(release, kept, where)
    if guesses:
        release.remarks.append(GUESSED_CAPTIONS)


def keep(release: Release, passage: Passage, where: str) -> None:
    """Put a passage into a part of the release."""
    if passage.text.startswith("#"):
        release.tags += [tag.strip() for tag in TAG.findall(passage.text)]
    elif where == BODY:
        release.body.append(plain_heading(passage))
    else:
        texts = release.background if where == IN_BACKGROUND else release.left
        texts.append(passage.text)


def placed(passage: Passage, where: str) -> tuple[str, Passage]:
    """Return the part that a passage belongs to, and what of it is kept."""
    ends = passage.text.startswith("#") or CONTACT.match(passage.text)
    begin, mark = BACKGROUND.match(passage.text), CAPTION.match(passage.text)
    if ends or (where == LEFT and not (begin or mark)):
        return LEFT, passage
    if begin:
        return IN_BACKGROUND, passage.cut(begin.end())
    if mark:
        return where, replace(passage.cut(mark.end()), kind=Kind.CAPTION)
    is_caption = where == IN_BACKGROUND and not SENTENCE.search(passage.text)
    return where, replace(passage, kind=Kind.CAPTION) if is_caption else passage


def plain_heading(passage: Passage) -> Passage:
    """Return a further headline or subline in the text as a heading."""
    is_heading = passage.kind in {Kind.TITLE, Kind.SUBTITLE}
    return replace(passage, kind=Kind.HEADING, level=2) if is_heading else passage


def take_dateline(release: Release) -> None:
    """Take place and date from the first passages of the text; a line of them alone goes."""
    for number, passage in enumerate(release.body[:2]):
        found = read_dateline(passage.text)
        if found.end:
            release.place, release.day = found.place, found.day
            rest = passage.cut(found.end)
            release.body[number : number + 1] = [rest] if rest.text else []
            break
    if release.day is None:
        release.remarks.append(NO_DATE)


def take_lead(release: Release) -> None:
    """Take the lead from the first paragraph: all of it, or the sentences that fit."""
    if not release.body or release.body[0].kind != Kind.TEXT:
        return
    first = release.body[0]
    length = leading(first.text, SUMMARY_LENGTH)
    if not length:
        release.remarks.append(NO_LEAD)
        return
    release.lead = first.cut(0, length).text
    rest = first.cut(length)
    release.body[:1] = [rest] if rest.text else []


def mark_headings(release: Release) -> None:
    """Make headings of lines that are bold as a whole, or short and without an end.

    A line counts only if a longer paragraph or a list follows.
    """
    for number, (line, after) in enumerate(pairwise(list(release.body))):
        is_open = line.kind == Kind.TEXT and not SENTENCE.search(line.text)
        is_short = len(line.text) <= LONGEST_HEADING
        is_above = after.kind != Kind.TEXT or len(after.text) > len(line.text)
        if is_open and is_short and is_above:
            links = tuple(span for span in line.spans if span.tag == "a")
            release.body[number] = replace(line, kind=Kind.HEADING, spans=links)
            if not is_bold(line) and GUESSED_HEADINGS not in release.remarks:
                release.remarks.append(GUESSED_HEADINGS)


def is_bold(line: Passage) -> bool:
    """Tell whether all of a passage is strong."""
    return all(run.is_strong for run in line.runs())
