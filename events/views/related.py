"""What a meeting's page leads to, each with the reason, all in one query (E46)."""

from django.db.models import Q, QuerySet

from events.choices import BroadcastState
from events.models import MeetingContent
from partners.models import Person
from publishing.related import arm, neighbours

SHOWN = 3  # of each kind
SAME_THEME = "Gleiches Jahresthema"
SAME_PEOPLE = "Mit denselben Mitwirkenden"
SAME_SERIES = "Gleiche Reihe, mit Aufzeichnung"


def neighbour_arms(content) -> list[QuerySet]:
    """Return the union's arms for the meeting before and after."""
    by = "meeting__starts_at"
    return neighbours(alike(content), content, by=by, url_name="events:meeting")


def people_arms(content) -> list[QuerySet]:
    """Return the union's arms for the people and groups that the text names."""
    return Person.objects.shown().filter(meeting_contents=content).arms()


def meeting_arms(content) -> list[QuerySet]:
    """Return the union's arms for other published meetings; each stands under its first reason."""
    theme, people = same_theme(content), same_people(content)
    series = recorded(content)
    reasons = {
        SAME_THEME: theme,
        SAME_PEOPLE: people.exclude(pk__in=theme.values("pk")),
        SAME_SERIES: series.exclude(pk__in=theme.values("pk")).exclude(pk__in=people.values("pk")),
    }
    return [limited(found, kind=kind) for kind, found in reasons.items()]


def limited(contents: QuerySet, *, kind: str) -> QuerySet:
    """Return the newest few as an arm; SQLite limits no arm of a union, but a subquery."""
    newest = contents.order_by("-meeting__starts_at", "-pk").values("pk")[:SHOWN]
    kept = MeetingContent.objects.filter(pk__in=newest)
    return arm(kept, kind=kind, url_name="events:meeting")


def others(content) -> QuerySet:
    """Return the published texts of all other meetings."""
    return alike(content).exclude(meeting=content.meeting)


def alike(content) -> QuerySet:
    """Return the published texts of real meetings, for a sample those of samples."""
    return MeetingContent.objects.filter(meeting__is_sample=content.meeting.is_sample)


def same_theme(content) -> QuerySet:
    """Return other meetings with the same annual theme."""
    theme = content.meeting.annual_theme_id
    return others(content).filter(meeting__annual_theme=theme) if theme else others(content).none()


def same_people(content) -> QuerySet:
    """Return other meetings where somebody takes part or is named who is here, too."""
    here = Q(participations__item__meeting=content.meeting) | Q(meeting_contents=content)
    people = Person.objects.filter(here).values("pk")
    there = Q(meeting__programme_items__people__in=people) | Q(people__in=people)
    return others(content).filter(there)


def recorded(content) -> QuerySet:
    """Return other meetings of the series that one can watch."""
    return others(content).filter(
        meeting__broadcast__state=BroadcastState.RECORDING, meeting__recording__isnull=False
    )
