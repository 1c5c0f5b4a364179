"""Papers in the admin: on the meeting's form all of them, on an item's form its own."""

from urllib.parse import urlsplit

from django import forms

from events.models import Attachment, ProgrammeItem
from media_library.documents import document_of
from publishing.fact_admin import FactInline
from publishing.forms import OrderedFormSet

LANGUAGES = [
    ("de", "Deutsch"),
    ("en", "Englisch"),
    ("fr", "Französisch"),
    ("pl", "Polnisch"),
    ("ru", "Russisch"),
    ("tr", "Türkisch"),
    ("uk", "Ukrainisch"),
    ("ar", "Arabisch"),
]


UNTAGGED = (
    "Dieses PDF hat keine Vorlesestruktur (Tags) und ist deshalb nicht barrierefrei. Nehmen Sie "
    "den Haken heraus oder speichern Sie es in Word neu, mit „Dokumentstrukturtags für "
    "Eingabehilfen“."
)


class AttachmentForm(forms.ModelForm):
    """A paper: a file of the library or an address, never both."""

    language = forms.ChoiceField(label="Sprache", choices=LANGUAGES, initial="de")

    def clean(self):
        cleaned = super().clean()
        if self.errors:
            return cleaned
        file, url = cleaned.get("file"), cleaned.get("url")
        if file and url:
            self.add_error("url", "Datei oder Adresse, nicht beides. Leeren Sie eines von beiden.")
        elif not file and not url:
            self.add_error("file", "Wählen Sie eine Datei oder tragen Sie eine Adresse ein.")
        elif file and cleaned["is_accessible"] and document_of(file).is_accessible is False:
            self.add_error("is_accessible", UNTAGGED)
        return cleaned

    def clean_url(self):
        """Refuse addresses that are no web page or file on the web."""
        url = self.cleaned_data["url"]
        if url and urlsplit(url).scheme not in {"http", "https"}:
            raise forms.ValidationError("Die Adresse muss mit https:// oder http:// beginnen.")
        return url


class AttachmentInline(FactInline):
    """All papers of a meeting; each may belong to one of its items."""

    model = Attachment
    form = AttachmentForm
    formset = OrderedFormSet
    template = "admin/edit_inline/stacked.html"  # too much for one line
    fields = (
        ("kind", "language", "position"),
        ("title", "item"),
        ("file", "url"),
        "is_accessible",
    )
    verbose_name_plural = (
        "Unterlagen – gelten sofort; für alle zu sehen, sobald das Treffen veröffentlicht ist"
    )

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """Offer the meeting's own items, asked for once and not for every paper."""
        if db_field.name != "item":
            return super().formfield_for_foreignkey(db_field, request, **kwargs)
        meeting = request.resolver_match.kwargs.get("object_id")
        items = ProgrammeItem.objects.filter(meeting=meeting).order_by("position", "pk")
        field = super().formfield_for_foreignkey(db_field, request, queryset=items, **kwargs)
        field.empty_label = "– zum ganzen Treffen –"
        field.choices = list(field.choices)
        return field

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Leave the programme to its own form."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "item":
            field.widget.can_add_related = False
        return field


class ItemAttachmentFormSet(OrderedFormSet):
    """The papers of one item; they belong to its meeting as well."""

    def _construct_form(self, i, **kwargs):
        form = super()._construct_form(i, **kwargs)
        form.instance.meeting_id = self.instance.meeting_id
        return form


class ItemAttachmentInline(AttachmentInline):
    formset = ItemAttachmentFormSet
    fk_name = "item"
    fields = (("kind", "language", "position"), "title", ("file", "url"), "is_accessible")
