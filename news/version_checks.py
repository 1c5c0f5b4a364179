"""Which of two versions of a text is to be looked at, since the other one has changed (N15).

Nothing is stored but the moment at which somebody said that both still fit.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from news.models import Article, ArticleContent
from news.plain_language import FIELD
from publishing.facts import local_text, log_event
from publishing.models import ChangeKind, ChangeNote, Withdrawal

TYPE = Article._meta.label_lower


@dataclass(frozen=True)
class Check:
    """Of two versions of a text, the one to look at, because the other one has changed since."""

    article: Article
    title: str  # what readers know it as
    since: datetime

    @property
    def hint(self) -> str:
        """What is to be done."""
        if self.article.is_plain_language:
            what, why = "Fassung in Einfacher Sprache", "der ausführliche Text"
        else:
            what, why = "Ausführliche Fassung", "der Text in Einfacher Sprache"
        return f"{what} prüfen: Seit {local_text(self.since)} ist {why} geändert"


class Event(NamedTuple):
    """Something that happened to one of two versions; it matters if readers were told."""

    at: datetime
    key: int
    matters: bool


def checks(articles=None) -> list[Check]:
    """Return what is to be looked at, of all pairs or of these articles; the oldest first."""
    twins = Article.objects.exclude(plain_language_of=None)
    if articles is not None:
        twins = twins.filter(pk__in=articles) | twins.filter(plain_language_of__in=articles)
    pairs = list(twins.select_related("owner", "plain_language_of__owner"))
    keys = {key for twin in pairs for key in (twin.pk, twin.plain_language_of_id)}
    events, standing = events_of(keys), standing_of(keys)
    found = [check for twin in pairs for check in checks_of(twin, events, standing)]
    return sorted(found, key=lambda check: (check.since, check.article.pk))


def checks_of(twin: Article, events: list[Event], standing: dict) -> list[Check]:
    """Return which of two versions is public and older than what readers were told of the other.

    Whoever brings one into line with the other tells readers too; that asks nothing of the other.
    """
    both = {twin.pk: twin, twin.plain_language_of_id: twin.plain_language_of}
    other = dict(zip(both, reversed(both), strict=True))
    asked: dict[int, datetime] = {}
    for event in events:
        if event.key not in both or is_settled(twin, event.at):
            continue
        was_asked = asked.pop(event.key, None)
        if event.matters and not was_asked:
            asked.setdefault(other[event.key], event.at)
    return [
        Check(both[key], standing[key].title, since)
        for key, since in asked.items()
        if key in standing and standing[key].modified < since
    ]


def is_settled(twin: Article, moment: datetime) -> bool:
    """Tell whether somebody has said since that both versions still fit."""
    return twin.plain_checked_at is not None and moment <= twin.plain_checked_at


def standing_of(keys: set[int]) -> dict[int, ArticleContent]:
    """Return the public version of each article that has one, with the moment since when."""
    contents = ArticleContent.objects.filter(article__in=keys).with_modified()
    return {content.article_id: content for content in contents}


def events_of(keys: set[int]) -> list[Event]:
    """Return the publications with a note and the withdrawals of articles in their order."""
    notes = ChangeNote.objects.filter(subject_type=TYPE, subject_id__in=keys)
    told = notes.exclude(published_at=None).values_list("published_at", "subject_id", "kind")
    withdrawn = Withdrawal.objects.filter(subject_type=TYPE, subject_id__in=keys, ended_at=None)
    changed = [Event(at, key, matters=kind != ChangeKind.MINOR) for at, key, kind in told]
    taken_back = [
        Event(at, key, matters=True) for at, key in withdrawn.values_list("at", "subject_id")
    ]
    return sorted(changed + taken_back)


@transaction.atomic
def settle(article: Article, user) -> None:
    """Note and log that both versions still fit as they are."""
    twin = article if article.is_plain_language else article.plain_language
    twin.plain_checked_at = timezone.now()
    twin.save(update_fields=["plain_checked_at"])
    log_event(article, field=FIELD, values=("zu prüfen", "passt noch"), user=user)
