"""What a published programme said, version by version (E14)."""

from django.db import models
from django.utils import timezone

from events.models.meeting import Meeting


class ProgrammeVersion(models.Model):
    """A programme as readers saw it, and what changed since the version before."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="programme_versions")
    number = models.PositiveSmallIntegerField()
    at = models.DateTimeField(default=timezone.now)
    programme = models.JSONField()  # events/programme_versions.py
    changes = models.JSONField(default=list)  # German sentences

    class Meta:
        verbose_name = "Fassung des Programms"
        verbose_name_plural = "Fassungen des Programms"
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="programme_version_number")
        ]

    def __str__(self):
        return f"Fassung {self.number}"
