"""Who the voices of a track are: names corrected and people chosen, for all lines at once."""

from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.db.models import Count, Min
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse

from events.admin.public_notes import NoteField, publish_note
from events.models import Recording, TextTrack
from events.moments import in_words
from events.transcripts.texts import measure
from partners.models import Person
from publishing.facts import log_event

RENAMED = "Angaben dazu, wer spricht, wurden berichtigt."
NOBODY = "ohne Namen"


class SpeakerForm(forms.Form):
    """One voice: its name in the file, the name to show, the person it is."""

    former = forms.CharField(widget=forms.HiddenInput, required=False, strip=False)
    name = forms.CharField(label="Name", max_length=160, required=False)
    person = forms.TypedChoiceField(label="Person", required=False, coerce=int, empty_value=None)

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = people


class Note(forms.Form):
    note = NoteField(initial=RENAMED)


Speakers = forms.formset_factory(SpeakerForm, extra=0, max_num=500, absolute_max=500)


def speakers_page(request, recording):
    """Show each voice of a track once; change all its lines together."""
    track = recording.tracks.filter(pk=number_in(request.GET.get("track", ""))).first()
    if track is None:
        raise Http404
    track.recording = recording
    voices = voices_of(track)
    data = request.POST if request.method == "POST" else None
    kwargs = {"people": people_to_choose(recording)}
    formset = Speakers(data, initial=voices, form_kwargs=kwargs)
    note = Note(data)
    back = reverse("admin:events_recording_change", args=[recording.pk])
    if data is not None and formset.is_valid() and note.is_valid():
        with transaction.atomic():
            apply(request, track, formset, note)
        return redirect(back)
    context = {
        **admin.site.each_context(request),
        "title": "Wer spricht?",
        "recording": recording,
        "rows": list(zip(voices, formset.forms, strict=False)),
        "formset": formset,
        "note": note if recording.is_public else None,
        "back_url": back,
    }
    return TemplateResponse(request, "admin/events/speakers.html", context)


def number_in(text: str) -> int:
    """Return the number that an address names, 0 for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def voices_of(track: TextTrack) -> list[dict]:
    """Return each voice with how often and where first it speaks."""
    rows = (
        track.cues.order_by()
        .values("speaker")
        .annotate(person=Min("person"), count=Count("pk"), first=Min("start"))
    )
    return [
        {
            "former": row["speaker"],
            "name": row["speaker"],
            "person": row["person"],
            "shown": row["speaker"] or NOBODY,
            "about": f"{counted(row['count'])}, zuerst bei {in_words(row['first'])}",
        }
        for row in rows.order_by("first", "speaker")
    ]


def counted(number: int) -> str:
    """Return how many lines a voice speaks, in words."""
    return f"{number} {'Zeile' if number == 1 else 'Zeilen'}"


def people_to_choose(recording: Recording) -> list:
    """Return everybody, those of the programme first."""
    taking_part = Person.objects.filter(participations__item__meeting=recording.meeting_id)
    here = list(taking_part.distinct().order_by("sort_name", "pk").values_list("pk", "name"))
    others = Person.objects.exclude(pk__in=[pk for pk, _ in here]).order_by("sort_name", "pk")
    groups = [("Aus dem Programm", here), ("Andere", list(others.values_list("pk", "name")))]
    return [("", "–"), *(group for group in groups if group[1])]


def apply(request, track: TextTrack, formset, note: Note) -> None:
    """Change the lines of each voice that was changed; log it, tell readers if wanted."""
    changed = [form for form in formset if form.has_changed()]
    former = [form.cleaned_data["former"] for form in changed]
    # All lines are found before any is changed, so that two voices can swap names.
    lines = {
        name: list(track.cues.filter(speaker=name).values_list("pk", flat=True)) for name in former
    }
    for form in changed:
        values = form.cleaned_data
        rows = track.cues.filter(pk__in=lines[values["former"]])
        rows.update(speaker=values["name"], person=values["person"])
        told = (values["former"] or NOBODY, form_text(form))
        log_event(track.recording, field="Wer spricht", values=told, user=request.user)
    if changed:
        measure(track.recording)
        publish_note(track.recording, note.cleaned_data["note"])
        messages.success(request, f"{len(changed)} Angaben geändert.")


def form_text(form: SpeakerForm) -> str:
    """Return what was chosen, for the log."""
    person = Person.objects.filter(pk=form.cleaned_data["person"]).first()
    return f"{form.cleaned_data['name'] or NOBODY} ({person or 'keine Person'})"
