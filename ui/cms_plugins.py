"""The general building blocks; those of news, meetings and partners stand beside their models."""

from cms.plugin_base import CMSPluginBase
from cms.plugin_pool import plugin_pool

from publishing.fact_admin import ClearFields
from ui.fact_models import FactLine, FactSheet
from ui.forms import ContactForm
from ui.models import SiteSettings
from ui.plugin_models import (
    Accordion,
    AccordionItem,
    CallToAction,
    ContactFormBlock,
    Download,
    FactBox,
    Figure,
    Intro,
    OperatorData,
    Section,
)

TEXT, LISTS, STRUCTURE, OPERATOR = "Text und Bild", "Listen", "Aufbau", "Betreiber"


class Block(ClearFields, CMSPluginBase):
    """Base of the portal's building blocks: only known children, text where it is edited."""

    purpose = ""  # one sentence for the editors' picker (ui/picker.py)
    text_enabled = False
    show_add_form = True


@plugin_pool.register_plugin
class IntroPlugin(Block):
    """The first words of a page, a picture, and what to do."""

    model = Intro
    name = "Einstieg"
    module = TEXT
    fields = ("text", "image", "alt", "is_decorative")
    purpose = "Die ersten Worte einer Seite, groß, mit einem Bild daneben und einem Knopf darunter."
    render_template = "ui/plugins/intro.html"
    allow_children = True
    # A text here is a list of links: the ways on from this page.
    child_classes = [
        "CallToActionPlugin",
        "TextPlugin",
        "MeetingListPlugin",
        "PressContactsPlugin",
    ]


@plugin_pool.register_plugin
class FigurePlugin(Block):
    """A picture with caption and credit."""

    model = Figure
    name = "Bild"
    module = TEXT
    purpose = "Ein Bild im Text, mit Unterschrift und Nachweis."
    render_template = "ui/plugins/figure.html"


@plugin_pool.register_plugin
class FactBoxPlugin(Block):
    """Background or figures beside the text."""

    model = FactBox
    name = "Infokasten"
    module = TEXT
    purpose = "Hintergrund, vom übrigen Text abgesetzt; für Zahlen gibt es „Zahlen und Fakten“."
    render_template = "ui/plugins/fact_box.html"


@plugin_pool.register_plugin
class FactSheetPlugin(Block):
    """Numbers and facts, each with its day and its source."""

    model = FactSheet
    name = "Zahlen und Fakten"
    module = TEXT
    purpose = "Zahlen, jede mit ihrem Stand und ihrer Quelle; veraltete stehen unter „Heute“."
    render_template = "ui/plugins/fact_sheet.html"
    allow_children = True
    child_classes = ["FactLinePlugin"]


@plugin_pool.register_plugin
class FactLinePlugin(Block):
    """One number or fact."""

    model = FactLine
    name = "Angabe mit Stand und Quelle"
    module = TEXT
    purpose = "Eine Zahl oder Angabe, für wann sie gilt und wer sie nennt."
    fields = (
        "label",
        "value",
        ("as_of", "as_of_precision"),
        "source",
        "source_url",
        "check_after",
    )
    render_template = "ui/plugins/fact_line.html"
    require_parent = True
    parent_classes = ["FactSheetPlugin"]


@plugin_pool.register_plugin
class DownloadPlugin(Block):
    """A file to take away."""

    model = Download
    name = "Datei zum Herunterladen"
    module = TEXT
    purpose = "Eine Datei zum Mitnehmen; Art und Größe stehen von selbst dabei."
    render_template = "ui/plugins/download.html"


@plugin_pool.register_plugin
class SectionPlugin(Block):
    """A part of a page with its heading; blocks stand inside."""

    model = Section
    name = "Abschnitt mit Überschrift"
    module = STRUCTURE
    purpose = "Ein Teil der Seite mit eigener Überschrift; andere Bausteine liegen darin."
    render_template = "ui/plugins/section.html"
    allow_children = True

    @classmethod
    def get_child_classes(cls, slot, page=None, instance=None, only_uncached=False):  # noqa: FBT002
        """Allow every block but a section in a section."""
        found = super().get_child_classes(slot, page, instance, only_uncached)
        return [name for name in found if name != cls.__name__]


@plugin_pool.register_plugin
class AccordionPlugin(Block):
    """Questions that open their answers."""

    model = Accordion
    name = "Aufklappliste"
    module = STRUCTURE
    purpose = "Fragen, die ihre Antwort erst auf einen Klick zeigen."
    render_template = "ui/plugins/accordion.html"
    allow_children = True
    child_classes = ["AccordionItemPlugin"]
    show_add_form = False


@plugin_pool.register_plugin
class AccordionItemPlugin(Block):
    """A question and its answer."""

    model = AccordionItem
    name = "Eintrag der Aufklappliste"
    module = STRUCTURE
    purpose = "Eine Frage mit ihrer Antwort."
    render_template = "ui/plugins/accordion_item.html"
    require_parent = True
    parent_classes = ["AccordionPlugin"]


@plugin_pool.register_plugin
class CallToActionPlugin(Block):
    """A button with a sentence that says why."""

    model = CallToAction
    name = "Handlungsaufruf"
    module = STRUCTURE
    purpose = "Ein Knopf und ein Satz, der sagt, wozu."
    render_template = "ui/plugins/call_to_action.html"


@plugin_pool.register_plugin
class OperatorDataPlugin(Block):
    """Facts from the site settings; editors see what is missing."""

    model = OperatorData
    name = "Angaben zum Betreiber"
    module = OPERATOR
    purpose = "Impressum, Kontakt oder Datenschutz, wie sie in den Betreiberangaben stehen."
    render_template = "ui/plugins/operator_data.html"

    def render(self, context, instance, placeholder):
        context = super().render(context, instance, placeholder)
        request = context["request"]
        operator = context.get("portal") or SiteSettings.load()
        context["facts"] = operator.facts(instance.section)
        context["gaps"] = [fact.label for fact in context["facts"] if fact.is_missing]
        context["names_gaps"] = request.toolbar.show_toolbar and request.user.is_staff
        return context


@plugin_pool.register_plugin
class ContactFormPlugin(Block):
    """The form that readers write with."""

    model = ContactFormBlock
    name = "Kontaktformular"
    module = OPERATOR
    purpose = "Das Formular, mit dem Leserinnen und Leser schreiben."
    render_template = "ui/plugins/contact_form.html"
    show_add_form = False

    def render(self, context, instance, placeholder):
        context = super().render(context, instance, placeholder)
        context["form"] = ContactForm()
        return context
