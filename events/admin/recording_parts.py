"""What belongs to a recording: files, captions, chapters, corrections."""

from django import forms
from django.contrib import admin
from django.db.models import Count
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.html import format_html

from events.admin.caption_uploads import ReviewForm
from events.admin.offsets import OffsetField
from events.captions.writing import vtt_address
from events.media_files.names import FORMATS, address, language_name
from events.media_files.registering import discard, remarks
from events.models import Clip, Correction, MediaFile, TextTrack
from events.moments import in_words
from publishing.fact_admin import FactInline
from publishing.forms import OrderedFormSet


class FilesFormSet(OrderedFormSet):
    """Files whose rows take the file on the disk with them."""

    def delete_existing(self, obj, commit=True):  # noqa: FBT002 - Django's signature
        if commit:
            discard(obj)


class MediaFileInline(FactInline):
    model = MediaFile
    formset = FilesFormSet
    fields = ("role", "listen", "about", "language")
    readonly_fields = ("role", "listen", "about")
    verbose_name_plural = "Dateien – neue kommen über „Datei hochladen“ oben dazu"

    def has_add_permission(self, request, obj):
        return False

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("recording__meeting")

    @admin.display(description="Datei")
    def listen(self, obj):
        return format_html('<a href="{}">{}</a>', address(obj), address(obj).rpartition("/")[2])

    @admin.display(description="Format, Größe, Länge")
    def about(self, obj):
        length = in_words(obj.duration) if obj.duration else "Länge unbekannt"
        doubts = remarks(obj) if obj.duration else []
        if obj.is_withheld:
            doubts = ["gesperrt: enthält einen widerrufenen Abschnitt, bitte löschen"]
        return ", ".join([FORMATS[obj.mime], filesizeformat(obj.size), length, *doubts])


class ClipForm(forms.ModelForm):
    start = OffsetField(label="Beginn")
    end = OffsetField(label="Ende", required=False)

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("title") and not cleaned.get("item"):
            self.add_error("title", "Nennen Sie einen Titel oder wählen Sie einen Programmpunkt.")
        start, end = cleaned.get("start"), cleaned.get("end")
        if start is not None and end is not None and end <= start:
            self.add_error("end", "Liegt nicht nach dem Beginn.")
        return cleaned


class ClipInline(FactInline):
    model = Clip
    form = ClipForm
    fields = ("start", "end", "item", "title", "is_confirmed")
    verbose_name_plural = (
        "Kapitel – öffentlich erst mit dem Haken „bestätigt“. Zeiten der Rohaufnahme; ohne Titel "
        "heißt ein Kapitel wie sein Programmpunkt"
    )

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("item")

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """Offer the meeting's own items, asked for once and not for every chapter."""
        recording = request.resolver_match.kwargs.get("object_id")
        items = db_field.related_model.objects.filter(meeting__recording=recording)
        kwargs["queryset"] = items.order_by("position", "pk")
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        field.choices = list(field.choices)
        return field

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Leave the programme to its own form: no buttons that add or delete items."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "item":
            for action in ("add", "change", "delete", "view"):
                setattr(field.widget, f"can_{action}_related", False)
        return field


class TextTrackForm(ReviewForm, forms.ModelForm):
    """The quality of captions; their lines have forms of their own."""


class TextTrackInline(FactInline):
    model = TextTrack
    form = TextTrackForm
    fields = ("what", "origin", "reviewed_by", "reviewed_on", "to_do")
    readonly_fields = ("what", "to_do")
    verbose_name_plural = "Untertitel – neue kommen über „Untertitel hochladen“ oben dazu"

    def has_add_permission(self, request, obj):
        return False

    def get_queryset(self, request):
        rows = super().get_queryset(request).select_related("recording__meeting")
        return rows.annotate(count=Count("cues")).order_by("kind", "pk")

    @admin.display(description="Art und Sprache")
    def what(self, obj):
        url = vtt_address(obj)
        kind, language = obj.get_kind_display(), language_name(obj.language)
        return format_html('<a href="{}">{}, {}</a>, {} Zeilen', url, kind, language, obj.count)

    @admin.display(description="Verbessern")
    def to_do(self, obj):
        lines = f"{reverse('admin:events_cue_changelist')}?track={obj.pk}"
        voices = reverse("admin:events_recording_speakers", args=[obj.recording_id])
        return format_html(
            '<a href="{}">Zeilen verbessern</a><br><a href="{}?track={}">Zeile einfügen</a><br>'
            '<a href="{}?track={}">Wer spricht?</a>',
            lines,
            reverse("admin:events_cue_add"),
            obj.pk,
            voices,
            obj.pk,
        )


class CorrectionInline(FactInline):
    model = Correction
    fields = ("on", "text")
    verbose_name_plural = (
        "Nachträglich geändert – steht mit Datum auf der Seite (neuer Schnitt, anderer Name …)"
    )
