"""A text that readers once saw, under a number that stays."""

from django.db import models
from django.utils import timezone
from djangocms_versioning.models import Version

from publishing.dates import NBSP, Precision, in_words
from publishing.models.approval import person


class FormerVersionQuerySet(models.QuerySet):
    """The questions the portal asks about former versions."""

    def of(self, content):
        """Return those of the same thing in the same language as a content."""
        identity = content.identity
        return self.filter(
            subject_type=identity._meta.label_lower,
            subject_id=identity.pk,
            language=content.language,
        )


class FormerVersion(models.Model):
    """What stood at an address until readers were told of a change (docs/decisions/0025).

    The row outlives its version, so that no number is given twice.
    """

    version = models.OneToOneField(Version, models.SET_NULL, null=True, related_name="former")
    successor = models.OneToOneField(Version, models.SET_NULL, null=True, related_name="replaced")
    subject_type = models.CharField(max_length=100)  # "news.article"
    subject_id = models.PositiveBigIntegerField()
    language = models.CharField(max_length=10)
    number = models.PositiveIntegerField("Nummer")
    since = models.DateTimeField("Galt ab")
    until = models.DateTimeField("Galt bis")
    closed_at = models.DateTimeField("Gesperrt am", null=True, blank=True)
    closed_by = person("Gesperrt von")
    reason = models.CharField("Begründung", max_length=300, blank=True)
    is_reason_public = models.BooleanField("Leser erfahren die Begründung", default=False)

    objects = FormerVersionQuerySet.as_manager()

    class Meta:
        verbose_name = "Frühere Fassung"
        verbose_name_plural = "Frühere Fassungen"
        constraints = [
            models.UniqueConstraint(
                fields=["subject_type", "subject_id", "language", "number"],
                name="former_version_number",
            )
        ]

    def __str__(self):
        return f"Fassung {self.number}"

    @property
    def is_readable(self) -> bool:
        """Whether readers may see it as long as the thing itself is public."""
        return self.version_id is not None and self.closed_at is None

    @property
    def period(self) -> str:
        """From when to when it stood there, in days; in hours if that was one day."""
        since, until = timezone.localtime(self.since), timezone.localtime(self.until)
        days = [in_words(moment, Precision.DAY) for moment in (since, until)]
        if days[0] != days[1]:
            return f"vom {days[0]} bis {days[1]}"
        return f"am {days[0]} von {since:%H:%M} bis {until:%H:%M}{NBSP}Uhr"
