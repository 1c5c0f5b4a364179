"""Subjects that articles can be found by."""

from django.db import models
from django.urls import reverse


class Topic(models.Model):
    """A subject that articles can be found by."""

    name = models.CharField("Thema", max_length=60, unique=True)
    slug = models.SlugField("Adresse", max_length=60, unique=True)

    class Meta:
        verbose_name = "Thema"
        verbose_name_plural = "Themen"

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("news:topic", args=[self.slug])
