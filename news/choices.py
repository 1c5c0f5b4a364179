"""The closed lists of news."""

from django.db import models


class ArticleKind(models.TextChoices):
    NEWS = "news", "Nachricht"
    PRESS_RELEASE = "press-release", "Pressemitteilung"
