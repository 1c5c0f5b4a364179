"""A news item or press release, whatever its text says."""

from django.core.exceptions import ValidationError
from django.db import models

from news.choices import ArticleKind
from publishing.identity import Identity, IdentityQuerySet

TAKEN = "Zu diesem Text gibt es schon eine Fassung in Einfacher Sprache. Wählen Sie einen anderen."
ITSELF = "Das ist dieser Text selbst. Wählen Sie den ausführlichen, oder lassen Sie das Feld leer."
CHAIN = "Das ist selbst eine Fassung in Einfacher Sprache. Wählen Sie den ausführlichen Text."
HAS_ONE = (
    "Dieser Text hat selbst eine Fassung in Einfacher Sprache und kann deshalb keine sein. Lassen "
    "Sie das Feld leer."
)


class Article(Identity):
    """A news item or press release, whatever its text says."""

    kind = models.CharField(
        "Art",
        max_length=20,
        choices=ArticleKind.choices,
        default=ArticleKind.NEWS,
        help_text="Pressemitteilungen stehen unter /presse/, Nachrichten unter /aktuelles/.",
    )
    plain_language_of = models.OneToOneField(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="plain_language",
        verbose_name="In Einfacher Sprache von",
        error_messages={"unique": TAKEN},
        help_text="Nur für eine Fassung in Einfacher Sprache: der ausführliche Text. Beide führen "
        "zueinander; in Listen und Feeds steht nur der ausführliche.",
    )
    # When somebody said that this and the text it is made from still fit (version_checks.py).
    plain_checked_at = models.DateTimeField(null=True, editable=False)

    objects = IdentityQuerySet.as_manager()

    class Meta:
        verbose_name = "Nachricht oder Pressemitteilung"
        verbose_name_plural = "Nachrichten und Presse"

    @property
    def is_plain_language(self) -> bool:
        """Whether its text is the plain-language version of another one's."""
        return self.plain_language_of_id is not None

    def clean(self):
        """Refuse a version of itself, of another version, and of what has versions itself."""
        super().clean()
        original = self.plain_language_of
        if original is None:
            return
        if original.pk == self.pk:
            raise ValidationError({"plain_language_of": ITSELF})
        if original.is_plain_language:
            raise ValidationError({"plain_language_of": CHAIN})
        if self.pk and Article.objects.filter(plain_language_of=self).exists():
            raise ValidationError({"plain_language_of": HAS_ONE})
