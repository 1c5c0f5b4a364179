"""The desk: all that is pressed on the day, on one page that works on a phone (E4, E16, E51).

Each button is a form of its own that posts `do`; nothing needs a script.
"""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods

from events.admin.desk_buttons import Button, buttons
from events.choices import BroadcastState, Provider
from events.forms import StreamLinkField
from events.models import Broadcast, Meeting
from events.stage import begin, finish, take_back
from events.states import MoveError, catch_up, move
from publishing.fact_admin import shown_changes
from publishing.facts import log_changes, values_of
from publishing.page_actions import Action, change_url

FATE = {
    Provider.OWN: "Spielt auf der Seite des Treffens, vom eigenen Server.",
    Provider.YOUTUBE: "YouTube: spielt auf einer eigenen Seite, erst nach einem Klick.",
    Provider.PEERTUBE: "PeerTube: spielt auf einer eigenen Seite, erst nach einem Klick.",
    Provider.OTHER: "Die Seite führt mit einem Link dorthin. Ob dort ein Stream läuft, prüfen Sie "
    "bitte selbst.",
}


class LinkForm(forms.ModelForm):
    """The link to the stream, checked for being one."""

    class Meta:
        model = Broadcast
        fields = ("stream_url",)
        field_classes = {"stream_url": StreamLinkField}


class WordsForm(forms.ModelForm):
    """What is said to readers meanwhile."""

    class Meta:
        model = Broadcast
        fields = ("message", "alternative", "live_captions")


FORMS = {"link": LinkForm, "words": WordsForm}


def desk_urls(site) -> list:
    """Return the address of the desk below a meeting's own."""
    view = site.admin_view(desk)
    return [path("<int:object_id>/regie/", view, name="events_meeting_desk")]


def desk_action(meeting: Meeting) -> Action:
    """Return the button that leads to a meeting's desk."""
    return Action("Regie am Tag", url_of(meeting))


def url_of(meeting: Meeting) -> str:
    return reverse("admin:events_meeting_desk", args=[meeting.pk])


@require_http_methods(["GET", "HEAD", "POST"])
def desk(request, object_id):
    """Show the desk, or do what was pressed and show it anew."""
    if not request.user.has_perm("events.change_broadcast"):
        raise PermissionDenied
    meeting = get_object_or_404(Meeting.objects.select_related("broadcast"), pk=object_id)
    broadcast = broadcast_of(meeting, is_kept=request.method == "POST")
    bound = {}
    if request.method == "POST":
        bound = press(request, broadcast)
        if not bound:
            return redirect(url_of(meeting))
    elif broadcast.pk:
        catch_up(broadcast)
    return desk_page(request, broadcast, bound)


def broadcast_of(meeting: Meeting, *, is_kept: bool) -> Broadcast:
    """Return a meeting's broadcast; where nobody has asked for one yet, one that is not planned."""
    if meeting.has_broadcast:
        return meeting.broadcast
    broadcast = Broadcast(meeting=meeting, state=BroadcastState.NONE)
    if is_kept:
        broadcast.save()
    return broadcast


def press(request, broadcast: Broadcast) -> dict:
    """Do what was pressed; return the form that was refused, if one was, by its name."""
    action = request.POST.get("do", "")
    if action in FORMS:
        return save_form(request, broadcast, action)
    try:
        done = STEPS[action](request, broadcast) if action in STEPS else ""
    except MoveError as error:
        for reason in error.reasons:
            messages.error(request, reason)
        return {}
    if done:
        messages.success(request, done)
    return {}


def save_form(request, broadcast: Broadcast, name: str) -> dict:
    """Save the link or the words and log them; a first link announces the stream."""
    before = values_of(broadcast)
    form = FORMS[name](request.POST, instance=broadcast)
    if not form.is_valid():
        return {name: form}
    form.save()
    log_changes(broadcast, before=before, user=request.user, subject=broadcast.meeting)
    if "stream_url" in form.changed_data:
        broadcast.meeting.raise_sequence()
        broadcast.meeting.save(update_fields=["sequence", "facts_changed_at"])
    if broadcast.stream_url and broadcast.state == BroadcastState.NONE:
        move(broadcast, BroadcastState.ANNOUNCED, by=request.user)
    messages.success(request, "Gesichert. Es steht schon auf der Seite.")
    return {}


def do_move(request, broadcast: Broadcast) -> str:
    """Bring the broadcast into the state that was pressed."""
    state, reason, message = (request.POST.get(name, "") for name in ("state", "reason", "message"))
    if state not in BroadcastState.values:
        return ""
    move(broadcast, state, by=request.user, reason=reason[:250])
    if state == BroadcastState.INTERRUPTED and message.strip():
        say(broadcast, message.strip()[:250], by=request.user)
    if state == BroadcastState.ENDED:
        finish(broadcast.meeting, by=request.user)
    return f"Auf der Seite steht jetzt: {broadcast.get_state_display()}."


def say(broadcast: Broadcast, message: str, *, by) -> None:
    """Show a message above the picture and log it."""
    before = values_of(broadcast, ["message"])
    broadcast.message = message
    broadcast.save(update_fields=["message"])
    log_changes(broadcast, before=before, user=by, subject=broadcast.meeting)


def do_begin(request, broadcast: Broadcast) -> str:
    """Let the item that was pressed begin now."""
    number = request.POST.get("item", "")
    items = broadcast.meeting.programme_items.filter(pk=number if number.isdecimal() else 0)
    for item in items:
        begin(item, by=request.user)
        return f"Jetzt läuft: {item.title}"
    return ""


def do_take_back(request, broadcast: Broadcast) -> str:
    """Undo the last „Jetzt“."""
    item = take_back(broadcast.meeting, by=request.user)
    return f"Zurückgenommen: {item.title}" if item else ""


STEPS = {"move": do_move, "begin": do_begin, "take-back": do_take_back}


def desk_page(request, broadcast: Broadcast, bound: dict):
    """Render the desk; `bound` holds the form that was refused, with its errors."""
    meeting = broadcast.meeting
    programme = list(meeting.programme_items.order_by("position", "pk"))
    content = meeting.published_content
    stored = Broadcast.objects.filter(pk=broadcast.pk).first() or broadcast
    made = {name: bound.get(name) or form(instance=stored) for name, form in FORMS.items()}
    steps: list[Button] = buttons(stored)
    context = {
        **admin.site.each_context(request),
        "title": "Regie",
        "meeting": meeting,
        "meeting_url": change_url(meeting),
        "broadcast": stored,
        "content": content,
        "forms": made,
        "fate": FATE[stored.provider] if stored.stream_url else "",
        "buttons": steps,
        "programme": programme,
        "has_begun": any(item.actual_start for item in programme),
        "fact_changes": shown_changes(meeting)[:8],
    }
    status = 422 if bound else 200
    return TemplateResponse(request, "admin/events/desk.html", context, status=status)
