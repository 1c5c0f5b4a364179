"""A mail that is owed to somebody; its row goes when the mail server has taken it."""

from django.db import models


class WaitingMail(models.Model):
    """One mail to one address, written down together with what it tells of.

    Whoever sends it puts `not_before` off first: so nobody else does at the same time, and if
    that one dies or the mail server does not answer, it is tried again after that.
    """

    address = models.EmailField("An")
    answer_to = models.EmailField("Antwort an", blank=True)
    subject = models.CharField("Betreff", max_length=500)
    text = models.TextField("Text")
    written_at = models.DateTimeField("Geschrieben am")
    not_before = models.DateTimeField("Nächster Versuch", db_index=True)

    class Meta:
        verbose_name = "Wartende E-Mail"
        verbose_name_plural = "Wartende E-Mails"

    def __str__(self):
        return f"{self.subject} ({self.written_at:%d.%m.%Y %H:%M})"
