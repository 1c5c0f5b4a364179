"""What somebody was told by mail, so that nobody is told twice."""

from django.db import models


class Reminder(models.Model):
    """One thing that its owner was told: a review date that has come, a link that is broken.

    `key` is what was told, such as the date; another date is told anew.
    """

    topic = models.CharField(max_length=10)  # "review", "link"
    subject_type = models.CharField(max_length=100)  # "news.article"
    subject_id = models.PositiveBigIntegerField()
    key = models.CharField(max_length=100)
    at = models.DateTimeField("Wann", auto_now_add=True)

    class Meta:
        verbose_name = "Erinnerung"
        verbose_name_plural = "Erinnerungen"
        constraints = [
            models.UniqueConstraint(
                fields=["topic", "subject_type", "subject_id", "key"], name="reminder_once"
            )
        ]

    def __str__(self):
        return f"{self.topic}: {self.subject_type} {self.subject_id}, {self.key}"
