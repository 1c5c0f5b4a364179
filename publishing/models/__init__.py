"""Tables of the publishing app; the abstract bases are in identity.py and content.py."""

from publishing.models.audit import AuditAction, AuditEntry
from publishing.models.records import FactChange, LoadedRecord, Redirect

__all__ = ["AuditAction", "AuditEntry", "FactChange", "LoadedRecord", "Redirect"]
