"""What the portal remembers: former addresses, changed facts, loaded records."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models


class Redirect(models.Model):
    """A former address of an item or CMS page; it leads on for ever (design.md, rule C)."""

    old_path = models.CharField("Alte Adresse", max_length=255, unique=True)
    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    target = GenericForeignKey("content_type", "object_id")
    created_at = models.DateTimeField("Angelegt", auto_now_add=True)

    class Meta:
        verbose_name = "Weiterleitung"
        verbose_name_plural = "Weiterleitungen"

    def __str__(self):
        return self.old_path


class FactChange(models.Model):
    """One changed fact: who, when, old, new. Only ever added."""

    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    subject = GenericForeignKey("content_type", "object_id")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    user_name = models.CharField("Wer", max_length=150)
    field = models.CharField("Angabe", max_length=100)
    old = models.TextField("Vorher", blank=True)
    new = models.TextField("Nachher", blank=True)
    at = models.DateTimeField("Wann", auto_now_add=True)

    class Meta:
        verbose_name = "Geänderte Angabe"
        verbose_name_plural = "Geänderte Angaben"
        indexes = [models.Index(fields=["content_type", "object_id", "-at"], name="fact_subject")]

    def __str__(self):
        return f"{self.field}: {self.old} → {self.new}"


class LoadedRecord(models.Model):
    """A record of the first content that was loaded once; it is never loaded again.

    The row stays when an editor deletes the object, so that it stays deleted.
    """

    key = models.CharField("Schlüssel", max_length=120, unique=True)
    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    target = GenericForeignKey("content_type", "object_id")
    loaded_at = models.DateTimeField("Geladen", auto_now_add=True)

    class Meta:
        verbose_name = "Geladener Datensatz"
        verbose_name_plural = "Geladene Datensätze"

    def __str__(self):
        return self.key
