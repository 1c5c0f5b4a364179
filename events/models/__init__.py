"""Annual meetings: facts, programme, people and the versioned text about them."""

from events.models.meeting import CALENDAR_FACTS, Meeting, MeetingContent, MeetingImage, Venue
from events.models.programme import Participation, ProgrammeItem

__all__ = [
    "CALENDAR_FACTS",
    "Meeting",
    "MeetingContent",
    "MeetingImage",
    "Participation",
    "ProgrammeItem",
    "Venue",
]
