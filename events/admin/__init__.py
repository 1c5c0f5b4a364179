"""The admin of meetings; Django looks for it here."""

from events.admin import meetings, recordings

__all__ = ["meetings", "recordings"]
