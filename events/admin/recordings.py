"""Recordings: files, chapters, cuts and corrections on one form. Everything is a fact."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from events.admin.caption_uploads import captions_page
from events.admin.consents import consents_action
from events.admin.offsets import OffsetField, PartsField, check_parts
from events.admin.recording_filters import CaptionsFilter, NamedMeetings
from events.admin.recording_parts import (
    ClipInline,
    CorrectionInline,
    MediaFileInline,
    TextTrackInline,
)
from events.admin.recording_uploads import piece_answer, upload_page
from events.admin.speakers import speakers_page
from events.captions.quality import caption_state
from events.chapters import confirm, propose
from events.choices import Provider
from events.consents.guard import objections, places
from events.media_files.registering import discard
from events.models import Recording
from events.models.providers import elsewhere
from events.moments import in_words
from events.transcripts.texts import measure
from publishing.admin import FACTS
from publishing.fact_admin import FactAdmin
from publishing.facts import log_event
from publishing.page_actions import Action

CUT_CHANGED = "Der Schnitt wurde geändert."


class RecordingForm(forms.ModelForm):
    duration = OffsetField(
        label="Länge der Rohaufnahme",
        required=False,
        empty=0,
        help_text="Stunden:Minuten:Sekunden. Leer: wird aus der ersten Videodatei gelesen.",
    )
    kept = PartsField(
        label="Behaltene Abschnitte",
        required=False,
        help_text="Nur wenn etwas herausgeschnitten wurde. Je Zeile ein Abschnitt in Zeiten der "
        "Rohaufnahme, zum Beispiel 0:01:30 – 0:30:00. Kapitel, Untertitel und geteilte Links "
        "wandern dann mit. Leer: Die Datei enthält alles.",
    )

    class Meta:
        help_texts = {
            "captions_due_on": "Steht auf der Seite, solange keine geprüften Untertitel da sind. "
            "Leer: 14 Tage nach einem Livestream; ohne Livestream wird sie dann nicht öffentlich.",
        }

    def clean(self):
        cleaned = super().clean()
        if "kept" in cleaned and "duration" in cleaned:
            try:
                check_parts(cleaned["kept"], cleaned["duration"])
            except ValidationError as error:
                self.add_error("kept", error)
        return cleaned

    def clean_kept(self):
        """Refuse to show again, in a public recording, what nobody agreed to."""
        kept, recording = self.cleaned_data["kept"], self.instance
        if recording.pk and recording.is_public and kept != recording.kept:
            changed = Recording(pk=recording.pk, meeting=recording.meeting, kept=kept)
            changed.recording_start = recording.recording_start
            changed.duration = recording.duration
            found = [line for place in places(changed) for line in objections(place, changed)]
            if found:
                raise ValidationError(found)
        return kept

    def clean_external_url(self):
        """Refuse an address whose player nobody could load, while it can still be corrected."""
        url = self.cleaned_data["external_url"]
        provider = self.cleaned_data.get("provider")
        if url and provider == Provider.OWN:
            raise ValidationError("Wählen Sie den Anbieter, bei dem das Video liegt.")
        named = provider in {Provider.YOUTUBE, Provider.PEERTUBE}
        if url and named and not elsewhere(provider, url).player_url:
            label = Provider(provider).label
            raise ValidationError(f"Das ist nicht die Adresse eines einzelnen Videos bei {label}.")
        return url

    def clean_poster(self):
        """Refuse a picture that may not be shown, with the reasons."""
        image = self.cleaned_data["poster"]
        if image:
            problems = list(image.publish_problems("Standbild"))
            if problems:
                raise ValidationError([f"{one.cause} {one.remedy}" for one in problems])
        return image


@admin.register(Recording)
class RecordingAdmin(FactAdmin):
    """One form for everything about a recording."""

    form = RecordingForm
    change_form_template = "admin/events/recording_form.html"
    list_display = ("meeting", "state_label", "length", "captions", "published_at", "expires_on")
    list_filter = (CaptionsFilter,)
    list_select_related = ("meeting__broadcast",)
    ordering = ("-meeting__starts_at", "-pk")
    search_fields = ("meeting__contents__title",)
    autocomplete_fields = ("meeting",)
    fieldsets = (
        (
            FACTS,
            {
                "fields": (
                    "meeting",
                    ("recording_start", "duration"),
                    "kept",
                    "poster",
                    ("licence", "credit"),
                    ("expires_on", "captions_due_on"),
                    "is_sample",
                )
            },
        ),
        (
            "Bei einem anderen Anbieter",
            {"fields": (("provider", "external_url"),)},
        ),
    )

    @admin.display(description="Stand")
    def state_label(self, obj):
        broadcast = getattr(obj.meeting, "broadcast", None)
        return broadcast.get_state_display() if broadcast else "ohne Übertragung"

    @admin.display(description="Länge")
    def length(self, obj):
        return in_words(obj.timeline.length) if obj.timeline.length else "–"

    @admin.display(description="Untertitel")
    def captions(self, obj):
        return caption_state(obj).text

    def get_readonly_fields(self, request, obj=None):
        return ("meeting",) if obj else ()

    def get_inlines(self, request, obj):
        inlines = (MediaFileInline, TextTrackInline, ClipInline, CorrectionInline)
        return inlines if obj else ()

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("tracks")

    def get_changelist(self, request, **kwargs):
        return NamedMeetings

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if change and "kept" in form.changed_data and obj.is_public:
            obj.corrections.create(on=timezone.localdate(), text=CUT_CHANGED)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        measure(form.instance)

    def delete_model(self, request, obj):
        for row in obj.files.all():
            discard(row)
        super().delete_model(request, obj)

    def render_change_form(self, request, context, *args, **kwargs):
        obj = kwargs.get("obj")
        context["page_actions"] = self.actions_for(obj) if obj else []
        if obj:  # Django's "change" says nothing, and its subtitle lies below the buttons
            context["title"], context["subtitle"] = str(obj), None
        return super().render_change_form(request, context, *args, **kwargs)

    def actions_for(self, obj) -> list[Action]:
        """Return the buttons above the form, in the order of working."""
        published = obj.meeting.contents.all()[:1]
        return [
            Action("Datei hochladen", url_of("upload", obj), is_main=not obj.files.exists()),
            Action("Untertitel hochladen", url_of("captions", obj)),
            Action("Kapitel aus dem Programm vorschlagen", url_of("propose", obj), is_post=True),
            Action("Alle Kapitel bestätigen", url_of("confirm", obj), is_post=True),
            consents_action(obj.meeting),
            *(Action("Auf der Website ansehen", text.get_absolute_url()) for text in published),
        ]

    def get_urls(self):
        views = {
            "upload": ("datei/", upload_page),
            "piece": ("datei/stueck/", piece_answer),
            "captions": ("untertitel/", captions_page),
            "speakers": ("stimmen/", speakers_page),
            "propose": ("kapitel/vorschlagen/", require_POST(propose_chapters)),
            "confirm": ("kapitel/bestaetigen/", require_POST(confirm_chapters)),
        }
        own = [
            path(f"<int:object_id>/{end}", self.checked(view), name=f"events_recording_{name}")
            for name, (end, view) in views.items()
        ]
        return [*own, *super().get_urls()]

    def checked(self, view):
        """Give a view its recording, if the user may change it."""

        def wrapped(request, object_id):
            recording = get_object_or_404(Recording, pk=object_id)
            if not self.has_change_permission(request, recording):
                raise PermissionDenied
            return view(request, recording)

        return self.admin_site.admin_view(wrapped)


def url_of(action: str, recording: Recording) -> str:
    """Return the address of something to do with a recording."""
    return reverse(f"admin:events_recording_{action}", args=[recording.pk])


def propose_chapters(request, recording):
    """Propose chapters from the programme; the editor sees them in the form."""
    clips = propose(recording)
    if clips:
        text = f"{len(clips)} Kapitel vorgeschlagen. Prüfen Sie Zeiten und Titel, dann bestätigen."
        messages.success(request, text)
    else:
        messages.warning(
            request,
            "Nichts vorzuschlagen. Nötig sind der „Beginn der Aufnahme“ und Programmpunkte, die am "
            "Tag mit „Jetzt“ begonnen wurden.",
        )
    return redirect(url_of("change", recording))


def confirm_chapters(request, recording):
    """Make all chapters public as they stand in the form."""
    count = confirm(recording)
    log_event(recording, field="Kapitel", values=("", f"{count} bestätigt"), user=request.user)
    messages.success(request, f"{count} Kapitel bestätigt.")
    return redirect(url_of("change", recording))
