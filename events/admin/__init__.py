"""The admin of meetings; Django looks for it here."""

from events.admin import cues, meetings, recordings

__all__ = ["cues", "meetings", "recordings"]
