"""What an article brings along: pictures, sources, whom to call, files, what to read next."""

from functools import cached_property
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.db import models
from filer.fields.file import FilerFileField

from media_library.documents import Document, document_of
from media_library.models import ImageUse
from news.models.article import ArticleContent
from news.models.contacts import PressContact
from news.models.identity import Article
from publishing.content import ContentRow
from publishing.problems import Problem

MORE_CHOSEN = 6  # how many articles may be chosen for the end of a page


class ArticleContact(ContentRow):
    """Who answered for a release, in the words of its day."""

    content = models.ForeignKey(ArticleContent, models.CASCADE, related_name="contacts")
    contact = models.ForeignKey(
        PressContact, models.PROTECT, related_name="+", verbose_name="Pressekontakt"
    )
    name = models.CharField(
        "Name an diesem Tag",
        max_length=120,
        blank=True,
        help_text="Leer: aus dem Pressekontakt. Bleibt so, auch wenn sich dort etwas ändert.",
    )
    role = models.CharField("Funktion an diesem Tag", max_length=160, blank=True)

    class Meta:
        verbose_name = "Pressekontakt der Mitteilung"
        verbose_name_plural = "Pressekontakte der Mitteilung"

    def __str__(self):
        return self.name or str(self.contact)

    def save(self, *args, **kwargs):
        """Keep name and function as they are on this day."""
        if not self.name:
            self.name = self.contact.name
            self.role = self.role or self.contact.role
        super().save(*args, **kwargs)

    save.alters_data = True

    @property
    def today(self) -> PressContact | None:
        """Who answers today, or None if nobody was named to follow."""
        return self.contact.in_charge()

    @property
    def is_today(self) -> bool:
        """Whether the same person still answers."""
        return self.contact.is_valid()


def add_usual_contact(content: ArticleContent) -> ArticleContact | None:
    """Give a new release the contact that all get; None where there is nothing to add."""
    is_open = content.needs_contact and not content.contacts.exists()
    contact = PressContact.objects.usual() if is_open else None
    return content.contacts.create(contact=contact, position=1) if contact else None


class ArticleAttachment(ContentRow):
    """A file with a release; what can be read off the file is read off the file (G35)."""

    content = models.ForeignKey(ArticleContent, models.CASCADE, related_name="attachments")
    title = models.CharField("Titel", max_length=160)
    file = FilerFileField(on_delete=models.PROTECT, related_name="+", verbose_name="Datei")
    description = models.CharField("Beschreibung", max_length=250, blank=True)
    alternative = models.CharField(
        "Barrierefreie Fassung",
        max_length=250,
        blank=True,
        help_text="Wo dasselbe steht, wenn das PDF keine Vorlesestruktur hat: eine Adresse oder "
        "ein Satz, zum Beispiel „Alle Angaben stehen im Text der Mitteilung.“",
    )
    in_press_kit = models.BooleanField("In die Pressemappe", default=True)

    class Meta:
        verbose_name = "Anlage"
        verbose_name_plural = "Anlagen"

    def __str__(self):
        return self.title

    @cached_property
    def document(self) -> Document:
        """What the file says about itself."""
        return document_of(self.file)

    @property
    def suffix(self) -> str:
        """The file's suffix with its dot."""
        return PurePath(self.file.file.name or "").suffix.lower()

    def publish_problems(self):
        label = f"Anlage „{self}“"
        if not self.document.is_there:
            yield Problem(label, "Die Datei ist nicht mehr da.", "Laden Sie sie noch einmal hoch.")
        elif self.document.is_accessible is False and not self.alternative.strip():
            yield Problem(
                label,
                "Das PDF hat keine Vorlesestruktur (Tags).",
                "Speichern Sie es als „PDF mit Tags“ neu, oder sagen Sie unter „Barrierefreie "
                "Fassung“, wo dasselbe lesbar steht.",
            )


class RelatedArticle(ContentRow):
    """What to read next, chosen by hand; it comes before what the portal finds itself (G36)."""

    content = models.ForeignKey(ArticleContent, models.CASCADE, related_name="related_articles")
    article = models.ForeignKey(
        Article,
        models.PROTECT,
        related_name="+",
        verbose_name="Weiterer Beitrag",
        help_text="Steht unter dem Text vor dem, was das Portal selbst nach Thema, Partner und "
        "Initiative findet.",
    )

    class Meta:
        verbose_name = "Weiterer Beitrag"
        verbose_name_plural = "Weitere Beiträge"
        constraints = [
            models.UniqueConstraint(
                fields=["content", "article"],
                name="related_article_once",
                violation_error_message="Diesen Beitrag haben Sie schon gewählt.",
            )
        ]

    def __str__(self):
        return str(self.article)

    def clean(self):
        """Refuse an article that leads to itself."""
        super().clean()
        if self.article_id and self.article_id == self.content.article_id:
            raise ValidationError({"article": "Ein Beitrag führt nicht zu sich selbst."})


class ArticleImage(ImageUse):
    """A further picture of an article, with caption and credit."""

    content = models.ForeignKey(ArticleContent, models.CASCADE, related_name="images")

    class Meta:
        verbose_name = "Bild"
        verbose_name_plural = "Bilder"


class ArticleSource(ContentRow):
    """Where the facts of a short item were read; shown below it."""

    content = models.ForeignKey(ArticleContent, models.CASCADE, related_name="sources")
    title = models.CharField("Quelle", max_length=160)
    url = models.URLField("Internetadresse", max_length=500, blank=True)

    class Meta:
        verbose_name = "Quelle"
        verbose_name_plural = "Quellen"

    def __str__(self):
        return self.title
