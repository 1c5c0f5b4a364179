"""One after the other: whoever changes an item makes all others wait until it is done."""


def lock_identity(identity) -> None:
    """Lock an item for the rest of the transaction; on SQLite the transaction itself does."""
    type(identity)._base_manager.select_for_update().filter(pk=identity.pk).first()
