"""The closed lists of meetings (schema.org's names where it has one)."""

from django.db import models


class AttendanceMode(models.TextChoices):
    """schema.org eventAttendanceMode; what nobody knows is stated nowhere."""

    UNKNOWN = "unknown", "unbekannt"
    OFFLINE = "OfflineEventAttendanceMode", "vor Ort"
    ONLINE = "OnlineEventAttendanceMode", "online"
    MIXED = "MixedEventAttendanceMode", "vor Ort und im Livestream"


class EventStatus(models.TextChoices):
    """schema.org eventStatus; what nobody knows is stated nowhere."""

    UNKNOWN = "unknown", "keine Angabe"
    SCHEDULED = "EventScheduled", "findet wie geplant statt"
    RESCHEDULED = "EventRescheduled", "verschoben auf einen neuen Termin"
    POSTPONED = "EventPostponed", "verschoben, neuer Termin offen"
    CANCELLED = "EventCancelled", "abgesagt"
    MOVED_ONLINE = "EventMovedOnline", "findet nur online statt"


class RecordingState(models.TextChoices):
    """What the portal can say about a recording."""

    NONE = "none", "keine Aufzeichnung bekannt"
    ANNOUNCED = "announced", "Aufzeichnung folgt"
    AVAILABLE = "available", "Aufzeichnung verfügbar"


class ItemKind(models.TextChoices):
    """Kinds of programme items."""

    GREETING = "greeting", "Begrüßung"
    KEYNOTE = "keynote", "Impulsvortrag"
    TALK = "talk", "Vortrag"
    PANEL = "panel", "Gespräch"
    PRESENTATION = "presentation", "Präsentation"
    ART = "art", "Künstlerischer Beitrag"
    AWARD = "award", "Preisverleihung"
    SUMMARY = "summary", "Resümee"
    BREAK = "break", "Pause"


class Role(models.TextChoices):
    """What somebody does in a programme item."""

    SPEAKER = "speaker", "Mitwirkend"
    MODERATOR = "moderator", "Moderation"


class MeetingScope(models.TextChoices):
    """Which meetings a list shows."""

    NEXT = "next", "kommende, das nächste zuerst"
    PAST = "past", "vergangene, das letzte zuerst"
    ALL = "all", "alle, das neueste zuerst"
    NEXT_OR_LAST = "next-or-last", "das nächste; gibt es keines, das letzte"
