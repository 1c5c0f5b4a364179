"""Correcting single lines of captions by hand, and adding one that is missing."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError

from events.admin.offsets import OffsetField
from events.admin.public_notes import NoteField, publish_note
from events.admin.recording_filters import name_meetings
from events.captions.parsing import LONGEST_TEXT, plain
from events.models import Cue, TextTrack
from events.transcripts.texts import measure
from publishing.fact_admin import FactAdmin, name_of
from publishing.facts import log_event

OFFERED = 20  # tracks, the newest first
TIMES = "Zeiten der Rohaufnahme. Ein Schnitt verschiebt sie nicht."


class TrackField(forms.ModelChoiceField):
    """The captions that a new line belongs to."""

    def label_from_instance(self, obj):
        return f"{obj.recording}, {obj}"


class CueForm(forms.ModelForm):
    track = TrackField(TextTrack.objects.none(), label="Gehört zu")
    start = OffsetField(label="Beginn", help_text=TIMES)
    end = OffsetField(label="Ende")
    note = NoteField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:  # a line stays where it is
            del self.fields["track"]
        else:
            self.fields["track"].queryset = newest_tracks()

    def clean_text(self):
        """Keep text, and only text: what players read as markup goes."""
        text = plain(self.cleaned_data["text"].replace("\r\n", "\n"))
        if not text or len(text) > LONGEST_TEXT:
            raise ValidationError(
                f"Zwischen 1 und {LONGEST_TEXT} Zeichen. Ganz überflüssige Zeilen: „Löschen“."
            )
        return text

    def clean(self):
        cleaned = super().clean()
        start, end = cleaned.get("start"), cleaned.get("end")
        track = cleaned.get("track") or self.instance.track_id
        if start is not None and end is not None and track:
            self.check_times(track, start, end)
        return cleaned

    def check_times(self, track, start: int, end: int) -> None:
        """Refuse a line that runs backwards or over its neighbours."""
        if end <= start:
            self.add_error("end", "Liegt nicht nach dem Beginn.")
            return
        others = Cue.objects.filter(track=track).exclude(pk=self.instance.pk)
        met = others.filter(start__lt=end, end__gt=start).first()
        if met:
            between = f"{met.get_start_display()} – {met.get_end_display()}"
            self.add_error("start", f"Überschneidet sich mit „{met.text[:40]}“ ({between}).")


def newest_tracks():
    """Return all captions, the newest first, with their recordings."""
    return TextTrack.objects.select_related("recording__meeting").order_by("-pk")


class TrackFilter(admin.SimpleListFilter):
    """Lines of one track: the list is opened from a recording."""

    title = "Aufzeichnung"
    parameter_name = "track"

    def lookups(self, request, model_admin):
        tracks = newest_tracks()[:OFFERED]
        name_meetings([track.recording for track in tracks])
        return [(str(track.pk), f"{track.recording}, {track}") for track in tracks]

    def queryset(self, request, queryset):
        is_known = self.value() in dict(self.lookup_choices)
        return queryset.filter(track=self.value()) if is_known else queryset


@admin.register(Cue)
class CueAdmin(FactAdmin):
    """Each line on a form of its own: search what is wrong, click, correct."""

    form = CueForm
    list_display = ("text", "begin", "name", "track")
    list_select_related = ("person", "track")
    list_filter = (TrackFilter,)
    ordering = ("-track", "start", "pk")
    actions = None  # what is wrong as a whole comes anew as a file
    search_fields = ("text", "speaker", "person__name")
    search_help_text = "Sucht in Text und Namen."
    autocomplete_fields = ("person",)
    fieldsets = ((None, {"fields": ("text", ("start", "end"), ("speaker", "person"))}),)

    @admin.display(description="Beginn", ordering="start")
    def begin(self, obj):
        return obj.get_start_display()

    @admin.display(description="Wer spricht")
    def name(self, obj):
        return obj.name or "–"

    def get_fieldsets(self, request, obj=None):
        """Offer a public line where there are readers to tell."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None:
            return (*fieldsets, (None, {"fields": ("track",)}))
        is_public = obj.track.recording.is_public
        return (*fieldsets, (None, {"fields": ("note",)})) if is_public else fieldsets

    def subject_of(self, obj):
        """Log a line's changes with its recording."""
        return obj.track.recording

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        recording = obj.track.recording
        if not change:
            values = ("", "hinzugefügt")
            log_event(recording, field=name_of(obj), values=values, user=request.user)
        measure(recording)
        publish_note(recording, form.cleaned_data.get("note", ""))

    def delete_model(self, request, obj):
        recording = obj.track.recording
        super().delete_model(request, obj)
        measure(recording)
