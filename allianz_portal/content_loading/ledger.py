"""Remembers what was loaded, so that it is loaded once only and can be referred to."""

from django.db import models

from publishing.models import LoadedRecord


class Ledger:
    """Every record loaded up to now, by key."""

    def __init__(self):
        self.entries = {entry.key: entry for entry in LoadedRecord.objects.all()}

    def __contains__(self, key: str) -> bool:
        return key in self.entries

    def add(self, key: str, target: models.Model) -> None:
        """Remember that the record was loaded as `target`."""
        self.entries[key] = LoadedRecord.objects.create(key=key, target=target)

    def target(self, key: str) -> models.Model | None:
        """Return what the record was loaded as; None if an editor deleted it since."""
        return self.entries[key].target
