"""Four eyes: a text that needs them is released by somebody else than who wrote it last.

So two people have seen it in the form that readers get. Whoever cannot wait
publishes with a reason, and it stays on the editors' index until a second person has looked.
"""

from django.db import models, transaction
from django.utils import timezone
from djangocms_versioning.constants import DRAFT, PUBLISHED
from djangocms_versioning.exceptions import ConditionFailed
from djangocms_versioning.models import Version

from publishing.audit import record_step
from publishing.facts import local_text
from publishing.locks import lock_version
from publishing.models import Approval, AuditAction

OWN_TEXT = (
    "Sie haben zuletzt daran geschrieben. Eine Pressemitteilung gibt eine zweite Person frei: "
    "Drücken Sie „Freigabe anfordern“, oder veröffentlichen Sie mit Begründung ohne sie."
)
NOT_ASKED = (
    "Um Freigabe bittet gerade niemand: Der Text wurde inzwischen geändert oder schon freigegeben. "
    "Lesen Sie ihn noch einmal."
)
NO_REASON = "Ohne Begründung geht es nicht: Ein Satz genügt, er steht danach im Protokoll."


def needs_second_person(version: Version) -> bool:
    """Tell whether this version may only be released by a second person."""
    return getattr(version.content, "needs_second_person", False)


def approval_of(version: Version) -> Approval:
    """Return what is known about a version, as an unsaved row if nothing is."""
    found = Approval.objects.filter(version=version).first()
    return found or Approval(version=version, written_by=version.created_by)


def refusal(version: Version, user) -> str:
    """Return why this user may not release this version, or ""."""
    if not needs_second_person(version):
        return ""
    approval = approval_of(version)
    return "" if approval.is_settled or approval.written_by_id != user.pk else OWN_TEXT


def require_second_person(version: Version, user) -> None:
    """Raise `ConditionFailed` if only this user has seen the text; note who released it."""
    reason = refusal(version, user)
    if reason:
        raise ConditionFailed(reason)
    if needs_second_person(version):
        settle(version, user)


def settle(version: Version, user) -> None:
    """Note that somebody released a version, unless that is settled already."""
    approval = approval_of(version)
    if not approval.is_settled:
        approval.approved_by, approval.approved_at = user, timezone.now()
        approval.save()


def note_writing(version: Version, user) -> None:
    """Note who wrote last in a draft; request and release of the former text are void."""
    if version.state != DRAFT:
        return
    void = dict.fromkeys(
        ("requested_by", "requested_at", "approved_by", "approved_at", "bypassed_by")
    )
    values = {**void, "written_by": user, "written_at": timezone.now(), "bypass_reason": ""}
    Approval.objects.update_or_create(version=version, defaults=values)


@transaction.atomic
def request_approval(version: Version, user) -> None:
    """Ask for a second person, once."""
    lock_version(version)
    approval = approval_of(version)
    if approval.is_waiting:
        return
    approval.requested_by, approval.requested_at = user, timezone.now()
    approval.save()
    record_step(AuditAction.REQUESTED, version, user=user)


@transaction.atomic
def approve(version: Version, user) -> None:
    """Release a draft, or look afterwards at what was published without a second person."""
    lock_version(version)
    approval = approval_of(version)
    if user.pk in {approval.written_by_id, approval.bypassed_by_id}:
        raise ConditionFailed(OWN_TEXT)
    if not (approval.is_waiting or approval.is_unseen):
        raise ConditionFailed(NOT_ASKED)
    approval.approved_by, approval.approved_at = user, timezone.now()
    approval.save()
    record_step(AuditAction.APPROVED, version, user=user)


@transaction.atomic
def note_bypass(version: Version, user, *, reason: str) -> None:
    """Note that a version becomes or became public without a second person, and why."""
    if not reason.strip():
        raise ConditionFailed(NO_REASON)
    lock_version(version)
    approval = approval_of(version)
    approval.bypassed_by, approval.bypass_reason = user, reason.strip()
    approval.approved_by = approval.approved_at = None
    approval.save()
    record_step(AuditAction.BYPASSED, version, user=user, reason=reason.strip())


def waiting_versions() -> models.QuerySet:
    """Return the drafts whose release was asked for, the oldest request first."""
    waiting = Version.objects.filter(
        state=DRAFT, approval__requested_at__isnull=False, approval__approved_at=None
    )
    return waiting.order_by("approval__requested_at", "pk")


def unseen_versions() -> models.QuerySet:
    """Return what is public without a second person ever having looked."""
    unseen = Version.objects.filter(state=PUBLISHED, approval__approved_at=None)
    return unseen.filter(approval__bypass_reason__gt="").order_by("modified", "pk")


def after_block_operation(*, request, **kwargs) -> None:
    """Note who changed building blocks of a draft."""
    for name in ("placeholder", "source_placeholder", "target_placeholder"):
        source = getattr(kwargs.get(name), "source", None)
        version = source.versions.first() if hasattr(source, "versions") else None
        if version:
            note_writing(version, request.user)


def status(content) -> str:
    """Return in a sentence how far the release of a content has come; "" if nothing is known."""
    version = content.versions.get()
    approval = approval_of(version)
    if approval.is_unseen:
        return (
            f"Ohne zweite Person veröffentlicht: „{approval.bypass_reason}“ "
            "Jemand anderes sieht bitte nachträglich durch und drückt „Nachträglich freigeben“."
        )
    if version.state != DRAFT or not (approval.requested_at or approval.approved_at):
        return ""
    if approval.approved_at:
        return (
            f"Freigegeben von {approval.approved_by}, {local_text(approval.approved_at)}. "
            "Wer jetzt noch etwas ändert, hebt die Freigabe auf."
        )
    return (
        f"Freigabe angefordert von {approval.requested_by}, {local_text(approval.requested_at)}. "
        f"Freigeben kann jede berechtigte Person außer {approval.written_by}."
    )
