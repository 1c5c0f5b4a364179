"""What was taken over already, so that nothing comes twice; what waits to be taken over."""

from django.conf import settings
from django.db import models

from news.models import Article


class TakenText(models.Model):
    """A text from elsewhere and the article that it became; it goes with the article."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="taken_texts")
    key = models.CharField("Kennung", max_length=64, unique=True)
    source = models.CharField("Herkunft", max_length=300)
    taken_at = models.DateTimeField("Übernommen", auto_now_add=True)

    class Meta:
        verbose_name = "Übernommener Text"
        verbose_name_plural = "Übernommene Texte"

    def __str__(self):
        return self.source


class WaitingPicture(models.Model):
    """A picture of a Word file while its editor checks the text; gone with the draft or in a day.

    The content stands in the table, so that it goes with its row and no address leads to it.
    """

    twin = None  # the same file in the library; set by `waiting`

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    batch = models.CharField("Dokument", max_length=32, db_index=True)
    name = models.CharField("Dateiname", max_length=80)
    content = models.BinaryField("Bild")
    checksum = models.CharField("Prüfsumme", max_length=40)
    alt = models.CharField("Alternativtext", max_length=250, blank=True)
    caption = models.CharField("Bildunterschrift", max_length=300, blank=True)
    credit = models.CharField("Bildnachweis", max_length=160, blank=True)
    kept_at = models.DateTimeField("Hochgeladen", auto_now_add=True, db_index=True)

    class Meta:
        verbose_name = "Wartendes Bild"
        verbose_name_plural = "Wartende Bilder"

    def __str__(self):
        return self.name
