"""What a text is about: topics, initiatives, partners and the annual meeting that it names."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from events.models import Meeting
from events.transcripts.words import WORD, stem
from news.intake.structure import Release
from news.models import Topic
from partners.models import InitiativeContent, PartnerContent
from publishing.dates import Precision

OFTEN = 2  # times that a topic is named before the text is about it
LEGAL = re.compile(r"\s*(?:\([^)]*\)|\be\. ?V\.|\bg?GmbH\b|\bAG\b)\s*", re.IGNORECASE)
ORDINALS = (
    *("erst", "zweit", "dritt", "viert", "fünft", "sechst", "siebt", "acht", "neunt", "zehnt"),
    *("elft", "zwölft", "dreizehnt", "vierzehnt", "fünfzehnt", "sechzehnt", "siebzehnt"),
    *("achtzehnt", "neunzehnt", "zwanzigst"),
)
MEETING = re.compile(
    rf"\b(?:(\d{{1,2}})\.|({'|'.join(ORDINALS)})e[nmrs]?)\s+Jahrestreffen"
    r"|Jahrestreffens?\s+(\d{4})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Entry:
    """Something of the portal that a text may name: its key, its label, its names."""

    key: int
    label: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class MeetingFacts:
    """What a text can tell a meeting by; `day` is None where only the year is known."""

    key: int
    number: int | None
    year: int
    day: date | None


def topics() -> list[Entry]:
    """Return all topics."""
    return [Entry(one.pk, one.name, (one.name,)) for one in Topic.objects.order_by("name")]


def initiatives() -> list[Entry]:
    """Return all published initiatives."""
    rows = InitiativeContent.objects.order_by("title").values_list("initiative", "title")
    return [Entry(key, title, (title,)) for key, title in rows]


def partners() -> list[Entry]:
    """Return all published partners; each is known with and without its legal form."""
    rows = PartnerContent.objects.order_by("title").values_list("partner", "title", "short_name")
    return [
        Entry(key, title, tuple(dict.fromkeys(filter(None, (title, bare(title), short)))))
        for key, title, short in rows
    ]


def bare(name: str) -> str:
    """Return the name of a partner without legal form and what stands in brackets."""
    return LEGAL.sub(" ", name).strip()


def meetings() -> list[MeetingFacts]:
    """Return all meetings, the latest first."""
    return [facts_of(meeting) for meeting in Meeting.objects.order_by("-starts_at", "-pk")]


def facts_of(meeting: Meeting) -> MeetingFacts:
    day = timezone.localdate(meeting.starts_at)
    is_known = meeting.precision in {Precision.TIME, Precision.DAY}
    return MeetingFacts(meeting.pk, meeting.number, day.year, day if is_known else None)


def counted(text: str, entries: list[Entry]) -> Counter:
    """Return how often a text names each entry, by key; inflected words count.

    What is part of a longer name counts for that only: „Karriere Made in Dormagen“.
    """
    words = stems(text)
    found: Counter = Counter()
    names = [(stems(name), entry.key) for entry in entries for name in entry.names]
    for name, key in sorted(names, key=lambda pair: -len(pair[0])):
        for start in range(len(words) - len(name) + 1):
            if name and words[start : start + len(name)] == name:
                words[start : start + len(name)] = [""] * len(name)
                found[key] += 1
    return found


def stems(text: str) -> list[str]:
    """Return the words of a text without their endings."""
    return [stem(word.casefold()) for word in WORD.findall(text)]


def topics_of(release: Release, entries: list[Entry]) -> list[Entry]:
    """Return the topics of a release, the most frequent first.

    A topic is named in the headline, in the text's own line of topics, or more than once. What
    the background names is what the alliance always is, and tells nothing about this text.
    """
    counts = counted(release.whole_text(), entries)
    usual = counted("\n".join(release.background), entries)
    headline = counted(release.title, entries)
    own = {tag.casefold() for tag in release.tags}
    found = [
        entry
        for entry in entries
        if headline[entry.key]
        or entry.label.casefold() in own
        or (counts[entry.key] >= OFTEN and not usual[entry.key])
    ]
    return sorted(found, key=lambda entry: -counts[entry.key])


def kicker_of(release: Release, found: list[Entry]) -> str:
    """Return the most frequent topic that the headline does not name."""
    headline = counted(release.title, found)
    return next((entry.label for entry in found if not headline[entry.key]), "")


def unknown_tags(release: Release, entries: list[Entry]) -> list[str]:
    """Return the text's own topics that the portal does not have."""
    known = {entry.label.casefold() for entry in entries}
    return [tag for tag in release.tags if tag.casefold() not in known]


def named(text: str, entries: list[Entry]) -> list[int]:
    """Return the keys of all entries that a text names."""
    counts = counted(text, entries)
    return [entry.key for entry in entries if counts[entry.key]]


def meeting_of(text: str, known: list[MeetingFacts]) -> MeetingFacts | None:
    """Return the first meeting that a text names by number or year."""
    for digits, word, year in MEETING.findall(text):
        number = int(digits) if digits else ordinal(word)
        for facts in known:
            if (number and facts.number == number) or (year and facts.year == int(year)):
                return facts
    return None


def ordinal(word: str) -> int:
    """Return the number of an ordinal without its ending, 0 for none."""
    return ORDINALS.index(word.casefold()) + 1 if word else 0
