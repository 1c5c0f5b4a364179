"""The consents of a meeting on one page: who agreed to what, since when, with which evidence."""

from pathlib import Path

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone

from events.choices import ReleaseScope, ReleaseState
from events.consents.counting import consents_of
from events.consents.taking_back import heed
from events.models import Meeting, Participation, RecordingRelease
from media_library.file_types import HEAD_LENGTH, JPEG, MEGABYTE, PDF, PNG
from publishing.audit import record
from publishing.facts import log_event
from publishing.models import AuditAction
from publishing.page_actions import Action, change_url

EVIDENCE = (PDF, JPEG, PNG)
LIMIT = 10 * MEGABYTE
NOT_ASKED = ("", "nicht gefragt")
SCOPES = (
    ReleaseScope.RECORDING,
    ReleaseScope.STREAM,
    ReleaseScope.TRANSCRIPT,
    ReleaseScope.PHOTO,
)


class ConsentForm(forms.Form):
    """One participant's row: a state for each scope, and when and how it was agreed to."""

    decided_on = forms.DateField(
        label="Entschieden am",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    evidence = forms.FileField(label="Nachweis", required=False)

    def __init__(self, participation: Participation, **kwargs):
        self.participation = participation
        self.releases = {release.scope: release for release in participation.releases.all()}
        super().__init__(prefix=str(participation.pk), **kwargs)
        for scope in SCOPES:
            self.fields[scope] = self.state_field(scope)
        days = [one.decided_on for one in self.releases.values() if one.decided_on]
        self.fields["decided_on"].initial = max(days, default=None)
        for name, field in self.fields.items():
            label = ReleaseScope(name).label if name in SCOPES else field.label
            field.widget.attrs["aria-label"] = f"{participation}: {label}"

    def state_field(self, scope: str) -> forms.ChoiceField:
        """Return the choice of a state; what was asked once is not unasked."""
        release = self.releases.get(scope)
        choices = ReleaseState.choices if release else [NOT_ASKED, *ReleaseState.choices]
        initial = release.state if release else ""
        return forms.ChoiceField(choices=choices, initial=initial, required=False)

    @property
    def states(self) -> list:
        """The form's fields of the states, in the order of the columns."""
        return [self[scope] for scope in SCOPES]

    @property
    def proofs(self) -> list[RecordingRelease]:
        """The releases whose evidence can be read; one paper often stands for several."""
        papers = {one.evidence.name: one for one in self.releases.values() if one.evidence}
        return list(papers.values())

    def clean_decided_on(self):
        day = self.cleaned_data["decided_on"]
        if day and day > timezone.localdate():
            raise ValidationError("Dieser Tag liegt in der Zukunft.")
        return day

    def clean_evidence(self):
        """Refuse what is no PDF or picture, by its content and not by its name."""
        file = self.cleaned_data["evidence"]
        if file:
            if file.size > LIMIT:
                raise ValidationError("Zu groß. Erlaubt sind 10 MB.")
            head = file.read(HEAD_LENGTH)
            file.seek(0)
            kind = next((kind for kind in EVIDENCE if kind.start.match(head)), None)
            if kind is None:
                raise ValidationError("Das ist weder PDF noch JPEG noch PNG.")
            file.name = f"einwilligung-{self.participation.pk}{kind.suffixes[0]}"
        return file

    def save(self, user) -> list[RecordingRelease]:
        """Save what was changed, log it, and return the releases whose state is another now."""
        data, changed = self.cleaned_data, []
        paper = ""
        for scope in SCOPES:
            if not data[scope]:
                continue
            release = self.releases.get(scope) or RecordingRelease(
                participation=self.participation, scope=scope, state=""
            )
            if data["evidence"]:
                release.evidence = paper or data["evidence"]
            former, release.state = release.state, data[scope]
            release.decided_on = self.day_of(release, former)
            release.save()
            paper = release.evidence.name if data["evidence"] else ""
            if former != release.state:
                changed.append(release)
                self.log(release, former, user)
        if data["evidence"]:
            self.log_evidence("hochgeladen", user)
        return changed

    def day_of(self, release: RecordingRelease, former: str):
        """Return the day of a decision: as typed, else today if there is a new one."""
        if self.cleaned_data["decided_on"] and "decided_on" in self.changed_data:
            return self.cleaned_data["decided_on"]
        is_new = release.state not in {former, ReleaseState.PENDING}
        return timezone.localdate() if is_new else release.decided_on

    def log(self, release: RecordingRelease, former: str, user) -> None:
        words = (ReleaseState(former).label if former else "", release.get_state_display())
        field = f"Einwilligung {release.get_scope_display()}: {self.participation}"
        log_event(self.participation.item.meeting, field=field, values=words, user=user)

    def log_evidence(self, word: str, user) -> None:
        field = f"Nachweis der Einwilligung: {self.participation}"
        log_event(self.participation.item.meeting, field=field, values=("", word), user=user)


def consent_urls(site) -> list:
    """Return the addresses of the page and of the evidence, for the meetings' admin."""
    wrap = site.admin_view
    return [
        path(
            "<int:object_id>/einwilligungen/", wrap(consents_page), name="events_meeting_consents"
        ),
        path(
            "<int:object_id>/einwilligungen/<int:release_id>/",
            wrap(evidence),
            name="events_meeting_evidence",
        ),
    ]


def consents_page(request, object_id):
    """Show every participant's consents; save what was changed."""
    if not request.user.has_perm("events.change_recordingrelease"):
        raise PermissionDenied
    meeting = get_object_or_404(Meeting, pk=object_id)
    data = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    rows = [ConsentForm(one, data=data[0], files=data[1]) for one in participants(meeting)]
    if request.method == "POST" and all(row.is_valid() for row in rows):
        save_all(request, [row for row in rows if row.has_changed()])
        return redirect(request.path)
    context = {
        **admin.site.each_context(request),
        "title": "Einwilligungen",
        "meeting": meeting,
        "meeting_url": change_url(meeting),
        "rows": rows,
        "scopes": [scope.label for scope in SCOPES],
        "count": consents_of(meeting),
    }
    return TemplateResponse(request, "admin/events/consents.html", context)


def participants(meeting: Meeting):
    """Return everybody's part in the order of the programme, with what was agreed."""
    rows = Participation.objects.filter(item__meeting=meeting).select_related("person")
    rows = rows.select_related("item__meeting").prefetch_related("releases")
    return rows.order_by("item__position", "item__pk", "position", "pk")


@transaction.atomic
def save_all(request, rows) -> None:
    """Save the changed rows; take out of a published recording what is no longer agreed to."""
    for row in rows:
        for release in row.save(request.user):
            done = heed(release, user=request.user)
            if done:
                messages.warning(request, f"{release.participation}: {done}")
    messages.success(request, "Gesichert." if rows else "Nichts geändert.")


def evidence(request, object_id, release_id):
    """Hand out the evidence of a consent to who may see it; every look is logged."""
    if not request.user.has_perm("events.view_recordingrelease"):
        raise PermissionDenied
    release = get_object_or_404(
        RecordingRelease, pk=release_id, participation__item__meeting=object_id
    )
    try:
        file = release.evidence.open("rb")
    except (ValueError, OSError):
        raise Http404 from None
    ConsentForm(release.participation).log_evidence("heruntergeladen", request.user)
    details = {"new": f"Nachweis der Einwilligung: {release.participation}"}
    record(AuditAction.DOWNLOADED, release.participation.item.meeting, user=request.user, **details)
    name = Path(release.evidence.name).name
    return FileResponse(file, as_attachment=True, filename=name)


def consents_action(meeting: Meeting) -> Action:
    """Return the button that leads to a meeting's consents and says how far they are."""
    url = reverse("admin:events_meeting_consents", args=[meeting.pk])
    return Action(f"Einwilligungen {consents_of(meeting)}", url)
