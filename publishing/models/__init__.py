"""Tables of the publishing app; the abstract bases are in identity.py and content.py."""

from publishing.models.approval import Approval
from publishing.models.audit import AuditAction, AuditEntry
from publishing.models.change_note import ChangeKind, ChangeNote
from publishing.models.dated_fact import CheckAfter, DatedFact
from publishing.models.editing_session import EditingSession
from publishing.models.editor_note import EditorNote
from publishing.models.former_version import FormerVersion
from publishing.models.house_word import HouseWord
from publishing.models.outside_link import OutsideLink
from publishing.models.preview_link import PreviewLink
from publishing.models.records import FactChange, LoadedRecord, Redirect
from publishing.models.reminder import Reminder
from publishing.models.schedule import Schedule, ScheduleState, Step
from publishing.models.waiting_mail import WaitingMail
from publishing.models.withdrawal import Manner, Withdrawal

__all__ = [
    "Approval",
    "AuditAction",
    "AuditEntry",
    "ChangeKind",
    "ChangeNote",
    "CheckAfter",
    "DatedFact",
    "EditingSession",
    "EditorNote",
    "FactChange",
    "FormerVersion",
    "HouseWord",
    "LoadedRecord",
    "Manner",
    "OutsideLink",
    "PreviewLink",
    "Redirect",
    "Reminder",
    "Schedule",
    "ScheduleState",
    "Step",
    "WaitingMail",
    "Withdrawal",
]
