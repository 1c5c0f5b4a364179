"""Meetings for calendars (RFC 5545, 7986): stable, truthful, the same bytes twice."""

from datetime import UTC, date, datetime, timedelta

from django.utils import timezone
from icalendar import Calendar, Event, Timezone, vText, vUri

from events.addresses import item_path
from events.choices import AttendanceMode, EventStatus, RecordingPolicy
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


def calendar(events: list[Event], *, name: str) -> bytes:
    """Return a calendar of events; readers look for news of it twice a day."""
    document = Calendar()
    document.add("prodid", PRODUCT)
    document.add("version", "2.0")
    document.add("method", "PUBLISH")
    document.add("name", name)
    document.add("x-wr-calname", name)
    document.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    document.add("x-published-ttl", "PT12H")  # the same for Outlook
    document.add_component(Timezone.from_ical(BERLIN))
    for one in events:
        document.add_component(one)
    return document.to_ical()


def event(content) -> Event:
    """Return a meeting as an event of a calendar."""
    facts = content.meeting
    entry = begun(content, uid=facts.uid, sequence=facts.sequence, changed=facts.facts_changed_at)
    if facts.status in STATUS:
        entry.add("status", STATUS[facts.status])
    page = absolute(content.get_absolute_url())
    entry.add("summary", content.title)
    entry.add("description", "\n\n".join(filter(None, [facts.status_note, content.lead, page])))
    entry.add("url", page)
    add_times(entry, facts)
    add_places(entry, facts)
    return entry


def item_event(content, item) -> Event:
    """Return a programme item as an event; it is off when its meeting is."""
    facts = content.meeting
    moments = [one for one in (facts.facts_changed_at, item.facts_changed_at) if one]
    changed = max(moments, default=None)
    sequence = facts.sequence + item.sequence  # both only rise
    entry = begun(content, uid=item.uid, sequence=sequence, changed=changed)
    status = EventStatus.CANCELLED if item.is_cancelled else facts.status
    if status in STATUS:
        entry.add("status", STATUS[status])
    page = absolute(item_path(content, item))
    entry.add("summary", f"{item.title} ({content.title})")
    entry.add("description", "\n\n".join(filter(None, [facts.status_note, item.text, page])))
    entry.add("url", page)
    entry.add("related-to", str(facts.uid))
    entry.add("dtstart", timezone.localtime(item.starts_at))
    if item.ends_at:
        entry.add("dtend", timezone.localtime(item.ends_at))
    add_places(entry, facts, is_streamed=item.recording_policy != RecordingPolicy.NEITHER)
    return entry


def begun(content, *, uid, sequence: int, changed: datetime | None) -> Event:
    """Return an event that says what it is and when it last changed."""
    stamp = last_change(content, changed)
    entry = Event()
    entry.add("uid", str(uid))
    entry.add("sequence", sequence)
    entry.add("dtstamp", stamp)
    entry.add("last-modified", stamp)
    return entry


def add_places(entry: Event, facts, *, is_streamed: bool = True) -> None:
    """Add where it is, on site and online."""
    if facts.venue and facts.mode != AttendanceMode.ONLINE:
        entry.add("location", place(facts.venue))
    if facts.livestream_url and is_streamed:
        entry["conference"] = stream(facts.livestream_url)


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


def last_change(content, changed: datetime | None) -> datetime:
    """Return when the text or a fact was last changed, in UTC to the second."""
    moments = [moment for moment in (content.modified, changed) if moment]
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
