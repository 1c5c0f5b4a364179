"""Papers that prove a consent: deleted with the last consent that they stand for."""

from functools import partial

from django.db import transaction

from events.models import RecordingRelease


def forget(sender, instance: RecordingRelease, **kwargs) -> None:
    """After a consent was deleted: delete its paper too, once nothing needs it any more."""
    if instance.evidence:
        transaction.on_commit(partial(remove_unused, instance.evidence))


def remove_unused(paper) -> None:
    """Delete a paper that stands for no consent; one often stands for several."""
    if not RecordingRelease.objects.filter(evidence=paper.name).exists():
        paper.storage.delete(paper.name)
