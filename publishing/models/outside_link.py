"""What was found out about addresses that texts link to and that only a request can judge."""

from django.db import models


class OutsideLink(models.Model):
    """One address, as it answered last."""

    url = models.CharField("Adresse", max_length=500, unique=True)
    status = models.PositiveSmallIntegerField("Antwort", default=0)  # HTTP; 0: none
    checked_at = models.DateTimeField("Zuletzt gefragt")
    failing_since = models.DateTimeField("Antwortet nicht seit", null=True, blank=True)

    class Meta:
        verbose_name = "Geprüfter Link"
        verbose_name_plural = "Geprüfte Links"

    def __str__(self):
        return self.url
