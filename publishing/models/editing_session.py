"""Who has a form or page open for writing just now."""

from django.conf import settings
from django.db import models

from publishing.models.approval import person


class EditingSession(models.Model):
    """One editor at one thing; it lives as long as the browser says so every few seconds."""

    subject_type = models.CharField(max_length=100)  # "news.article"
    subject_id = models.PositiveBigIntegerField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    started_at = models.DateTimeField("Seit")
    last_ping = models.DateTimeField("Zuletzt gemeldet")
    taken_by = person("Übernommen von")

    class Meta:
        verbose_name = "Wer schreibt gerade"
        verbose_name_plural = "Wer schreibt gerade"
        constraints = [
            models.UniqueConstraint(
                fields=["subject_type", "subject_id", "user"], name="editing_once"
            )
        ]

    def __str__(self):
        return f"{self.user} an {self.subject_type} {self.subject_id}"
