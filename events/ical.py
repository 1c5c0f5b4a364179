"""Meetings for calendars (RFC 5545, 7986): stable, truthful, the same bytes twice."""

from datetime import UTC, date, datetime, timedelta

from django.utils import timezone
from icalendar import Calendar, Event, Timezone, vText, vUri

from events.choices import EventStatus
from publishing.dates import Precision
from publishing.metadata import absolute

PRODUCT = "-//Lokale Allianz Dormagen//Portal//DE"
REFRESH = timedelta(hours=12)
ZONE = "Europe/Berlin"
# The rules in force since 1996; icalendar's own component lists every change since 1893.
BERLIN = f"""BEGIN:VTIMEZONE
TZID:{ZONE}
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
"""
STATUS = {
    EventStatus.SCHEDULED: "CONFIRMED",
    EventStatus.RESCHEDULED: "CONFIRMED",
    EventStatus.MOVED_ONLINE: "CONFIRMED",
    EventStatus.POSTPONED: "TENTATIVE",
    EventStatus.CANCELLED: "CANCELLED",
}


def calendar(contents, *, name: str) -> bytes:
    """Return a calendar of meetings whose day is known; cancelled ones stay in it."""
    document = Calendar()
    document.add("prodid", PRODUCT)
    document.add("version", "2.0")
    document.add("method", "PUBLISH")
    document.add("name", name)
    document.add("x-wr-calname", name)
    document.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    document.add_component(Timezone.from_ical(BERLIN))
    for content in contents:
        document.add_component(event(content))
    return document.to_ical()


def event(content) -> Event:
    """Return a meeting as an event of a calendar."""
    facts = content.meeting
    changed = last_change(content)
    page = absolute(content.get_absolute_url())
    entry = Event()
    entry.add("uid", str(facts.uid))
    entry.add("sequence", facts.sequence)
    entry.add("dtstamp", changed)
    entry.add("last-modified", changed)
    if facts.status in STATUS:
        entry.add("status", STATUS[facts.status])
    entry.add("summary", content.title)
    entry.add("description", "\n\n".join(filter(None, [facts.status_note, content.lead, page])))
    entry.add("url", page)
    add_times(entry, facts)
    if facts.venue:
        entry.add("location", place(facts.venue))
    if facts.livestream_url:
        entry["conference"] = stream(facts.livestream_url)
    return entry


def add_times(entry: Event, facts) -> None:
    """Add beginning and end, whole days where the clock time is not known."""
    start, end = (
        timezone.localtime(moment) if moment else None
        for moment in (facts.starts_at, facts.ends_at)
    )
    if facts.precision == Precision.TIME:
        entry.add("dtstart", start)
        if end:
            entry.add("dtend", end)
    else:
        entry.add("dtstart", start.date())
        entry.add("dtend", day_after(end or start))


def day_after(moment: datetime) -> date:
    """Return the day after; an event of whole days ends before it."""
    return moment.date() + timedelta(days=1)


def last_change(content) -> datetime:
    """Return when the text or a fact was last changed, in UTC to the second."""
    moments = [moment for moment in (content.modified, content.meeting.facts_changed_at) if moment]
    return max(moments).astimezone(UTC).replace(microsecond=0)


def place(venue) -> str:
    """Return a venue in one line."""
    town = " ".join(filter(None, [venue.postal_code, venue.locality]))
    return ", ".join(filter(None, [venue.name, venue.street, town]))


def stream(url: str) -> vUri:
    """Return the livestream as a CONFERENCE."""
    conference = vUri(url)
    conference.params.update(VALUE="URI", FEATURE=["AUDIO", "VIDEO"], LABEL=vText("Livestream"))
    return conference
