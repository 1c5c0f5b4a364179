"""The closed lists of news."""

from django.db import models


class ArticleKind(models.TextChoices):
    NEWS = "news", "Nachricht"
    PRESS_RELEASE = "press-release", "Pressemitteilung"


class NewsLayout(models.TextChoices):
    """How a list of news looks."""

    CARDS = "cards", "Karten mit Bild"
    LEAD = "lead", "Aufmacher: die neueste groß, die anderen als Liste"
    ROWS = "rows", "Liste ohne Bilder"
    TITLES = "titles", "Kurze Liste: nur Datum und Überschrift"
