"""The house list: words that texts of this portal do without, or write in one way only."""

from django.db import models


class HouseWord(models.Model):
    """One word or phrase, what to write instead, and why."""

    word = models.CharField(
        "So nicht",
        max_length=100,
        unique=True,
        help_text="Genau so geschrieben, wie es nicht im Text stehen soll; Groß und Klein zählen.",
    )
    instead = models.CharField("Sondern so", max_length=200, blank=True)
    reason = models.CharField("Warum", max_length=200, blank=True)

    class Meta:
        verbose_name = "Wort der Hausliste"
        verbose_name_plural = "Hausliste"

    def __str__(self):
        return self.word
