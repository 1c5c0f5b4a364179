"""Bringing a big file to a recording, in pieces, from the editors' own browser."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseNotAllowed, JsonResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from events.choices import MediaRole
from events.media_files.pieces import PIECE, OutOfStep, Upload, check_size, drop_stale
from events.media_files.registering import (
    SUMMED_AT_ONCE,
    has_room,
    register,
    remarks,
    summed,
)
from events.models import Recording
from media_library.file_types import Refusal
from publishing.facts import log_event

CONFLICT, NO_ROOM, REFUSED, TOO_LARGE = 409, 507, 422, 413


class UploadForm(forms.Form):
    """What the browser says about a file with every piece."""

    role = forms.ChoiceField(label="Fassung", choices=MediaRole.choices)
    language = forms.RegexField(
        label="Sprache", regex=r"\A[a-z]{2,3}\Z", initial="de", max_length=10
    )
    name = forms.CharField(widget=forms.HiddenInput, max_length=255)
    size = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    modified = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    offset = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def upload(self, user, recording: Recording) -> Upload:
        """Return the upload that the browser speaks of."""
        facts = {name: self.cleaned_data[name] for name in ("role", "name", "size", "modified")}
        return Upload(user=user.pk, recording=recording.pk, **facts)


def upload_page(request, recording):
    """Show the form; the script behind it cuts the file into pieces."""
    require_right(request)
    context = {
        **admin.site.each_context(request),
        "title": "Datei hochladen",
        "recording": recording,
        "form": UploadForm(),
        "piece": PIECE,
        "piece_url": reverse("admin:events_recording_piece", args=[recording.pk]),
        "back_url": reverse("admin:events_recording_change", args=[recording.pk]),
    }
    return TemplateResponse(request, "admin/events/upload.html", context)


def piece_answer(request, recording):
    """GET: how much is there. PUT: one more piece; after the last one the file is registered."""
    require_right(request)
    form = UploadForm(request.GET)
    if request.method not in {"GET", "PUT"}:
        return HttpResponseNotAllowed(["GET", "PUT"])
    if not form.is_valid():
        return JsonResponse({"error": "Diese Angaben passen zu keiner Datei."}, status=400)
    upload = form.upload(request.user, recording)
    try:
        return told(upload) if request.method == "GET" else taken(request, form, upload, recording)
    except Refusal as refusal:
        return JsonResponse({"error": f"„{upload.name}“ {refusal}"}, status=REFUSED)


def require_right(request) -> None:
    """Refuse users who may not add files."""
    if not request.user.has_perm("events.add_mediafile"):
        raise PermissionDenied


def told(upload: Upload) -> JsonResponse:
    """Say how much of a file is there, once it is known to fit."""
    check_size(upload.size)
    drop_stale(timezone.now())
    if not has_room(upload.size - upload.received):
        error = "Auf dem Server ist zu wenig Platz für diese Datei."
        return JsonResponse({"error": error}, status=NO_ROOM)
    return JsonResponse({"received": upload.received})


def taken(request, form: UploadForm, upload: Upload, recording: Recording) -> JsonResponse:
    """Take one piece; register the file if it was the last."""
    check_size(upload.size)
    piece = request.read(PIECE + 1)
    if len(piece) > PIECE:
        return JsonResponse({"error": "Dieses Stück ist zu groß."}, status=TOO_LARGE)
    try:
        received = upload.append(piece, form.cleaned_data["offset"])
    except OutOfStep:
        return JsonResponse({"received": upload.received}, status=CONFLICT)
    if received < upload.size:
        return JsonResponse({"received": received})
    finish(request, form, upload, recording)
    done = reverse("admin:events_recording_change", args=[recording.pk])
    return JsonResponse({"received": received, "done": done})


def finish(request, form: UploadForm, upload: Upload, recording: Recording) -> None:
    """Make the whole file one of the recording's and say what the editor should know."""
    language = form.cleaned_data["language"]
    try:
        row = register(recording, upload.path, role=upload.role, language=language)
    except Refusal:
        upload.path.unlink()
        raise
    if row.size <= SUMMED_AT_ONCE:
        summed(row)
    log_event(recording, field=str(row), values=("", "hochgeladen"), user=request.user)
    messages.success(request, f"„{upload.name}“ ist da.")
    for remark in remarks(row):
        messages.warning(request, remark)
