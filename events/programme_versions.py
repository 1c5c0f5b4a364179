"""Versions of a published programme, and in words what changed between them (E14)."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from events.choices import RecordingPolicy
from events.models import Meeting, ProgrammeVersion
from publishing.dates import Precision, in_words


@transaction.atomic
def note_version(meeting: Meeting) -> ProgrammeVersion | None:
    """Keep the programme as it is now as a new version; None if readers see no difference.

    Call it before a change too: what stood there before is the first version. Drafts have no
    versions, because nobody has read them.
    """
    if not meeting.contents.exists():
        return None
    Meeting.objects.select_for_update().get(pk=meeting.pk)  # one after the other
    last = meeting.programme_versions.order_by("number").last()
    after = snapshot(meeting)
    if last is None:
        return first_version(meeting, after) if after else None
    found = changes(last.programme, after)
    if not found:
        return None
    number = last.number + 1
    return meeting.programme_versions.create(number=number, programme=after, changes=found)


def first_version(meeting: Meeting, programme: list[dict]) -> ProgrammeVersion:
    """Keep what readers have seen since the meeting was published."""
    at = meeting.first_published_at or timezone.now()
    return meeting.programme_versions.create(number=1, programme=programme, at=at)


def snapshot(meeting: Meeting) -> list[dict]:
    """Return what readers see of each item, in the order of the programme."""
    return [
        {
            "key": item.pk,
            "title": item.title,
            "start": stamp(item.starts_at),
            "end": stamp(item.ends_at),
            "is_cancelled": item.is_cancelled,
            "policy": item.recording_policy,
            "people": [str(one.person) for one in item.participations.all()],
        }
        for item in meeting.programme_items.for_page()
    ]


def stamp(moment: datetime | None) -> str:
    """Return a moment as JSON keeps it."""
    return timezone.localtime(moment).isoformat() if moment else ""


def changes(before: list[dict], after: list[dict]) -> list[str]:
    """Return what changed, a German sentence for each change."""
    old = {item["key"]: item for item in before}
    new = {item["key"] for item in after}
    found = []
    for item in after:
        former = old.get(item["key"])
        found += differences(former, item) if former else [added(item)]
    return [*found, *(f"„{item['title']}“ entfernt." for item in before if item["key"] not in new)]


def added(item: dict) -> str:
    """Return the sentence about a new item."""
    when = f", {said(item['start'])}" if item["start"] else ""
    return f"„{item['title']}“ hinzugefügt{when}."


def differences(old: dict, new: dict) -> list[str]:
    """Return what changed in an item."""
    said_of = {
        "title": f"„{old['title']}“ heißt jetzt",
        "start": moved(old["start"], new["start"]),
        "end": ended(new["end"]) if old["start"] == new["start"] else "",
        "is_cancelled": "entfällt" if new["is_cancelled"] else "findet doch statt",
        "policy": RecordingPolicy(new["policy"]).label,
        "people": taking_part(new["people"]),
    }
    name = f"„{new['title']}“"
    changed = {key: words for key, words in said_of.items() if words and old[key] != new[key]}
    return [
        f"{words} {name}." if key == "title" else f"{name} {words}."
        for key, words in changed.items()
    ]


def moved(old: str, new: str) -> str:
    """Return how the beginning of an item changed."""
    if old == new:
        return ""
    if not old:
        return f"beginnt {said(new)}"
    if not new:
        return "hat noch keine Uhrzeit"
    is_same_day = old[:10] == new[:10]
    start, end = (clock(one) if is_same_day else said(one) for one in (old, new))
    return f"verschoben von {start} auf {end}"


def ended(end: str) -> str:
    """Return how the end of an item changed."""
    return f"dauert bis {clock(end)}" if end else "hat kein festes Ende mehr"


def taking_part(people: list[str]) -> str:
    """Return who takes part now."""
    return f"jetzt mit {', '.join(people)}" if people else "steht noch ohne Mitwirkende da"


def said(text: str) -> str:
    """Return day and time as readers know them."""
    return in_words(datetime.fromisoformat(text), Precision.TIME)


def clock(text: str) -> str:
    """Return the time as readers know it."""
    return f"{date_format(timezone.localtime(datetime.fromisoformat(text)), 'H:i')} Uhr"
