"""What was taken over already, so that nothing comes twice."""

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
