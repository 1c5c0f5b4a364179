"""The admin of meetings; Django looks for it here."""

from events.admin import meetings

__all__ = ["meetings"]
