"""Taken back: what readers find at the address of something that is no longer published."""

from django.db import models
from djangocms_versioning.models import Version

from publishing.models.approval import person


class Manner(models.TextChoices):
    """What the address answers from then on."""

    NOTICE = "notice", "Der Text bleibt lesbar, mit einem Hinweis darüber"
    GONE = "gone", "Der Text ist weg; die Seite sagt, dass er zurückgezogen wurde"
    REDIRECT = "redirect", "Die Adresse führt auf eine andere Seite"


class Withdrawal(models.Model):
    """Why the last published version of something was taken back, and what its address says.

    It ends when a version of the same thing is published again.
    """

    version = models.OneToOneField(Version, models.CASCADE, related_name="withdrawal")
    subject_type = models.CharField(max_length=100)  # "news.article"
    subject_id = models.PositiveBigIntegerField()
    manner = models.CharField("Was Leser finden", max_length=10, choices=Manner.choices)
    reason = models.TextField("Begründung", blank=True)
    target = models.CharField("Neue Adresse", max_length=500, blank=True)
    by = person("Zurückgezogen von")
    at = models.DateTimeField("Zurückgezogen am")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "Rücknahme"
        verbose_name_plural = "Rücknahmen"
        indexes = [models.Index(fields=["subject_type", "subject_id"], name="withdrawal_subject")]

    def __str__(self):
        return f"{self.get_manner_display()}: {self.reason}"
