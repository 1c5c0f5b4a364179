"""What is still to do for a meeting: one list before, on and after the day (E51)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from events.captions.quality import caption_state
from events.choices import AttendanceMode, BroadcastState
from events.consents.counting import consents_of
from events.models import Meeting, Participation, Recording
from events.retention import WARNED_BEFORE
from publishing.dates import Precision
from publishing.page_actions import change_url

STREAMED = {AttendanceMode.MIXED, AttendanceMode.ONLINE}
WAITING = {BroadcastState.ENDED, BroadcastState.PROCESSING}
WARNED_OF_CAPTIONS = timedelta(days=4)  # before they are due
DAY = "%d.%m.%Y"


@dataclass(frozen=True)
class Line:
    """One thing to do: `remedy` and `url` say how and where; urgent ones have a deadline."""

    text: str
    is_done: bool
    remedy: str
    url: str
    is_urgent: bool = False


def checklist(meeting: Meeting, today: date | None = None) -> list[Line]:
    """Return everything that a meeting needs, done or not, in the order of working."""
    today = today or timezone.localdate()
    recording = Recording.objects.filter(meeting=meeting).select_related("meeting").first()
    lines = [*about_text(meeting), *about_day(meeting), *about_people(meeting)]
    lines += about_broadcast(meeting)
    return lines + (list(about_recording(recording, today)) if recording else [])


def open_lines(meeting: Meeting, today: date | None = None) -> list[Line]:
    """Return what is still to do."""
    return [line for line in checklist(meeting, today) if not line.is_done]


def about_text(meeting: Meeting) -> Iterator[Line]:
    """Yield what the page needs."""
    form, content = change_url(meeting), meeting.latest_content
    is_public = meeting.published_content is not None
    yield Line("Text veröffentlicht", is_public, "Text fertig schreiben und veröffentlichen.", form)
    has_picture = bool(content and content.hero_id)
    yield Line("Titelbild gewählt", has_picture, "Bild aus der Bildverwaltung wählen.", form)


def about_day(meeting: Meeting) -> Iterator[Line]:
    """Yield when and where it is, and what happens when."""
    form = change_url(meeting)
    is_known = meeting.precision == Precision.TIME
    yield Line("Tag und Uhrzeit", is_known, "Beginn eintragen, „genau bis: Uhrzeit“ wählen.", form)
    has_place = meeting.venue_id is not None or meeting.mode == AttendanceMode.ONLINE
    yield Line("Ort", has_place, "Ort wählen, oder als Form „online“.", form)
    times = list(meeting.programme_items.values_list("starts_at", flat=True))
    timed = sum(start is not None for start in times)
    yield Line(
        f"Programm mit Zeiten {timed}/{len(times)}",
        bool(times) and timed == len(times),
        "Programmpunkte mit Beginn eintragen.",
        f"{form}#programme_items-group",
    )


def about_people(meeting: Meeting) -> Iterator[Line]:
    """Yield whose function must be looked at again, and who has agreed to be recorded."""
    parts = Participation.objects.filter(item__meeting=meeting)
    unchecked = parts.filter(is_unchecked=True).select_related("item").order_by("item__position")
    first, count = unchecked.first(), unchecked.count()
    if first:
        yield Line(
            f"Mitwirkende geprüft {parts.count() - count}/{parts.count()}",
            is_done=False,
            remedy="Stimmen Person und Funktion noch? Dann den Haken „noch prüfen“ entfernen.",
            url=reverse("admin:events_programmeitem_change", args=[first.item_id]),
        )
    consents = consents_of(meeting)
    if consents.needed:
        url = reverse("admin:events_meeting_consents", args=[meeting.pk])
        remedy = "Nachfragen, eintragen, Nachweis hochladen."
        yield Line(f"Einwilligungen {consents}", consents.is_complete, remedy, url)


def about_broadcast(meeting: Meeting) -> Iterator[Line]:
    """Yield what the livestream needs, if there is to be one."""
    url = f"{change_url(meeting)}#broadcast-group"
    broadcast = meeting.broadcast if meeting.has_broadcast else None
    is_ahead = broadcast.is_ahead if broadcast else meeting.mode in STREAMED
    if is_ahead:
        is_checked = bool(broadcast and broadcast.stream_url and broadcast.is_link_checked)
        remedy = "Link eintragen, im privaten Fenster öffnen, „Link geprüft“ ankreuzen."
        yield Line("Stream-Link geprüft", is_checked, remedy, url)
    if meeting.broadcast_state in WAITING:
        remedy = "Datei hochladen, Kapitel bestätigen, veröffentlichen – oder sagen, warum keine."
        yield Line("Aufzeichnung veröffentlicht", is_done=False, remedy=remedy, url=url)


def about_recording(recording: Recording, today: date) -> Iterator[Line]:
    """Yield what a recording needs before and after it is public."""
    url = reverse("admin:events_recording_change", args=[recording.pk])
    states = list(recording.clips.values_list("is_confirmed", flat=True))
    if states:
        text = f"Kapitel bestätigt {sum(states)}/{len(states)}"
        yield Line(text, all(states), "Zeiten prüfen, dann bestätigen.", f"{url}#clips-group")
    yield about_captions(recording, today, url)
    if recording.files.filter(is_withheld=True).exists():
        yield Line(
            "Nach Widerruf neu geschnitten",
            is_done=False,
            remedy="Neue Datei hochladen, gesperrte löschen, Standbild prüfen.",
            url=url,
            is_urgent=True,
        )
    if recording.is_public and recording.expires_on:
        yield about_retention(recording, today, url)


def about_captions(recording: Recording, today: date, url: str) -> Line:
    """Return how the captions stand, with the day they are due."""
    state = caption_state(recording)
    until = f" bis {state.due_on:{DAY}}" if state.due_on and not state.is_checked else ""
    is_near = state.due_on is not None and state.due_on - WARNED_OF_CAPTIONS <= today
    remedy = "Untertitel hochladen, gegen den Ton lesen, „geprüft am“ eintragen."
    if state.is_overdue(today):
        remedy = f"Überfällig. {remedy}"
    return Line(f"Untertitel geprüft{until}", state.is_checked, remedy, url, is_near)


def about_retention(recording: Recording, today: date, url: str) -> Line:
    """Return until when a recording stays; open from 30 days before."""
    is_far = recording.expires_on > today + WARNED_BEFORE
    remedy = "Danach wird sie zurückgezogen. Soll sie bleiben: „Aufbewahren bis“ ändern."
    if recording.is_expired(today):
        remedy = "Die Frist ist um, und das nächtliche Aufräumen lief nicht. Bitte melden."
    text = f"Aufbewahrung bis {recording.expires_on:{DAY}}"
    return Line(text, is_far, remedy, url, is_urgent=not is_far)


# --- All meetings ---


def to_do(today: date | None = None) -> list[tuple[Meeting, list[Line]]]:
    """Return meetings with what is open, the latest first; of past years only what is urgent."""
    today = today or timezone.localdate()
    year_ago = today - timedelta(days=365)
    found = []
    for meeting in candidates(year_ago):
        lines = open_lines(meeting, today)
        if timezone.localdate(meeting.starts_at) < year_ago:
            lines = [line for line in lines if line.is_urgent]
        if lines:
            found.append((meeting, lines))
    return found


def candidates(since: date):
    """Return the meetings since a day, and those whose recording may still need something."""
    shown = Meeting.objects.filter(is_sample=False)
    recent = Q(starts_at__date__gte=since) | Q(broadcast__state=BroadcastState.RECORDING)
    return shown.filter(recent).select_related("broadcast").order_by("-starts_at", "-pk")
