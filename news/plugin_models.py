"""What editors choose for the building blocks of news and press."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from news.choices import ArticleKind, NewsLayout
from news.models import ArticleContent, PressContact, Topic
from ui.plugin_models import HeadedBlock, limit


class NewsList(HeadedBlock):
    """News and press releases as cards, the newest first."""

    kind = models.CharField(
        "Welche",
        max_length=20,
        choices=ArticleKind.choices,
        blank=True,
        help_text="Leer: Nachrichten und Pressemitteilungen.",
    )
    topic = models.ForeignKey(
        Topic,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Thema",
        help_text="Leer: alle Themen.",
    )
    is_plain_language = models.BooleanField(
        "Nur Fassungen in Einfacher Sprache",
        default=False,
        help_text="Sonst stehen in der Liste nur die ausführlichen Fassungen.",
    )
    count = models.PositiveSmallIntegerField(
        "Anzahl", default=6, validators=[MinValueValidator(1), MaxValueValidator(48)]
    )
    layout = models.CharField(
        "Darstellung", max_length=20, choices=NewsLayout.choices, default=NewsLayout.CARDS
    )
    is_paginated = models.BooleanField(
        "Weiterblättern",
        default=False,
        help_text="Zeigt alle, so viele wie „Anzahl“ auf einer Seite, und darunter das Archiv. "
        "Nur für eine Liste auf der Seite.",
    )

    class Meta:
        verbose_name = "Liste der Nachrichten"

    def choice(self):
        kind = self.get_kind_display() if self.kind else "beides"
        number = f"je {self.count} zum Weiterblättern" if self.is_paginated else limit(self.count)
        plain = "in Einfacher Sprache" if self.is_plain_language else ""
        return kind, str(self.topic or ""), plain, number

    def contents(self):
        """Return all chosen articles, the newest first."""
        contents = ArticleContent.objects
        is_plain = self.is_plain_language
        found = contents.in_plain_language() if is_plain else contents.for_listing()
        found = found.newest_first()
        if self.kind:
            found = found.of_kind(self.kind)
        return found.filter(topics=self.topic_id) if self.topic_id else found


class PressContacts(HeadedBlock):
    """Whom journalists call today."""

    class Meta:
        verbose_name = "Pressekontakte"

    def contacts(self):
        """Return those who answer today."""
        return PressContact.objects.general()


class PressPhotos(HeadedBlock):
    """The newest photos that may be printed."""

    RELEASES = 12  # the newest, in which photos are looked for

    count = models.PositiveSmallIntegerField(
        "Anzahl", default=4, validators=[MinValueValidator(1), MaxValueValidator(12)]
    )

    class Meta:
        verbose_name = "Pressefotos"

    def choice(self):
        return (limit(self.count),)

    def releases(self):
        """Return the releases in which photos are looked for."""
        releases = ArticleContent.objects.press_releases().listed()
        return releases.for_feed().newest_first()[: self.RELEASES]
