"""Who the alliance is, in a paragraph: written once, kept by each release as it was."""

from django.db import models


class Boilerplate(models.Model):
    """A text for the end of releases; its changes are logged, releases keep theirs."""

    name = models.CharField(
        "Name", max_length=80, unique=True, help_text="Nur für die Auswahl: „Das Bündnis, kurz“."
    )
    text = models.TextField(
        "Text",
        max_length=2000,
        help_text="Gilt für Mitteilungen, die ab jetzt veröffentlicht werden. Was schon "
        "veröffentlicht ist, behält seinen Wortlaut.",
    )

    class Meta:
        verbose_name = "Hintergrundtext"
        verbose_name_plural = "Hintergrundtexte"

    def __str__(self):
        return self.name
