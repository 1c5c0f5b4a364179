"""What the portal knows, laid beside a text: the draft that it proposes."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.utils import timezone

from news.choices import ArticleKind
from news.intake import matching
from news.intake.drafting import Draft
from news.intake.people import People
from news.intake.structure import Release
from news.intake.voices import with_quotes
from partners.models import Person

UNKNOWN_TAGS = "Diese Themen des Textes gibt es im Portal nicht: {names}."
EVENT_DATE = "Das Datum des Ereignisses stammt vom genannten Jahrestreffen."


@dataclass
class Knowledge:
    """Topics, initiatives, partners, people and meetings, each read once."""

    topics: list = field(default_factory=matching.topics)
    initiatives: list = field(default_factory=matching.initiatives)
    partners: list = field(default_factory=matching.partners)
    meetings: list = field(default_factory=matching.meetings)

    @cached_property
    def people(self) -> People:
        return People(list(Person.objects.by_name()))

    def people_entries(self) -> list[matching.Entry]:
        """Return all people as things to choose."""
        people = self.people.by_name.values()
        return [matching.Entry(person.pk, person.name, (person.name,)) for person in people]

    def meeting_entries(self) -> list[matching.Entry]:
        """Return all meetings as things to choose."""
        return [matching.Entry(one.key, f"Jahrestreffen {one.year}", ()) for one in self.meetings]


def propose(release: Release, known: Knowledge, *, kind=ArticleKind.PRESS_RELEASE) -> Draft:
    """Return the draft that a release becomes; adds to the release's remarks what is unsure."""
    text = release.whole_text()
    people = known.people.within(text)
    topics = matching.topics_of(release, known.topics)
    meeting = matching.meeting_of(text, known.meetings)
    note_doubts(release, known, meeting)
    return Draft(
        kind=kind,
        title=release.title,
        kicker=matching.kicker_of(release, topics),
        subtitle=release.subtitle,
        lead=release.lead,
        dateline_place=release.place,
        date=release.day or today(),
        event_date=meeting.day if meeting else None,
        boilerplate="\n\n".join(release.background),
        body=with_quotes(release.body, people),
        captions=release.captions,
        topics=[topic.key for topic in topics],
        initiatives=matching.named(text, known.initiatives),
        partners=matching.named(text, known.partners),
        people=[person.pk for person in people.named],
        meeting=meeting.key if meeting else None,
    )


def note_doubts(release: Release, known: Knowledge, meeting) -> None:
    """Add what the editor should look at."""
    tags = matching.unknown_tags(release, known.topics)
    if tags:
        release.remarks.append(UNKNOWN_TAGS.format(names=", ".join(f"„{tag}“" for tag in tags)))
    if meeting and meeting.day:
        release.remarks.append(EVENT_DATE)


def today() -> date:
    return timezone.localdate()
