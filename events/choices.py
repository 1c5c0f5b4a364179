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


class BroadcastState(models.TextChoices):
    """What is going on with the broadcast of a meeting (spec/events.md 3, state machine)."""

    NONE = "none", "kein Livestream geplant"
    ANNOUNCED = "announced", "Livestream angekündigt"
    LOBBY = "lobby", "beginnt gleich"
    LIVE = "live", "jetzt live"
    INTERRUPTED = "interrupted", "Übertragung unterbrochen"
    ENDED = "ended", "Übertragung beendet"
    PROCESSING = "processing", "Aufzeichnung wird vorbereitet"
    RECORDING = "recording", "Aufzeichnung verfügbar"
    NO_RECORDING = "no-recording", "es gibt keine Aufzeichnung"
    WITHDRAWN = "withdrawn", "Aufzeichnung zurückgezogen"


# What the page of a meeting says first, in each state; a recording has a section of its own.
HEADLINES = {
    BroadcastState.ANNOUNCED: "Dieses Treffen wird live übertragen",
    BroadcastState.LOBBY: "Die Übertragung beginnt gleich",
    BroadcastState.LIVE: "Jetzt live",
    BroadcastState.INTERRUPTED: "Die Übertragung ist unterbrochen",
    BroadcastState.ENDED: "Die Übertragung ist beendet",
    BroadcastState.PROCESSING: "Die Aufzeichnung folgt",
    BroadcastState.RECORDING: "Aufzeichnung",
    BroadcastState.NO_RECORDING: "Von diesem Treffen gibt es keine Aufzeichnung",
    BroadcastState.WITHDRAWN: "Die Aufzeichnung wurde zurückgezogen",
}
# What a list says beside a meeting; the other states are no news there.
IN_LISTS = {
    BroadcastState.LOBBY: "Livestream beginnt gleich",
    BroadcastState.LIVE: "jetzt live",
    BroadcastState.INTERRUPTED: "Livestream unterbrochen",
    BroadcastState.PROCESSING: "Aufzeichnung folgt",
    BroadcastState.RECORDING: "Aufzeichnung verfügbar",
}


class Provider(models.TextChoices):
    """Who plays the stream or the recording."""

    OWN = "own", "eigener Server (HLS)"
    YOUTUBE = "youtube", "YouTube"
    PEERTUBE = "peertube", "PeerTube"
    OTHER = "other", "anderer Anbieter"


class RecordingPolicy(models.TextChoices):
    """What may be done with a programme item (E40)."""

    RECORD = "record", "wird übertragen und aufgezeichnet"
    STREAM_ONLY = "stream-only", "wird nur übertragen, nicht aufgezeichnet"
    NEITHER = "neither", "wird weder übertragen noch aufgezeichnet"


class MediaRole(models.TextChoices):
    """What a file of a recording is."""

    VIDEO = "video", "Video"
    AUDIO = "audio", "nur Ton"
    SIGN_LANGUAGE = "sign-language", "Fassung in Deutscher Gebärdensprache"
    AUDIO_DESCRIPTION = "audio-description", "Fassung mit Audiodeskription"


class TrackKind(models.TextChoices):
    """Kinds of text tracks, in HTML's words."""

    CAPTIONS = "captions", "Untertitel"
    DESCRIPTIONS = "descriptions", "Beschreibungen"


class TrackOrigin(models.TextChoices):
    """How a text track came about (E22)."""

    AUTOMATIC = "automatic", "automatisch erzeugt"
    CORRECTED = "corrected", "automatisch erzeugt und von Hand geprüft"
    PROFESSIONAL = "professional", "von Hand erstellt"


class AttachmentKind(models.TextChoices):
    """What a file about a meeting or a programme item is."""

    AGENDA = "agenda", "Tagesordnung"
    SLIDES = "slides", "Folien"
    MINUTES = "minutes", "Protokoll"
    HANDOUT = "handout", "Handzettel"
    OTHER = "other", "Unterlage"


class ReleaseScope(models.TextChoices):
    """What somebody agrees to (E39)."""

    STREAM = "stream", "Übertragung"
    RECORDING = "recording", "Aufzeichnung"
    PHOTO = "photo", "Fotos"
    TRANSCRIPT = "transcript", "Mitschrift"


class ReleaseState(models.TextChoices):
    """Whether somebody agreed."""

    PENDING = "pending", "angefragt"
    ACCEPTED = "accepted", "erteilt"
    ACCEPTED_ON_BEHALF = "accepted-on-behalf", "in Vertretung erteilt"
    REJECTED = "rejected", "abgelehnt"
    WITHDRAWN = "withdrawn", "widerrufen"
