"""One after the other: whoever changes an item makes all others wait until it is done."""

from djangocms_versioning.exceptions import ConditionFailed
from djangocms_versioning.models import Version

MEANWHILE = (
    "Jemand anderes hat diese Fassung gerade veröffentlicht, zurückgezogen oder abgelegt. Geändert "
    "wurde von Ihnen nichts. Öffnen Sie den Eintrag noch einmal und sehen Sie nach."
)


def lock_identity(identity) -> None:
    """Lock an item for the rest of the transaction; on SQLite the transaction itself does."""
    type(identity)._base_manager.select_for_update().filter(pk=identity.pk).first()


def lock_version(version) -> None:
    """Lock a version's item; raise `ConditionFailed` if its state is no longer the one we know."""
    lock_identity(version.grouper)
    if not Version.objects.filter(pk=version.pk, state=version.state).exists():
        raise ConditionFailed(MEANWHILE)


def lock_together(versions) -> None:
    """Lock the items of several versions, always in the same order: else two could wait for
    each other.
    """
    identities = {(one.content_type_id, one.grouper.pk): one.grouper for one in versions}
    for _, identity in sorted(identities.items()):
        lock_identity(identity)
