"""A programme for conference apps: schedule.json and frab's schedule.xml (c3voc.de/wiki/schedule).

Both say the same. What has no time is left out, and so is a block whose parts are there.
"""

from datetime import datetime, timedelta
from itertools import groupby
from uuid import UUID, uuid5

from django.utils import timezone
from django.utils.xmlutils import SimplerXMLGenerator

from events.addresses import item_path
from events.choices import RecordingPolicy
from events.papers import papers
from publishing.dates import for_machines
from publishing.feeds import printable
from publishing.metadata import ALLIANCE, absolute

SCHEMA = "https://c3voc.de/schedule/schema.json"
ZONE = "Europe/Berlin"
SLOT = "00:05"
NOWHERE = "Ort offen"


def shown_items(programme) -> list:
    """Return the items that a schedule can show, by time."""
    blocks = {item.parent_id for item in programme if item.starts_at}
    timed = [item for item in programme if item.starts_at and item.pk not in blocks]
    return sorted(timed, key=lambda item: item.starts_at)


def schedule(content, programme, attachments, *, version: int) -> dict:
    """Return a meeting's programme as the document that schedule.json holds."""
    items = shown_items(programme)
    days = [day(content, found, attachments, index=i) for i, found in enumerate(by_day(items), 1)]
    return {
        "$schema": SCHEMA,
        "generator": {"name": f"{ALLIANCE}, Portal", "url": absolute("/")},
        "schedule": {
            "version": str(version),
            "base_url": absolute("/"),
            "conference": {
                "acronym": acronym(content),
                "title": content.title,
                "description": content.lead,
                "start": days[0]["date"] if days else day_of(content.meeting.starts_at),
                "end": days[-1]["date"] if days else day_of(content.meeting.starts_at),
                "daysCount": len(days),
                "timeslot_duration": SLOT,
                "time_zone_name": ZONE,
                "url": absolute(content.get_absolute_url()),
                "rooms": [{"name": room(content), "guid": str(room_id(content))}],
                "days": days,
            },
        },
    }


def by_day(items) -> list[list[tuple]]:
    """Return the items day by day, each with the moment at which it ends as far as known."""
    followers = [*items[1:], None]
    pairs = [(item, end_of(item, after)) for item, after in zip(items, followers, strict=True)]
    return [list(found) for _, found in groupby(pairs, key=lambda pair: day_of(pair[0].starts_at))]


def end_of(item, after) -> datetime:
    """Return when an item ends: as it says, with the next one's beginning, or at once."""
    return item.ends_at or (after or item).starts_at


def day(content, pairs, attachments, *, index: int) -> dict:
    """Return a day of a schedule."""
    events = [event(content, item, end, attachments) for item, end in pairs]
    return {
        "index": index,
        "date": day_of(pairs[0][0].starts_at),
        "day_start": machine(pairs[0][0].starts_at),
        "day_end": machine(max(end for _, end in pairs)),
        "rooms": {room(content): events},
    }


def event(content, item, end: datetime, attachments) -> dict:
    """Return an item as an event of a schedule; one that is cancelled says so in its title."""
    start = timezone.localtime(item.starts_at)
    own = papers(
        [one for one in attachments if one.item == item], content.meeting, slug=content.slug
    )
    return {
        "guid": str(item.uid),
        "id": item.pk,
        "date": machine(item.starts_at),
        "start": start.strftime("%H:%M"),
        "duration": duration(end - item.starts_at),
        "room": room(content),
        "slug": f"{acronym(content)}-{item.pk}-{item.slug}",
        "url": absolute(item_path(content, item)),
        "title": f"Entfällt: {item.title}" if item.is_cancelled else item.title,
        "subtitle": "",
        "track": item.parent.title if item.parent else "",
        "type": item.get_kind_display(),
        "language": content.language,
        "abstract": "",
        "description": item.text,
        "do_not_record": item.is_cancelled or item.recording_policy != RecordingPolicy.RECORD,
        "do_not_stream": item.is_cancelled or item.recording_policy == RecordingPolicy.NEITHER,
        "persons": [person(one.person) for one in item.participations.all()],
        "links": [],
        "attachments": [{"title": one.title, "url": absolute(one.url)} for one in own],
    }


