"""What is open about the meetings, for the editors' index."""

from dataclasses import dataclass

from events.checklist import to_do
from publishing.page_actions import change_url

SHOWN = 8  # meetings


@dataclass(frozen=True)
class MeetingTask:
    """A line of the index: the meeting, and what is open about it in a few words."""

    label: str
    url: str
    hint: str


def meeting_tasks(user) -> list[MeetingTask]:
    """Return the meetings that need something, for those who may change them."""
    if not user.has_perm("events.change_meeting"):
        return []
    return [
        MeetingTask(
            str(meeting), change_url(meeting), f"offen: {', '.join(line.text for line in lines)}"
        )
        for meeting, lines in to_do()[:SHOWN]
    ]
