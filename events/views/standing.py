"""How a meeting stands at this moment, told alike by its page and by status.json (E2)."""

import hashlib
import json
from dataclasses import dataclass

from django.utils.text import Truncator

from events.choices import HEADLINES, BroadcastState
from events.models import Broadcast, Meeting, MeetingContent, ProgrammeItem
from publishing.dates import for_machines

OFF = "off"  # cancelled or postponed: that wins over whatever the broadcast says
LONGEST_WORDS = 80  # characters of a title or message in status.json, which stays below 1 KB


@dataclass(frozen=True)
class Standing:
    """A meeting's status and broadcast; `item` is the programme item that runs now."""

    content: MeetingContent
    item: ProgrammeItem | None = None

    @property
    def meeting(self) -> Meeting:
        return self.content.meeting

    @property
    def broadcast(self) -> Broadcast | None:
        """The broadcast, if there is one and the meeting is not off."""
        return self.meeting.broadcast if self.phase not in {OFF, BroadcastState.NONE} else None

    @property
    def phase(self) -> str:
        """The state of the broadcast, `OFF` if the meeting does not take place."""
        return OFF if self.meeting.is_off else str(self.meeting.broadcast_state.value)

    @property
    def is_on_air(self) -> bool:
        return self.broadcast is not None and self.broadcast.is_on_air

    @property
    def is_changing(self) -> bool:
        """Whether a page that shows it waits for news (static/js/live.js)."""
        return self.is_on_air or (self.broadcast is not None and self.broadcast.is_waiting)

    @property
    def headline(self) -> str:
        """What is to be said first, "" if nothing is."""
        return self.meeting.notice if self.phase == OFF else HEADLINES.get(self.phase, "")

    @property
    def starts(self) -> str:
        """The beginning for machines, as exact as it is known."""
        return for_machines(self.meeting.starts_at, self.meeting.precision)

    @property
    def player(self) -> str:
        """Changes when another player belongs on the page, and not while one must go on playing."""
        return fingerprint(self.phase, self.broadcast.stream_url if self.broadcast else "")

    @property
    def version(self) -> str:
        """Changes when anything that a page says about it does."""
        meeting, broadcast = self.meeting, self.broadcast
        told = (meeting.status, meeting.status_note, self.starts, self.item and self.item.pk)
        words = ("message", "alternative", "live_captions", "reason", "recording_promised_for")
        return fingerprint(self.player, *told, *(getattr(broadcast, name, "") for name in words))

    def for_machines(self) -> dict:
        """Return what status.json says."""
        return {
            "state": self.phase,
            "headline": self.headline,
            "isLive": self.is_on_air,
            "item": shortened(self.item.title if self.item else ""),
            "message": shortened(self.broadcast.message if self.broadcast else ""),
            "startDate": self.starts,
            "eventStatus": self.meeting.status,
            "eventAttendanceMode": self.meeting.mode,
            "version": self.version,
        }


def running(programme) -> ProgrammeItem | None:
    """Return the item of a programme that has begun last and not ended."""
    begun = [item for item in programme if item.actual_start and not item.actual_end]
    return max(begun, key=lambda item: item.actual_start, default=None)


def fingerprint(*values) -> str:
    """Return a short text that differs when a value does."""
    text = json.dumps([str(value) for value in values])
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def shortened(text: str) -> str:
    return Truncator(text).chars(LONGEST_WORDS)
