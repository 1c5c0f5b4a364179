"""The log of who did what to what readers see and to who may do it. Only ever added."""

from django.conf import settings
from django.db import models


class AuditAction(models.TextChoices):
    """What was done, as the log names it."""

    DRAFTED = "drafted", "Entwurf begonnen"
    PUBLISHED = "published", "Veröffentlicht"
    WITHDRAWN = "withdrawn", "Zurückgezogen"
    REQUESTED = "requested", "Freigabe angefordert"
    APPROVED = "approved", "Freigegeben"
    BYPASSED = "bypassed", "Ohne zweite Person veröffentlicht"
    PLANNED = "planned", "Geplant"
    CALLED_OFF = "called-off", "Plan abgesagt"
    BLOCKED = "blocked", "Plan nicht ausgeführt"
    EMBARGOED = "embargoed", "Sperrfrist geändert"
    LIFTED = "lifted", "Sperrfrist aufgehoben"
    LINKED = "linked", "Vorschau-Link angelegt"
    UNLINKED = "unlinked", "Vorschau-Link gesperrt"
    CLOSED = "closed", "Frühere Fassung gesperrt"
    REOPENED = "reopened", "Frühere Fassung wieder geöffnet"
    ARCHIVED = "archived", "Entwurf abgelegt"
    DISCARDED = "discarded", "Entwurf gelöscht"
    DELETED = "deleted", "Eintrag gelöscht"
    NOTED = "noted", "Notiz geschrieben"
    NOTE_DONE = "note-done", "Notiz erledigt"
    REASSIGNED = "reassigned", "Zuständigkeit geändert"
    DOWNLOADED = "downloaded", "Interne Unterlage heruntergeladen"
    RIGHTS = "rights", "Rechte geändert"
    PASSWORD = "password", "Passwort gesetzt"


class AppendOnlyError(Exception):
    """Somebody tried to change or delete a line of the log."""


class AppendOnlyQuerySet(models.QuerySet):
    """Lines can be added and read."""

    def update(self, **kwargs):
        raise AppendOnlyError("A line of the log stays as it was written.")

    def delete(self):
        raise AppendOnlyError("A line of the log is never deleted.")

    def bulk_update(self, *args, **kwargs):
        return self.update()


class AuditEntry(models.Model):
    """One line: when, who, what, with what, from which state to which, why.

    Names are kept as text: the line stays true when the user or the item is gone.
    """

    at = models.DateTimeField("Wann", auto_now_add=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.DO_NOTHING,
        null=True,
        db_constraint=False,  # the line outlives the account
        related_name="+",
        verbose_name="Konto",
    )
    user_name = models.CharField("Wer", max_length=150)
    action = models.CharField("Was", max_length=20, choices=AuditAction.choices)
    subject_type = models.CharField("Art", max_length=100)  # "news.article"
    subject_id = models.CharField(max_length=40)
    subject = models.CharField("Womit", max_length=200)
    old = models.TextField("Vorher", blank=True)
    new = models.TextField("Nachher", blank=True)
    reason = models.TextField("Begründung", blank=True)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        verbose_name = "Zeile im Protokoll"
        verbose_name_plural = "Protokoll"
        base_manager_name = "objects"
        indexes = [
            models.Index(fields=["subject_type", "subject_id", "-at"], name="audit_subject"),
            models.Index(fields=["-at", "-id"], name="audit_newest"),
        ]

    def __str__(self):
        return f"{self.get_action_display()}: {self.subject}"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise AppendOnlyError("A line of the log stays as it was written.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise AppendOnlyError("A line of the log is never deleted.")
