"""What happens when something is published or taken back: all of it or none of it."""

from cms.models import PageContent
from cms.operations import DELETE_PAGE, MOVE_PAGE
from cms.utils.placeholder import rescan_placeholders_for_obj
from django.utils import timezone
from djangocms_versioning.constants import OPERATION_ARCHIVE, OPERATION_PUBLISH, OPERATION_UNPUBLISH

from publishing.approval import require_second_person
from publishing.audit import actor, record, record_version
from publishing.change_notes import publish_note
from publishing.content import Content
from publishing.former_versions import close_all, keep_former
from publishing.gate import require_publishable
from publishing.identity import Identity
from publishing.leaks import tell_corrected, tell_dropped, tell_released_early, tell_taken_back
from publishing.locks import lock_version
from publishing.models import AuditAction, Manner, Step
from publishing.redirects import (
    free_addresses,
    free_page_addresses,
    keep_addresses,
    keep_page_addresses,
)
from publishing.response_cache import drop_pages
from publishing.timetable import cancel, running_line, words
from publishing.withdrawal import end_withdrawals, present_withdrawal

PUBLIC_OPERATIONS = {OPERATION_PUBLISH, OPERATION_UNPUBLISH}
LEAVING = {MOVE_PAGE, DELETE_PAGE}  # operations after which a page is no longer where it was


def before_version_operation(*, operation, obj, **kwargs) -> None:
    """Lock the identity and ask the gate, so that no caller can go round it."""
    if operation in {*PUBLIC_OPERATIONS, OPERATION_ARCHIVE}:
        lock_version(obj)
    if operation not in PUBLIC_OPERATIONS:
        return
    if isinstance(obj.content, PageContent):
        keep_page_addresses(obj.content.page)
    if operation == OPERATION_PUBLISH:
        require_publishable(obj)
        # The CMS would make the placeholders when the first reader comes; reading writes nothing.
        rescan_placeholders_for_obj(obj.content)


def after_version_operation(*, operation, obj, to_be_published=None, **kwargs) -> None:
    """Ask for the second person, write the log, end what was planned, keep the address.

    What only makes way for its successor (`to_be_published`) is not taken back.
    """
    if operation == OPERATION_PUBLISH:
        require_second_person(obj, actor(obj, operation))
    if to_be_published is None:
        record_version(obj, operation, reason=reason_for(obj, operation))
        end_plans(obj, operation)
    else:
        keep_former(obj, to_be_published)
    if operation in PUBLIC_OPERATIONS:
        after_public_operation(obj, is_published=operation == OPERATION_PUBLISH)


def reason_for(version, operation) -> str:
    """Return why this happens, as far as somebody said so before it happened."""
    if operation not in PUBLIC_OPERATIONS:
        return ""
    line = running_line(version)
    withdrawal = None if operation == OPERATION_PUBLISH else present_withdrawal(version.grouper)
    reasons = [
        f"Zeitplan: {words(line)}" if line else "",
        withdrawal.reason if withdrawal else "",
    ]
    return ". ".join(reason for reason in reasons if reason)


def end_plans(version, operation) -> None:
    """End what was planned or noted for the former state; tell who knows the text already."""
    identity = version.grouper
    if operation == OPERATION_PUBLISH:
        if cancel(identity, None, step=Step.PUBLISH):
            tell_released_early(version)
        end_withdrawals(identity)
        publish_note(version)
        tell_corrected(version)
    elif operation == OPERATION_UNPUBLISH:
        cancel(identity, None, step=Step.WITHDRAW)
        close_former(version)
        tell_taken_back(version)
    elif operation == OPERATION_ARCHIVE:
        cancel(identity, None, step=Step.PUBLISH)
        tell_dropped(version)


def close_former(version) -> None:
    """Close what stood there before, unless the text itself stays readable."""
    withdrawal = present_withdrawal(version.grouper)
    if withdrawal is None or withdrawal.manner != Manner.NOTICE:
        close_all(version)


def after_public_operation(version, *, is_published: bool) -> None:
    """Keep redirects and the date of first publication; drop cached pages."""
    if isinstance(version.content, PageContent):
        free_page_addresses(version.content.page)
    elif isinstance(version.content, Content):
        after_content_operation(version, is_published=is_published)
    drop_pages()


def after_content_operation(version, *, is_published: bool) -> None:
    """Keep the address of what was taken back, free the address of what is public."""
    path = version.content.get_absolute_url()
    if is_published:
        note_first_publication(version.grouper)
        free_addresses([path])
        version.content.follow_publication()
    else:
        keep_addresses({path: version.grouper})


def before_page_operation(*, operation, obj=None, request=None, **kwargs) -> None:
    """Keep the addresses of a page that is moved or deleted and of all below it.

    A page that is only being added (`obj` is missing) has none yet.
    """
    if operation in LEAVING:
        keep_page_addresses(obj)
    if operation == DELETE_PAGE:
        record(AuditAction.DELETED, obj, user=request.user)


def after_page_operation(*, operation, obj=None, **kwargs) -> None:
    """Free the addresses that moved pages have now; drop cached pages."""
    if operation == MOVE_PAGE:
        obj.refresh_from_db()
        free_page_addresses(obj)
    if operation in LEAVING:
        drop_pages()


def note_first_publication(identity: Identity) -> None:
    """Set `first_published_at` once."""
    if identity.first_published_at is None:
        identity.first_published_at = timezone.now()
        identity.save(update_fields=["first_published_at"])
