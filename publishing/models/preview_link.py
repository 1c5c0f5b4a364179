"""An address that opens one draft for people without an account."""

from django.db import models
from django.utils import timezone
from djangocms_versioning.models import Version

from publishing.models.approval import person


class PreviewLink(models.Model):
    """Who got it, until when it opens, how often it was opened; no address of a reader.

    Only a hash of the token is kept: whoever reads the database can open nothing.
    """

    token_hash = models.CharField(max_length=64, unique=True)
    version = models.ForeignKey(Version, models.CASCADE, related_name="preview_links")
    label = models.CharField(
        "Für wen",
        max_length=100,
        help_text="Zum Beispiel „Redaktion Lokalteil“. Steht im Protokoll: wer was schon kennt.",
    )
    email = models.EmailField(
        "E-Mail",
        blank=True,
        help_text="Wird der Text vorher zurückgezogen oder vorzeitig veröffentlicht, schreibt das "
        "Portal dorthin, falls der Link geöffnet wurde.",
    )
    expires_at = models.DateTimeField("Gilt bis")
    revoked_at = models.DateTimeField("Gesperrt am", null=True, blank=True)
    opened = models.PositiveIntegerField("Geöffnet", default=0)
    last_opened_at = models.DateTimeField("Zuletzt geöffnet", null=True, blank=True)
    acknowledged = models.PositiveIntegerField("Sperrfrist anerkannt", default=0)
    last_acknowledged_at = models.DateTimeField("Zuletzt anerkannt", null=True, blank=True)
    created_by = person("Angelegt von")
    created_at = models.DateTimeField("Angelegt", auto_now_add=True)

    class Meta:
        verbose_name = "Vorschau-Link"
        verbose_name_plural = "Vorschau-Links"

    def __str__(self):
        return self.label

    @property
    def is_open(self) -> bool:
        """Whether it opens the draft now."""
        return self.revoked_at is None and timezone.now() < self.expires_at
