"""What editors choose for the general building blocks; the plugins are in cms_plugins.py."""

from cms.models import CMSPlugin
from django.db import models
from django.utils.text import Truncator
from djangocms_link.fields import LinkField
from djangocms_text.fields import HTMLField
from filer.fields.file import FilerFileField
from filer.fields.image import FilerImageField

from media_library.models import ALT_HELP, DECORATIVE_HELP, alt_problems
from publishing.problems import Problem
from ui.choices import OperatorSection

HEADING_HELP = "Steht als Zwischenüberschrift darüber."


def limit(count: int) -> str:
    """Return a list's limit in words, or ""."""
    return f"höchstens {count}" if count else ""


class WithRelations(models.Manager):
    """Fetches a plugin's picture or file together with the plugin, in one query."""

    def __init__(self, *names):
        super().__init__()
        self.names = names

    def get_queryset(self):
        return super().get_queryset().select_related(*self.names)


class HeadedBlock(CMSPlugin):
    """Abstract block with a heading of its own."""

    heading = models.CharField("Überschrift", max_length=140, blank=True, help_text=HEADING_HELP)

    class Meta:
        abstract = True

    def __str__(self):
        parts = (self.heading, *self.choice())
        return ", ".join(dict.fromkeys(part for part in parts if part))

    def choice(self) -> tuple[str, ...]:
        """What editors have chosen, in words: which and how many."""
        return ()

    @property
    def level(self) -> int:
        """The level of the headings below: h3, or h2 right below the page's title."""
        return 3 if self.heading or self.parent_id else 2


class Pictured(CMSPlugin):
    """Abstract block with one picture; the alternative text belongs to the use."""

    image = FilerImageField(on_delete=models.PROTECT, related_name="+", verbose_name="Bild")
    alt = models.CharField("Alternativtext", max_length=250, blank=True, help_text=ALT_HELP)
    is_decorative = models.BooleanField("schmückend", default=False, help_text=DECORATIVE_HELP)

    objects = WithRelations("image")

    class Meta:
        abstract = True

    def publish_problems(self):
        """Yield a `Problem` for each right or text that the picture lacks."""
        if self.image is None:
            return
        label = f"Baustein „{self}“"
        yield from self.image.publish_problems(label)
        yield from alt_problems(label, alt=self.alt, is_decorative=self.is_decorative)


class Intro(Pictured):
    """The first words of a page, with a picture beside them."""

    text = models.TextField(
        "Text",
        max_length=600,
        help_text="Zwei bis vier Sätze: worum es auf dieser Seite geht. Steht größer als der Text.",
    )
    image = FilerImageField(
        on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Bild"
    )

    class Meta:
        verbose_name = "Einstieg"

    def __str__(self):
        return Truncator(self.text).chars(80)


class Section(HeadedBlock):
    """A part of a page; what is inside belongs to its heading."""

    heading = models.CharField("Überschrift", max_length=140, help_text=HEADING_HELP)

    class Meta:
        verbose_name = "Abschnitt"


class Figure(Pictured):
    """A picture in the text with caption and credit."""

    caption = models.CharField(
        "Bildunterschrift",
        max_length=300,
        blank=True,
        help_text="Wer oder was ist zu sehen, wann und wo. Der Nachweis steht von selbst dahinter.",
    )

    class Meta:
        verbose_name = "Bild"

    def __str__(self):
        return self.caption or self.alt or str(self.image)


class FactBox(CMSPlugin):
    """Background or figures beside the text."""

    title = models.CharField("Überschrift", max_length=140, blank=True)
    body = HTMLField("Text")

    class Meta:
        verbose_name = "Infokasten"

    def __str__(self):
        return self.title


class Accordion(CMSPlugin):
    """Questions that open their answers; all it has are its entries."""

    class Meta:
        proxy = True
        verbose_name = "Aufklappliste"

    def __str__(self):
        entries = self.child_plugin_instances or []
        return ", ".join(str(entry) for entry in entries) or "noch ohne Eintrag"


class AccordionItem(CMSPlugin):
    """A question that opens its answer."""

    title = models.CharField(
        "Frage oder Titel", max_length=160, help_text="Bleibt sichtbar, auch wenn der Text zu ist."
    )
    body = HTMLField("Text", help_text="Erscheint erst, wenn jemand den Titel anklickt.")

    class Meta:
        verbose_name = "Eintrag der Aufklappliste"

    def __str__(self):
        return self.title


class CallToAction(CMSPlugin):
    """One thing to do, as a button that leads there."""

    title = models.CharField("Überschrift", max_length=120)
    text = models.CharField("Text", max_length=300, blank=True)
    label = models.CharField(
        "Beschriftung",
        max_length=60,
        help_text="Sagt, was passiert: „Projekt vorschlagen“, nicht „hier“ oder „mehr“.",
    )
    link = LinkField("Ziel")

    class Meta:
        verbose_name = "Handlungsaufruf"

    def __str__(self):
        return self.title

    def publish_problems(self):
        """Yield a `Problem` if the button leads nowhere."""
        if not self.link:
            yield Problem(
                f"Handlungsaufruf „{self}“",
                "Das Ziel fehlt.",
                "Wählen Sie eine Seite oder Adresse.",
            )


class Download(CMSPlugin):
    """A file to take away, with its kind and size."""

    file = FilerFileField(on_delete=models.PROTECT, related_name="+", verbose_name="Datei")
    title = models.CharField(
        "Titel", max_length=160, help_text="Steht als Link: was drin ist, nicht der Dateiname."
    )
    description = models.CharField("Beschreibung", max_length=300, blank=True)
    is_accessible = models.BooleanField(
        "Datei ist barrierefrei",
        default=False,
        help_text="Ohne Haken steht bei der Datei, dass sie nicht barrierefrei ist.",
    )
    alternative = models.CharField(
        "Wo der Inhalt barrierefrei steht",
        max_length=300,
        blank=True,
        help_text="Zum Beispiel: „Denselben Text finden Sie auf dieser Seite.“",
    )

    objects = WithRelations("file")

    class Meta:
        verbose_name = "Datei zum Herunterladen"

    def __str__(self):
        return self.title

    @property
    def remarks(self) -> str:
        """The description and, where needed, the word about accessibility."""
        warning = "" if self.is_accessible else "Diese Datei ist nicht barrierefrei."
        return " ".join(part for part in (self.description, warning, self.alternative) if part)


class ContactFormBlock(CMSPlugin):
    """The form that readers write with; there is nothing to choose."""

    class Meta:
        proxy = True
        verbose_name = "Kontaktformular"

    def __str__(self):
        return ""


class OperatorData(CMSPlugin):
    """Facts about the operator, taken from the site settings."""

    section = models.CharField("Abschnitt", max_length=20, choices=OperatorSection.choices)

    class Meta:
        verbose_name = "Angaben zum Betreiber"

    def __str__(self):
        return self.get_section_display()
