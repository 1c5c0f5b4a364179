"""Nobody releases what they have not read: a button knows the text of the page it stands on."""

from djangocms_versioning.exceptions import ConditionFailed
from djangocms_versioning.models import Version

from publishing.approval import approval_of
from publishing.facts import local_text
from publishing.locks import lock_version

CHANGED = (
    "Noch nicht geschehen: {who} hat daran geschrieben, seit Sie die Seite geöffnet haben "
    "({when}). Lesen Sie den Text, wie er jetzt ist, und drücken Sie dann noch einmal."
)


def require_read(version: Version, user, *, stand: str) -> None:
    """Raise `ConditionFailed` if somebody else wrote after the stand that this user has read.

    `stand` is `Approval.stand` as it was when the page with the button was made; "" asks nothing.
    """
    lock_version(version)
    approval = approval_of(version)
    if stand in {"", approval.stand} or approval.written_by_id == user.pk:
        return
    who = approval.written_by or "Jemand"
    raise ConditionFailed(CHANGED.format(who=who, when=local_text(approval.written_at)))
