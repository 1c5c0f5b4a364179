"""Who says what: quotations become blocks of their own or stay, each with its speaker."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from news.intake.passages import Kind, Passage
from news.intake.people import APPOSITION, People
from news.intake.sentences import inside, quotations, sentence_around, stands_alone
from partners.models import Person

LOOK_BACK = 2000  # characters in which somebody named before a quotation is looked for
SHORTEST = 60  # characters; shorter ones are names of projects and the like
VERBS = (
    r"(?:so|sagte?|betonte?|erklärte?|stellte?|fasste?|fasst|ergänzte?|meinte?|lobte?|freute? sich"
    r"|unterstrich|unterstreicht|resümierte?|berichtete?|forderte?|bekräftigte?|hofft|wünscht)"
)
CAPITALS = r"(?:[A-ZÄÖÜ][\w.-]+\s+){1,3}[A-ZÄÖÜ][\w-]+"
NAME_AFTER = re.compile(rf"\b{VERBS}\s+(?:auch |weiter |zudem )?(?P<name>{CAPITALS})")
NAME_BEFORE = re.compile(rf"(?P<name>{CAPITALS})(?:,[^,]+,)?\s+{VERBS}\b")
NO_NAMES = {"Der", "Die", "Das", "Ein", "Eine", "Auch", "Herr", "Frau"}
UNKNOWN = "Person nicht gefunden. Der Name steht ohne Link auf der Seite."
NOBODY = "Wer das gesagt hat, ist nicht erkannt."
FROM_CONTEXT = "Wer spricht, ist aus dem Zusammenhang geschlossen."
FROM_ENTRY = "Die Funktion stammt aus dem Eintrag der Person. Stimmt sie für diesen Tag?"


@dataclass(frozen=True)
class Voice:
    """One quotation as the preview shows it; `remarks` are what the editor should check."""

    said: str
    name: str = ""
    role: str = ""
    person: Person | None = None
    remarks: tuple[str, ...] = ()

    @property
    def is_block(self) -> bool:
        """Whether somebody is known who could stand below it."""
        return bool(self.name)


def with_quotes(body: list[Passage], people: People) -> list[Passage]:
    """Return the passages with every quotation of whole sentences as a passage of its own.

    A quotation whose speaker is not known stays where it is.
    """
    return [part for passage in body for part in parted(passage, people)]


def parted(passage: Passage, people: People) -> Iterator[Passage]:
    """Yield a passage, or what stands before, in and after its quotations."""
    end = 0
    for quotation in quotations(passage.text) if passage.kind == Kind.TEXT else ():
        said = inside(quotation)
        if len(said) < SHORTEST or not stands_alone(quotation):
            continue
        voice = voice_of(quotation, people)
        if voice.is_block:
            yield passage.cut(end, quotation.start())
            start = quotation.start() + quotation[0].index(said)
            block = passage.cut(start, start + len(said))
            yield replace(block, kind=Kind.QUOTE, speaker=voice.name, role=voice.role, spans=())
            end = quotation.end()
    rest = passage.cut(end)
    if rest.text:
        yield rest


def voices(body: list[Passage], people: People) -> list[Voice]:
    """Return every quotation of the text with who says it, in order."""
    found, before = [], ""
    for passage in body:
        if passage.kind == Kind.QUOTE:
            found.append(voice_of_block(passage, people, before))
            continue
        before = passage.text
        said = (one for one in quotations(passage.text) if len(inside(one)) >= SHORTEST)
        found += [voice_of(quotation, people) for quotation in said]
    return found


def voice_of_block(passage: Passage, people: People, before: str) -> Voice:
    """Return the speaker of a quotation that is a block already; `before` is the text above."""
    person = people.find(passage.speaker)
    if person is None:
        remark = UNKNOWN if passage.speaker else NOBODY
        return Voice(passage.text, passage.speaker, passage.role, remarks=(remark,))
    function = people.function(person)
    is_near = any(one.person == person for one in last_sentence(before, people))
    remarks = [] if is_near else [FROM_CONTEXT]
    if passage.role == function.name and not function.is_said and passage.role:
        remarks.append(FROM_ENTRY)
    return Voice(passage.text, passage.speaker, passage.role, person, tuple(remarks))


def last_sentence(text: str, people: People) -> list:
    """Return the mentions in the last sentence of a text."""
    start, _ = sentence_around(text, max(len(text) - 2, 0), len(text))
    return people.mentions(text[start:])


def voice_of(quotation: re.Match, people: People) -> Voice:
    """Return who says a quotation: named beside it, else the last person named before it."""
    text, said = quotation.string, inside(quotation)
    first, last = sentence_around(text, quotation.start(), quotation.end())
    beside = text[quotation.end() : last], text[first : quotation.start()]
    near = [mention for part in beside for mention in people.mentions(part)]
    if near:
        return known(said, near[0].person, people)
    stranger = stranger_in(*beside)
    if stranger:
        name, role = stranger
        return Voice(said, name, role, remarks=(UNKNOWN,))
    start = quotation.start()
    earlier = people.mentions(text[max(0, start - LOOK_BACK) : start])
    if earlier:
        return known(said, earlier[-1].person, people, FROM_CONTEXT)
    return Voice(said, remarks=(NOBODY,))


def known(said: str, person: Person, people: People, *remarks: str) -> Voice:
    function = people.function(person)
    if function.name and not function.is_said:
        remarks = (*remarks, FROM_ENTRY)
    return Voice(said, person.name, function.name, person, remarks)


def stranger_in(after: str, before: str) -> tuple[str, str] | None:
    """Return name and function of somebody without an entry, as the sentence gives them."""
    for pattern, part in ((NAME_AFTER, after), (NAME_BEFORE, before)):
        match = pattern.search(part)
        words = [word for word in match["name"].split() if word not in NO_NAMES] if match else []
        if len(words) > 1:
            apposition = APPOSITION.match(part, match.end("name"))
            role = apposition[1] if apposition else " ".join(words[:-2])
            return " ".join(words[-2:]), role
    return None
