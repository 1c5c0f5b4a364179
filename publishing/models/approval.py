"""Four eyes: who wrote a draft last, who asked for its release, who released it."""

from django.conf import settings
from django.db import models
from djangocms_versioning.models import Version


def person(label: str) -> models.ForeignKey:
    """Return a key to a member of staff who did something; the row outlives the account."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=label,
    )


class Approval(models.Model):
    """What is known about the two people who have seen a version in its last form.

    Writing anything takes back request and release: nobody has released that text.
    """

    version = models.OneToOneField(Version, models.CASCADE, related_name="approval")
    written_by = person("Zuletzt geschrieben von")
    written_at = models.DateTimeField("Zuletzt geschrieben am", null=True, blank=True)
    requested_by = person("Freigabe angefordert von")
    requested_at = models.DateTimeField("Freigabe angefordert am", null=True, blank=True)
    approved_by = person("Freigegeben von")
    approved_at = models.DateTimeField("Freigegeben am", null=True, blank=True)
    bypassed_by = person("Ohne zweite Person veröffentlicht von")
    bypass_reason = models.TextField("Begründung", blank=True)

    class Meta:
        verbose_name = "Freigabe"
        verbose_name_plural = "Freigaben"

    @property
    def stand(self) -> str:
        """Which text it is about: another word once anybody has written."""
        return self.written_at.isoformat() if self.written_at else "-"

    @property
    def is_settled(self) -> bool:
        """Whether the text may become public: released, or with a reason why it cannot wait."""
        return self.approved_at is not None or self.bypass_reason != ""

    @property
    def is_waiting(self) -> bool:
        """Whether somebody asked for a release that nobody has given."""
        return self.requested_at is not None and self.approved_at is None

    @property
    def is_unseen(self) -> bool:
        """Whether it became public with a reason and nobody else has looked yet."""
        return self.bypass_reason != "" and self.approved_at is None

    def __str__(self):
        return f"Freigabe von Version {self.version_id}"
