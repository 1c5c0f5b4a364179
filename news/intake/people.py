"""Known people in a text: where they are named and with which function."""

import re
from dataclasses import dataclass

from partners.models import Person

# „…, Sprecher des Bündnisses, …“ – begins with a capital letter, so no relative clause.
APPOSITION = re.compile(r",\s+([A-ZÄÖÜ][^,;.„“]{2,160}?)(?=[,;.]|\s–|$)")
TITLE_BEFORE = re.compile(r"([A-ZÄÖÜ][\w-]+)\s+$")


@dataclass(frozen=True)
class Mention:
    """A person named in a text; positions count characters. `is_full`: with the whole name."""

    person: Person
    start: int
    end: int
    is_full: bool = True


@dataclass(frozen=True)
class Function:
    """What a person is in a text; not `is_said` where only the person's entry tells it."""

    name: str
    is_said: bool = True


class People:
    """The people of the portal, and what a text says about them."""

    def __init__(self, people: list[Person], text: str = ""):
        self.by_name = {person.name: person for person in people}
        self.full = pattern(self.by_name)
        self.text = text
        first: dict[int, Mention] = {}
        for mention in self.full_mentions(text):
            first.setdefault(mention.person.pk, mention)
        self.first = first
        self.by_surname = surnames([mention.person for mention in first.values()])
        self.short = pattern(self.by_surname)

    def within(self, text: str) -> "People":
        """Return the same people for a text: surnames count once somebody was named in full."""
        return People(list(self.by_name.values()), text)

    @property
    def named(self) -> list[Person]:
        """The people that the text names in full, in its order."""
        return [mention.person for mention in self.first.values()]

    def full_mentions(self, text: str) -> list[Mention]:
        """Return where people are named in full, in order."""
        return [
            Mention(self.by_name[" ".join(match[0].split())], *match.span())
            for match in self.full.finditer(text)
        ]

    def mentions(self, text: str) -> list[Mention]:
        """Return where people are named in full or by surname, in order."""
        full = self.full_mentions(text)
        short = [
            Mention(self.by_surname[match[0]], *match.span(), is_full=False)
            for match in self.short.finditer(text)
            if not any(one.start <= match.start() < one.end for one in full)
        ]
        return sorted([*full, *short], key=lambda mention: mention.start)

    def find(self, name: str) -> Person | None:
        """Return the person of a name as an editor wrote it."""
        return self.by_name.get(name)

    def function(self, person: Person) -> Function:
        """Return what the text says a person is, else what the person's entry says."""
        mention = self.first.get(person.pk)
        if mention:
            after = APPOSITION.match(self.text, mention.end)
            if after and not self.full.match(after[1]):
                return Function(after[1].strip())
            before = TITLE_BEFORE.search(self.text[: mention.start])
            words = person.job_title.split()
            if before and words and words[-1].casefold() in before[1].casefold():
                return Function(before[1])
        return Function(person.job_title, is_said=False)


def pattern(names) -> re.Pattern:
    """Return what finds each of these names, the longest first, also in the genitive."""
    if not names:
        return re.compile(r"(?!)")
    found = sorted(names, key=len, reverse=True)
    words = "|".join(r"\s+".join(re.escape(word) for word in name.split()) for name in found)
    return re.compile(rf"(?<!\w)(?:{words})(?=s?\b)")


def surnames(people: list[Person]) -> dict[str, Person]:
    """Return people by surname; groups and names that two people share are left out."""
    found: dict[str, list[Person]] = {}
    for person in people:
        if not person.is_group and " " in person.name:
            found.setdefault(person.name.split()[-1], []).append(person)
    return {name: owners[0] for name, owners in found.items() if len(owners) == 1}
