"""Bringing captions to a recording, and telling who the voices are."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse

from events.admin.public_notes import NoteField, publish_note
from events.captions.parsing import LARGEST, Unreadable, read
from events.captions.quality import quality
from events.captions.storing import store
from events.choices import TrackKind, TrackOrigin
from events.media_files.names import language_name
from events.models import Recording
from publishing.facts import log_event

FILM, RAW = "film", "raw"
TIMES = [
    (FILM, "den Film, wie er auf der Seite läuft"),
    (RAW, "die ungeschnittene Rohaufnahme"),
]
ENCODINGS = [("utf-8", "UTF-8 (üblich)"), ("cp1252", "Windows-1252 (ANSI)")]
NEW_CAPTIONS = "Die Untertitel wurden erneuert."


class ReviewForm(forms.Form):
    """What every form says about the quality of captions, and how it fits together."""

    def clean(self):
        cleaned = super().clean()
        day, office = cleaned.get("reviewed_on"), cleaned.get("reviewed_by")
        if day and cleaned.get("origin") == TrackOrigin.AUTOMATIC:
            self.add_error(
                "origin",
                "Geprüft heißt: Jemand hat mitgelesen und verbessert. Wählen Sie „automatisch "
                "erzeugt und von Hand geprüft“.",
            )
        if office and not day:
            self.add_error("reviewed_on", "An welchem Tag wurde geprüft?")
        if day and not office:
            self.add_error("reviewed_by", "Welche Stelle hat geprüft? Das steht auf der Seite.")
        return cleaned


class CaptionsForm(ReviewForm):
    """A caption file with what is to be known about it."""

    file = forms.FileField(
        label="Untertiteldatei",
        help_text="WebVTT (.vtt) oder SubRip (.srt), höchstens 2 MB.",
        widget=forms.FileInput(attrs={"accept": ".vtt, .srt, text/vtt"}),
    )
    times = forms.ChoiceField(
        label="Die Zeiten der Datei gelten für",
        choices=TIMES,
        initial=FILM,
        widget=forms.RadioSelect,
        help_text="Wer nach dem Film auf der Seite untertitelt hat, wählt das erste.",
    )
    kind = forms.ChoiceField(label="Art", choices=TrackKind.choices, initial=TrackKind.CAPTIONS)
    language = forms.RegexField(
        label="Sprache",
        regex=r"\A[a-z]{2,3}\Z",
        initial="de",
        max_length=10,
        help_text="Kürzel: de, en, pl …",
    )
    origin = forms.ChoiceField(
        label="Entstehung", choices=TrackOrigin.choices, initial=TrackOrigin.AUTOMATIC
    )
    reviewed_by = forms.CharField(
        label="Geprüft von",
        max_length=120,
        required=False,
        help_text="Stelle, nicht Person: „Redaktion“. Steht auf der Seite.",
    )
    reviewed_on = forms.DateField(
        label="Geprüft am",
        required=False,
        help_text="Leer: noch nicht gegen den Ton gelesen. Zum Beispiel 26.11.2026.",
    )
    encoding = forms.ChoiceField(
        label="Zeichensatz",
        choices=ENCODINGS,
        initial="utf-8",
        help_text="Nur ändern, wenn das Portal sagt, dass die Datei nicht in UTF-8 ist.",
    )
    note = NoteField(initial=NEW_CAPTIONS)

    def __init__(self, *args, recording: Recording, **kwargs):
        super().__init__(*args, **kwargs)
        self.recording = recording
        if not recording.kept:  # then both are the same
            del self.fields["times"]
        if not recording.is_public:
            del self.fields["note"]

    @property
    def is_film_time(self) -> bool:
        return self.cleaned_data.get("times", FILM) == FILM

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("file") and cleaned.get("encoding"):
            timeline = self.recording.timeline
            length = timeline.length if self.is_film_time else timeline.duration
            try:
                data = cleaned["file"].read(LARGEST + 1)
                cleaned["said"] = read(data, encoding=cleaned["encoding"], length=length)
            except Unreadable as error:
                self.add_error("file", list(error.problems))
        return cleaned

    def save(self):
        """Store the lines; return the track."""
        names = ("kind", "language", "origin", "reviewed_by", "reviewed_on")
        facts = {name: self.cleaned_data[name] for name in names}
        return store(
            self.recording,
            self.cleaned_data["said"],
            facts=facts,
            is_file_time=self.is_film_time,
        )


def captions_page(request, recording):
    """Take a caption file; an earlier one of the same kind and language is replaced."""
    if not request.user.has_perm("events.add_texttrack"):
        raise PermissionDenied
    files = request.FILES if request.method == "POST" else None
    form = CaptionsForm(request.POST or None, files, recording=recording)
    back = reverse("admin:events_recording_change", args=[recording.pk])
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            take(request, form, recording)
        return redirect(back)
    context = {
        **admin.site.each_context(request),
        "title": "Untertitel hochladen",
        "recording": recording,
        "form": form,
        "back_url": back,
        "existing": [f"{one} – {quality(one)}" for one in recording.tracks.all()],
    }
    return TemplateResponse(request, "admin/events/captions.html", context)


def take(request, form: CaptionsForm, recording: Recording) -> None:
    """Store the lines, log it, tell the editor what to look at."""
    track = form.save()
    count = track.cues.count()
    what = f"{track.get_kind_display()}, {language_name(track.language)}"
    log_event(recording, field=what, values=("", f"{count} Zeilen"), user=request.user)
    publish_note(recording, form.cleaned_data.get("note", ""))
    messages.success(request, f"{what}: {count} Zeilen sind da.")
    unknown = track.cues.filter(person=None).exclude(speaker="").values("speaker").distinct()
    if unknown:
        names = ", ".join(sorted({row["speaker"] for row in unknown})[:5])
        messages.warning(
            request, f"Ohne Person: {names}. Unter „Wer spricht?“ lässt sich das zuordnen."
        )
