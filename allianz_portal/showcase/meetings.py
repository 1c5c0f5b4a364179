"""Meetings in each state, with programme and people: made up of the real models, never saved."""

from datetime import datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfo

from allianz_portal.showcase.specimens import WORDS, person
from events.chapters import Chapter
from events.choices import BroadcastState, EventStatus, ItemKind, RecordingPolicy, Role
from events.media_files.versions import Download
from events.models import Broadcast, Meeting, MeetingContent, Venue
from events.views.playback import Start
from partners.models import AnnualTheme
from publishing.dates import Precision

MOMENT = datetime(2030, 3, 1, 18, tzinfo=ZoneInfo("Europe/Berlin"))
UNRECORDED = {
    "recording_policy": RecordingPolicy.NEITHER,
    "get_recording_policy_display": RecordingPolicy.NEITHER.label,
}
STATES = {
    "Angekündigt": {"status": EventStatus.SCHEDULED, "venue": Venue(name="Name des Ortes")},
    "Nur das Jahr ist belegt": {"precision": Precision.YEAR},
    "Abgesagt": {"status": EventStatus.CANCELLED},
    "Verschoben, neuer Termin": {"status": EventStatus.RESCHEDULED},
    "Verschoben, Termin offen": {"status": EventStatus.POSTPONED, "precision": Precision.MONTH},
    "Nur noch online": {"status": EventStatus.MOVED_ONLINE},
    "Jetzt live": {"broadcast": BroadcastState.LIVE},
    "Vorbei, Aufzeichnung folgt": {"broadcast": BroadcastState.PROCESSING},
    "Vorbei, mit Aufzeichnung": {"broadcast": BroadcastState.RECORDING},
}


def shown() -> dict:
    """Return meetings, programme, people and years for the templates of /bausteine/."""
    parts = [participation(Role.SPEAKER), participation(Role.MODERATOR)]
    return {
        "moment": MOMENT,
        "meetings": [meeting(title, **facts) for title, facts in STATES.items()],
        "programme_items": [
            item(ItemKind.GREETING, "Begrüßung", starts_at=MOMENT, people=parts[:1]),
            item(ItemKind.PANEL, "Titel eines Gesprächs", people=parts, **UNRECORDED),
            item(ItemKind.TALK, "Vortrag, der ausfällt", is_cancelled=True),
            item(ItemKind.SUMMARY, "Schluss", outcome="Beschluss in einem Satz."),
            item(ItemKind.BREAK, "Pause"),
        ],
        "participations": parts,
        "playback": playback(),
        "years_of_themes": [
            AnnualTheme(year=2030, title="Titel des Themas", motto="Motto des Jahres"),
            AnnualTheme(year=2031, title="Titel des Themas", description=WORDS["lead"]),
        ],
    }


def meeting(title: str, *, broadcast=BroadcastState.NONE, **facts) -> MeetingContent:
    """Return the text of a meeting with these facts."""
    known = Meeting(starts_at=MOMENT, **facts)
    known.broadcast = Broadcast(state=broadcast)
    content = MeetingContent(meeting=known, title=title, motto="Motto des Treffens")
    content.get_absolute_url = lambda: "#baustein-meeting_card"
    return content


def item(kind: ItemKind, title: str, *, people=(), **values) -> SimpleNamespace:
    """Return an item of a programme; its people hang on it as the database would give them."""
    return SimpleNamespace(
        title=title,
        slug="muster",
        get_kind_display=kind.label,
        **{"starts_at": None, "ends_at": None, **values},
        participations=SimpleNamespace(all=people),
    )


def playback() -> SimpleNamespace:
    """Return a recording with two chapters, the second of them running, and no file behind it."""
    chapters = [
        Chapter("Begrüßung", 0, 0, None),
        Chapter("Titel eines Gesprächs", 600_000, 510_000, None),
    ]
    return SimpleNamespace(
        sources=[],
        start=Start(),
        chapters=chapters,
        current=chapters[1],
        downloads=[
            Download("#baustein-file_list", "name.mp4", "Video, 720p", "MP4, 12 MB, Deutsch")
        ],
    )


def participation(role: Role) -> SimpleNamespace:
    """Return somebody's part in a meeting."""
    return SimpleNamespace(
        person=person(),
        role=role,
        job_title="Funktion an diesem Tag",
        organisation="Einrichtung",
        item=item(ItemKind.TALK, "Titel eines Vortrags"),
        meeting_content=meeting("Titel des Treffens"),
    )
