"""What is new about meetings and recordings: feeds of all, and of one person's (E29)."""

from uuid import uuid5

from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from events.metadata import FRONT
from events.metadata.videos import LIBRARY
from events.models import MeetingContent, Recording
from partners.models import Person
from publishing.feeds import FORMATS, LENGTH, Channel, Entry
from publishing.metadata import ALLIANCE
from publishing.redirects import gone


@require_safe
def meetings_feed(request, suffix):
    """Answer with the meetings; an entry is new again when its recording is there."""
    contents = MeetingContent.objects.for_feed().newest_first()[:LENGTH]
    channel = Channel(
        title=f"{ALLIANCE}: {FRONT.title}",
        description="Neue Jahrestreffen, geänderte Angaben und Aufzeichnungen.",
        path=FRONT.url,
        feed_path=reverse("events:meetings_feed", args=[suffix]),
        entries=[meeting_entry(content) for content in contents],
    )
    return formatted(channel, suffix)


@require_safe
def recordings_feed(request, suffix):
    """Answer with the recordings that everybody may see, the one shown last first."""
    recordings = Recording.objects.for_listing().select_related("meeting__broadcast")
    recordings = recordings.real()
    recordings = list(recordings.prefetch_related("corrections"))
    recordings.sort(key=lambda recording: recording.shown_since, reverse=True)
    channel = Channel(
        title=f"{ALLIANCE}: Aufzeichnungen",
        description="Neue und berichtigte Aufzeichnungen der Jahrestreffen.",
        path=LIBRARY.url,
        feed_path=reverse("events:recordings_feed", args=[suffix]),
        entries=[recording_entry(recording) for recording in recordings[:LENGTH]],
    )
    return formatted(channel, suffix)


@require_safe
def person_feed(request, slug, suffix):
    """Answer with the meetings that a person takes part in or is named at."""
    person = get_object_or_404(Person, slug=slug)
    if not person.is_shown:
        return gone(request)
    is_there = Q(people=person) | Q(meeting__programme_items__people=person)
    keys = MeetingContent.objects.filter(is_there).values("pk")
    contents = MeetingContent.objects.for_feed().filter(pk__in=keys).newest_first()
    channel = Channel(
        title=f"{person.name}: Auftritte",
        description=f"Jahrestreffen und Aufzeichnungen mit {person.name}.",
        path=person.get_absolute_url(),
        feed_path=reverse("events:person_feed", args=[slug, suffix]),
        entries=[meeting_entry(content) for content in contents[:LENGTH]],
    )
    return formatted(channel, suffix)


def formatted(channel: Channel, suffix: str):
    """Return a channel in the format that its address names."""
    if suffix not in FORMATS:
        raise Http404
    return FORMATS[suffix](channel)


def meeting_entry(content) -> Entry:
    """Return a meeting as an entry; when and whether it takes place comes first."""
    meeting = content.meeting
    recording = getattr(meeting, "recording", None)
    shown = recording.modified if recording and recording.is_public else None
    moments = [content.modified, meeting.facts_changed_at, shown]
    news = f"{meeting.notice}." if meeting.is_changed else ""
    return Entry(
        uid=meeting.uid,
        title=content.title,
        path=content.get_absolute_url(),
        summary=" ".join(filter(None, [f"{meeting.when}.", news, content.lead])),
        updated=max(filter(None, moments)),
        published=meeting.first_published_at,
    )


def recording_entry(recording: Recording) -> Entry:
    """Return a recording as an entry that leads to the player."""
    content = recording.meeting.contents.all()[0]
    return Entry(
        uid=uuid5(recording.meeting.uid, "recording"),
        title=f"Aufzeichnung: {content.title}",
        path=f"{content.get_absolute_url()}#aufzeichnung",
        summary=content.lead,
        updated=recording.modified,
        published=recording.shown_since,
    )