def person(someone) -> dict:
    """Return who takes part, with an address if there is a page."""
    path = someone.get_absolute_url()
    known = {"name": someone.name, "guid": str(someone.uid)}
    return {**known, "url": absolute(path)} if path else known


def acronym(content) -> str:
    """Return the meeting's short name: letters, digits and underscores."""
    return f"lad_{content.slug.replace('-', '_')}"


def room(content) -> str:
    """Return where everything happens."""
    return content.meeting.venue.name if content.meeting.venue else NOWHERE


def room_id(content) -> UUID:
    """Return the name under which apps know the room at this meeting."""
    return uuid5(content.meeting.uid, "room")


def machine(moment: datetime) -> str:
    """Return a moment with its zone."""
    return for_machines(moment, "time")


def day_of(moment: datetime) -> str:
    """Return a moment's day in the portal's time zone."""
    return for_machines(moment, "day")


def duration(length: timedelta) -> str:
    """Return hours and minutes: „01:30“."""
    hours, minutes = divmod(int(length.total_seconds()) // 60, 60)
    return f"{hours:02d}:{minutes:02d}"


# --- frab XML ---


class PlainXML(SimplerXMLGenerator):
    """Leaves out what XML cannot hold."""

    def characters(self, content):
        super().characters(printable(content))


def write_xml(document: dict, stream, *, url: str) -> None:
    """Write a schedule as frab's XML; `url` is the file's own address."""
    conference = document["schedule"]["conference"]
    xml = PlainXML(stream, "utf-8")
    xml.startDocument()
    xml.startElement("schedule", {})
    xml.addQuickElement("generator", None, {"name": document["generator"]["name"]})
    xml.addQuickElement("url", url)
    xml.addQuickElement("version", document["schedule"]["version"])
    write_conference(xml, conference)
    for one in conference["days"]:
        write_day(xml, one)
    xml.endElement("schedule")
    xml.endDocument()


def write_conference(xml, conference: dict) -> None:
    """Write what is true of the whole meeting."""
    names = ("title", "acronym", "start", "end", "timeslot_duration", "url", "time_zone_name")
    xml.startElement("conference", {})
    for name in names:
        xml.addQuickElement(name, conference[name])
    xml.addQuickElement("days", str(conference["daysCount"]))
    xml.endElement("conference")


def write_day(xml, one: dict) -> None:
    """Write a day with its room and events."""
    attributes = {"index": str(one["index"]), "date": one["date"]}
    xml.startElement("day", {**attributes, "start": one["day_start"], "end": one["day_end"]})
    for name, events in one["rooms"].items():
        xml.startElement("room", {"name": name})
        for found in events:
            write_event(xml, found)
        xml.endElement("room")
    xml.endElement("day")


TEXTS = (
    "room", "title", "subtitle", "type", "date", "start", "duration", "abstract", "slug", "track",
    "language", "description", "url",
)  # fmt: skip


def write_event(xml, one: dict) -> None:
    """Write an event."""
    xml.startElement("event", {"guid": one["guid"], "id": str(one["id"])})
    for name in TEXTS:
        xml.addQuickElement(name, one[name])
    xml.startElement("recording", {})
    xml.addQuickElement("license", "")
    xml.addQuickElement("optout", str(one["do_not_record"]).lower())
    xml.endElement("recording")
    xml.startElement("persons", {})
    for found in one["persons"]:
        xml.addQuickElement("person", found["name"], {"guid": found["guid"]})
    xml.endElement("persons")
    xml.startElement("attachments", {})
    for found in one["attachments"]:
        xml.addQuickElement("attachment", found["title"], {"href": found["url"]})
    xml.endElement("attachments")
    xml.endElement("event")
