"""What editors bring, and what they check before it becomes a draft."""

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import fields_for_model

from news.choices import ArticleKind
from news.intake import markup
from news.intake.drafting import RELATIONS, Draft
from news.intake.passages import Kind, Passage, tidy
from news.intake.proposing import Knowledge
from news.intake.reading import LARGEST, LONGEST, read_file, read_text
from news.intake.refusals import Unreadable
from news.intake.structure import Release
from news.models import ArticleContent
from partners.plugin_models import Quote
from publishing.forms import require_visible

COLUMNS = (
    "kicker",
    "title",
    "subtitle",
    "lead",
    "dateline_place",
    "date",
    "event_date",
    "boilerplate",
)
BODY_HELP = (
    "Absätze trennt eine leere Zeile. „## “ macht eine Zwischenüberschrift, „- “ einen "
    "Listenpunkt, „> “ ein Zitat, mit „> – Name, Funktion“ in der Zeile darunter. **fett**, "
    "_kursiv_, [Wort](https://…). Verlinkt werden Personen von selbst."
)
BOTH = "Datei oder Text, nicht beides. Nehmen Sie eines heraus."
NEITHER = "Wählen Sie eine Datei, oder fügen Sie unten einen Text ein."


class SourceForm(forms.Form):
    """A file or a pasted text."""

    kind = forms.ChoiceField(label="Wird zu", choices=ArticleKind.choices)
    file = forms.FileField(
        label="Datei",
        required=False,
        allow_empty_file=True,
        help_text="Word (.docx), Text (.txt) oder viele Artikel auf einmal: ein Export (.xml: RSS, "
        "Atom, WordPress) oder eine Tabelle (.csv) mit den Spalten Titel, Datum und Text, wenn es "
        "sie gibt auch Anriss, Unterzeile, Ort, Themen, Adresse. Höchstens 20 MB.",
        widget=forms.FileInput(attrs={"accept": ".docx, .txt, .xml, .rss, .atom, .csv"}),
    )
    text = forms.CharField(
        label="Oder Text einfügen",
        required=False,
        max_length=LONGEST,
        help_text="Die ganze Mitteilung: Überschrift, Unterzeile, Text, Hintergrund, "
        "Bildunterschriften.",
        widget=forms.Textarea(attrs={"rows": 16, "cols": 90}),
    )

    def clean(self):
        cleaned = super().clean()
        file, text = cleaned.get("file"), cleaned.get("text")
        if self.errors:
            return cleaned
        if bool(file) == bool(text):
            raise ValidationError(BOTH if file else NEITHER)
        try:
            cleaned["found"] = (
                read_file(file.name, file.read(LARGEST + 1)) if file else read_text(text)
            )
        except Unreadable as error:
            self.add_error("file" if file else "text", list(error.args))
        return cleaned

    @property
    def file_name(self) -> str:
        """The name of the file, "" for a pasted text."""
        file = self.cleaned_data.get("file")
        return file.name if file else ""

    @property
    def source(self) -> str:
        """Where it came from, in words."""
        return f"Datei „{self.file_name}“" if self.file_name else "eingefügter Text"


class Recognised(forms.MultipleChoiceField):
    """Boxes for what was recognised; anything else of the portal may be sent as well."""

    widget = forms.CheckboxSelectMultiple

    def valid_value(self, value):
        return True

    def clean(self, value):
        known = {str(entry.key): entry.key for entry in self.entries}
        return [known[one] for one in super().clean(value) if one in known]


class DraftForm(forms.Form):
    """Everything that was recognised, to be checked and changed."""

    kind = forms.ChoiceField(label="Art", choices=ArticleKind.choices)
    body = forms.CharField(
        label="Text",
        required=False,
        max_length=LONGEST * 2,
        help_text=BODY_HELP,
        widget=forms.Textarea(attrs={"rows": 24, "cols": 90}),
    )
    captions = forms.CharField(
        label="Bildunterschriften",
        required=False,
        max_length=LONGEST,
        help_text="Eine je Absatz. Sie stehen in einem Kasten am Ende, bis Sie die Bilder "
        "hochladen.",
        widget=forms.Textarea(attrs={"rows": 4, "cols": 90}),
    )
    meeting = forms.ChoiceField(label="Jahrestreffen", required=False)
    topics = Recognised(label="Themen", required=False)
    initiatives = Recognised(label="Initiativen", required=False)
    partners = Recognised(label="Partner", required=False)
    people = Recognised(label="Personen", required=False)
    left = forms.CharField(
        label="Nicht übernommen",
        required=False,
        max_length=LONGEST,
        help_text="Geht nicht in den Entwurf ein. Fehlt davon etwas, kopieren Sie es nach oben.",
        widget=forms.Textarea(attrs={"rows": 4, "cols": 90}),
    )
    source = forms.CharField(widget=forms.HiddenInput, required=False, max_length=2000)
    batch = forms.CharField(widget=forms.HiddenInput, required=False, max_length=32)
    remarks = forms.CharField(widget=forms.HiddenInput, required=False, max_length=LONGEST)

    def __init__(self, *args, known: Knowledge, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields |= fields_for_model(ArticleContent, COLUMNS)
        self.fields["title"].validators.append(require_visible)
        self.order_fields(["kind", *COLUMNS[:-1], "body", "boilerplate"])
        for name, rows in (("lead", 4), ("boilerplate", 5)):
            self.fields[name].widget.attrs["rows"] = rows
        entries = {name: getattr(known, name) for name in RELATIONS if name != "people"}
        entries["people"] = known.people_entries()
        for name, found in entries.items():
            self.offer(name, found)
        meetings = [(entry.key, entry.label) for entry in known.meeting_entries()]
        self.fields["meeting"].choices = [("", "–"), *meetings]

    def offer(self, name: str, entries: list) -> None:
        """Offer those of the portal's entries that were recognised or chosen."""
        given = self.data.getlist(name) if self.is_bound else self.initial.get(name, ())
        wanted = {str(value) for value in given}
        field = self.fields[name]
        field.entries = entries
        field.choices = [(one.key, one.label) for one in entries if str(one.key) in wanted]

    def clean_body(self) -> list[Passage]:
        passages = markup.read(self.cleaned_data["body"])
        for passage in passages:
            if passage.kind == Kind.QUOTE:
                check_speaker(passage)
        return passages

    def clean_captions(self) -> list[str]:
        return paragraphs(self.cleaned_data["captions"])

    def clean_meeting(self) -> int | None:
        return int(self.cleaned_data["meeting"] or 0) or None

    def draft(self) -> Draft:
        """Return the checked draft."""
        names = ("kind", *COLUMNS, "body", "captions", "meeting", *RELATIONS)
        return Draft(**{name: self.cleaned_data[name] for name in names})


def check_speaker(passage: Passage) -> None:
    """Refuse a name or function that no quotation has room for."""
    for text, name in ((passage.speaker, "name"), (passage.role, "role")):
        field = Quote._meta.get_field(name)
        if len(text) > field.max_length:
            raise ValidationError(
                f"Zitat „{passage.text[:40]} …“: {field.verbose_name} hat mehr als "
                f"{field.max_length} Zeichen."
            )


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a field, each on one line."""
    return [tidy(" ".join(block)) for block in markup.blocks(text)]


def initial_of(draft: Draft, release: Release, source: str) -> dict:
    """Return what the form shows at first."""
    return {
        **vars(draft),
        "body": markup.write(draft.body),
        "captions": "\n\n".join(draft.captions),
        "left": "\n\n".join(release.left),
        "remarks": "\n".join(release.remarks),
        "source": source,
    }
