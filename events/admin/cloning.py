"""One page between a former meeting and the next one made from it."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from events.cloning import clone, next_start, next_title
from events.models import Meeting
from publishing.page_actions import Action, change_url

YEARS = range(2000, 2101)


class DateAndTime(forms.SplitDateTimeWidget):
    """The browser's own fields for day and time."""

    def __init__(self):
        super().__init__(date_format="%Y-%m-%d", time_format="%H:%M")
        for part, kind, label in zip(
            self.widgets, ("date", "time"), ("Beginn: Datum", "Beginn: Uhrzeit"), strict=True
        ):
            part.input_type = kind
            part.attrs["aria-label"] = label


class CloneForm(forms.Form):
    """What is new about the next meeting."""

    title = forms.CharField(label="Titel", max_length=200)
    starts_at = forms.SplitDateTimeField(label="Beginn", widget=DateAndTime)

    def clean_starts_at(self):
        """Refuse years in which nobody plans."""
        starts_at = self.cleaned_data["starts_at"]
        if starts_at.year not in YEARS:
            raise ValidationError("Dieses Jahr ist kein Tippfehler? Erlaubt sind 2000 bis 2100.")
        return starts_at


def clone_urls(site) -> list:
    """Return the address of the page below a meeting's own."""
    view = site.admin_view(clone_page)
    return [path("<int:object_id>/uebernehmen/", view, name="events_meeting_clone")]


def clone_action(meeting: Meeting) -> Action:
    """Return the button that leads to the page."""
    url = reverse("admin:events_meeting_clone", args=[meeting.pk])
    return Action("Fürs nächste Jahr übernehmen", url)


@require_http_methods(["GET", "HEAD", "POST"])
def clone_page(request, object_id):
    """Ask for title and beginning, which are proposed; make the meeting and open its form."""
    if not request.user.has_perm("events.add_meeting"):
        raise PermissionDenied
    former = get_object_or_404(Meeting, pk=object_id)
    form = CloneForm(request.POST or None, initial=proposal(former))
    if form.is_valid():
        meeting = clone(former, user=request.user, **form.cleaned_data)
        messages.success(
            request,
            f"„{meeting}“ ist angelegt, als Entwurf. Prüfen Sie Anriss, Programm und Mitwirkende; "
            "was fehlt, steht unter „Was noch zu tun ist“.",
        )
        return redirect(change_url(meeting))
    context = {
        **admin.site.each_context(request),
        "title": "Fürs nächste Jahr übernehmen",
        "former": former,
        "former_url": change_url(former),
        "form": form,
    }
    return TemplateResponse(request, "admin/events/clone.html", context)


def proposal(former: Meeting) -> dict:
    """Return title and beginning of the next meeting as they are likely to be."""
    starts_at = next_start(former, timezone.now())
    return {"starts_at": starts_at, "title": next_title(former, starts_at)}
