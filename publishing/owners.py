"""Who looks after an item: named at once, logged, told by mail."""

from djangocms_versioning.exceptions import ConditionFailed

from publishing.audit import record
from publishing.facts import log_changes, values_of
from publishing.identity import Identity
from publishing.locks import lock_identity
from publishing.mails import send
from publishing.metadata import absolute
from publishing.models import AuditAction
from publishing.page_actions import change_url
from publishing.presence import name_of
from publishing.reviews import can_be_told

NOBODY = "niemand"
SAME = "Zuständig ist schon: {name}."


def reassign(item: Identity, owner, user) -> None:
    """Name who looks after an item from now on (`None`: nobody); refuse if it is the same."""
    lock_identity(item)
    item.refresh_from_db(fields=["owner"])
    if item.owner == owner:
        raise ConditionFailed(SAME.format(name=named(owner)))
    before, former = values_of(item, ["owner"]), item.owner
    item.owner = owner
    item.save(update_fields=["owner"])
    log_changes(item, before=before, user=user)
    record(AuditAction.REASSIGNED, item, user=user, old=named(former), new=named(owner))


def named(owner) -> str:
    """Return the name of somebody, or the word for nobody."""
    return name_of(owner) if owner else NOBODY


def tell_new_owner(owner, items: list[Identity], user) -> None:
    """Write one mail about all items to who looks after them now, unless they did it."""
    if not items or owner == user or not can_be_told(owner):
        return
    lines = [f"{item}\n{absolute(change_url(item))}" for item in items]
    what = f"„{items[0]}“" if len(items) == 1 else f"{len(items)} Einträge"
    send(
        subject=f"Sie sind jetzt zuständig: {what}",
        text="\n\n".join([f"{name_of(user)} hat Sie eingetragen für:", *lines]),
        addresses={owner.email},
    )
