"""Annual meetings: facts, programme, people, broadcast, recording, and the text about them."""

from events.models.attachments import Attachment, RecordingRelease
from events.models.broadcast import Broadcast
from events.models.captions import Cue, TextTrack
from events.models.meeting import CALENDAR_FACTS, Meeting
from events.models.meeting_content import MeetingContent, MeetingImage
from events.models.programme import Participation, ProgrammeItem
from events.models.programme_version import ProgrammeVersion
from events.models.recording import Clip, Correction, MediaFile, Recording
from events.models.venue import Venue

__all__ = [
    "CALENDAR_FACTS",
    "Attachment",
    "Broadcast",
    "Clip",
    "Correction",
    "Cue",
    "MediaFile",
    "Meeting",
    "MeetingContent",
    "MeetingImage",
    "Participation",
    "ProgrammeItem",
    "ProgrammeVersion",
    "Recording",
    "RecordingRelease",
    "TextTrack",
    "Venue",
]
