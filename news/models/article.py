"""The texts of news articles and press releases; what is true whatever they say: identity.py."""

from datetime import timedelta

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property

from events.models import Meeting
from media_library.models import HeroImage
from news.choices import ArticleKind
from news.models.boilerplate import Boilerplate
from news.models.identity import Article
from news.models.topics import Topic
from news.querysets import ArticleContentManager
from partners.models import Initiative, Partner, Person
from publishing.content import LONGEST_SENTENCE, Content
from publishing.dates import DATE_PRECISIONS, Precision, in_words
from publishing.embargo import EmbargoedContent
from publishing.problems import Problem

# Older releases come from an archive; whom to call then is not known, and nobody calls.
ARCHIVE_AFTER = timedelta(days=365)
FIRST_YEAR = 1900  # what is dated before, or after next year, was mistyped
LONGEST_PLAIN_SENTENCE = 12  # words of a sentence in plain language


class ArticleContent(EmbargoedContent, HeroImage, Content):
    """What readers see of an article."""

    grouper_field_name = "article"
    shown_fields = ("kicker", "title", "subtitle", "lead", "dateline_place")
    withdrawn_at = None  # when it was taken back and stayed readable; set by `in_archive`

    article = models.ForeignKey(Article, models.CASCADE, related_name="contents")
    kicker = models.CharField(
        "Dachzeile", max_length=60, blank=True, help_text="Ein, zwei Wörter über der Überschrift."
    )
    subtitle = models.CharField(
        "Unterzeile", max_length=200, blank=True, help_text="Ein Satz unter der Überschrift."
    )
    dateline_place = models.CharField(
        "Ort (Spitzmarke)",
        max_length=60,
        blank=True,
        help_text="Woher die Mitteilung kommt; steht vor dem Datum: „Dormagen, 29. September“.",
    )
    # Here and not on the article: lists are sorted by it (stack.md, trap 24).
    date = models.DateField(
        "Datum der Veröffentlichung",
        default=timezone.localdate,
        help_text="Steht über dem Text und ordnet alle Listen. Es verschiebt nichts: Leser sehen "
        "den Text, sobald Sie veröffentlichen.",
    )
    date_precision = models.CharField(
        "Datum ist genau bis",
        max_length=5,
        choices=DATE_PRECISIONS,
        default=Precision.DAY,
        help_text="Gezeigt wird nur, was genau bekannt ist.",
    )
    event_date = models.DateField(
        "Datum des Ereignisses",
        null=True,
        blank=True,
        help_text="Wann geschah, worüber Sie schreiben. Leer: steht nicht auf der Seite.",
    )
    event_date_precision = models.CharField(
        "Ereignis ist genau bis", max_length=5, choices=DATE_PRECISIONS, default=Precision.DAY
    )
    boilerplate_source = models.ForeignKey(
        Boilerplate,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Hintergrundtext",
        help_text="Sein Wortlaut wird beim Veröffentlichen hierher übernommen, wenn das Feld "
        "„Hintergrund“ leer ist, und bleibt dann so.",
    )
    boilerplate = models.TextField(
        "Hintergrund",
        blank=True,
        help_text="Steht unter dem Text in einem Kasten, meist bei Pressemitteilungen: wer das "
        "Bündnis ist.",
    )
    topics = models.ManyToManyField(
        Topic, blank=True, related_name="contents", verbose_name="Themen"
    )
    meeting = models.ForeignKey(
        Meeting,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="article_contents",
        verbose_name="Jahrestreffen",
    )
    initiatives = models.ManyToManyField(
        Initiative, blank=True, related_name="article_contents", verbose_name="Initiativen"
    )
    partners = models.ManyToManyField(
        Partner, blank=True, related_name="article_contents", verbose_name="Partner"
    )
    people = models.ManyToManyField(
        Person, blank=True, related_name="article_contents", verbose_name="Personen"
    )

    objects = ArticleContentManager()
    has_contacts = has_attachments = True  # unless `for_page` knows that there are none

    class Meta:
        verbose_name = "Text der Nachricht"
        verbose_name_plural = "Texte der Nachrichten"
        indexes = [models.Index(fields=["language", "-date", "-id"], name="article_newest")]

    @property
    def when(self) -> str:
        """The date of publication in words."""
        return in_words(self.date, self.date_precision)

    @property
    def event_when(self) -> str:
        """The date of the event in words, or ""."""
        return in_words(self.event_date, self.event_date_precision) if self.event_date else ""

    @property
    def archive_eyebrow(self) -> str:
        """The words over the title in an archive, which also lists what was taken back."""
        return "Zurückgezogen" if self.withdrawn_at else self.kicker

    @property
    def genre(self) -> str:
        return self.article.get_kind_display()

    @property
    def is_release(self) -> bool:
        return self.article.kind == ArticleKind.PRESS_RELEASE

    @property
    def eyebrow(self) -> str:
        """The words over the title: what it is about; a release says that it is one."""
        words = [self.genre, self.kicker] if self.is_release else [self.kicker or self.genre]
        return " · ".join(filter(None, words))

    @property
    def issued(self) -> tuple:
        return self.date, self.date_precision

    @cached_property
    def contact_rows(self) -> list:
        """Whom to call, with those who follow them."""
        return self.in_order("contacts", "contact__successor__successor")

    @cached_property
    def attachment_rows(self) -> list:
        """What to take along, with its files."""
        return self.in_order("attachments", "file")

    def in_order(self, name: str, relation: str) -> list:
        if not getattr(self, f"has_{name}"):
            return []
        models.prefetch_related_objects([self], type(self).objects.rows(name, relation))
        return list(getattr(self, name).all())

    @property
    def longest_sentence(self) -> int:
        """What a hint asks for: fewer words in plain language (N15)."""
        return LONGEST_PLAIN_SENTENCE if self.article.is_plain_language else LONGEST_SENTENCE

    @property
    def needs_second_person(self) -> bool:
        return self.is_release

    def publish_problems(self):
        yield from super().publish_problems()
        if not FIRST_YEAR <= self.date.year <= timezone.localdate().year + 1:
            yield Problem(
                "Datum der Veröffentlichung",
                f"Das Jahr {self.date.year} kann nicht stimmen.",
                "Berichtigen Sie es; nach dem Datum ordnen sich alle Listen und das Archiv.",
            )
        if self.needs_contact and not any(row.today for row in self.contacts.all()):
            yield Problem(
                "Pressekontakt",
                "Niemand ist heute erreichbar.",
                "Wählen Sie unten einen Pressekontakt, der heute zuständig ist.",
            )

    @property
    def background(self) -> str:
        """Who the alliance is: the words of this release, in a draft those it will get."""
        source = self.boilerplate_source if not self.boilerplate else None
        return source.text if source else self.boilerplate

    def follow_publication(self):
        """Keep the words of the chosen text as they are today."""
        super().follow_publication()
        if self.background != self.boilerplate:
            self.boilerplate = self.background
            type(self).admin_manager.filter(pk=self.pk).update(boilerplate=self.boilerplate)

    @property
    def needs_contact(self) -> bool:
        """Whether journalists will call about it: a press release of the last twelve months.

        About its plain-language version they do not.
        """
        if self.article.is_plain_language:
            return False
        is_recent = self.date > timezone.localdate() - ARCHIVE_AFTER
        return self.is_release and is_recent

    def shown_texts(self):
        dates = {"Datum": self.when, "Ereignis": self.event_when}
        return {**super().shown_texts(), **dates, "Hintergrund": self.background}

    def social_words(self):
        return {"kicker": self.kicker or self.article.get_kind_display(), "when": self.when}

    @property
    def url_name(self) -> str:
        """The name of the address, which tells news from press releases."""
        return "news:press_release" if self.is_release else "news:article"

    def get_absolute_url(self):
        return reverse(self.url_name, args=[self.slug])

    def get_template(self):
        return "news/article_detail.html"
