"""What happens when something is published or taken back: all of it or none of it."""

from django.utils import timezone
from djangocms_versioning.constants import OPERATION_PUBLISH, OPERATION_UNPUBLISH

from publishing.content import Content
from publishing.gate import require_publishable
from publishing.identity import Identity
from publishing.redirects import keep_redirect
from publishing.response_cache import drop_pages


def before_version_operation(*, operation, obj, **kwargs) -> None:
    """Lock the identity and ask the gate, so that no caller can go round it."""
    if operation != OPERATION_PUBLISH:
        return
    grouper = obj.grouper
    type(grouper)._base_manager.select_for_update().filter(pk=grouper.pk).first()
    require_publishable(obj)


def after_version_operation(*, operation, obj, **kwargs) -> None:
    """Keep redirects and the date of first publication; drop cached pages."""
    if operation not in {OPERATION_PUBLISH, OPERATION_UNPUBLISH}:
        return
    if operation == OPERATION_PUBLISH and isinstance(obj.content, Content):
        note_first_publication(obj.grouper)
        for former in kwargs.get("unpublished") or ():
            keep_redirect(
                obj.grouper,
                old_path=former.content.get_absolute_url(),
                new_path=obj.content.get_absolute_url(),
            )
    drop_pages()


def note_first_publication(identity: Identity) -> None:
    """Set `first_published_at` once."""
    if identity.first_published_at is None:
        identity.first_published_at = timezone.now()
        identity.save(update_fields=["first_published_at"])
