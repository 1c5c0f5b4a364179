"""On the day: how a meeting stands, for the pages that wait for it, and the stream elsewhere."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from events.metadata import livestream
from events.models import MeetingContent
from events.states import catch_up
from events.views.standing import Standing, running
from ui.contact import is_from_this_site

# Every viewer asks about three times a minute (static/js/live.js); a change drops what is kept.
TEN_SECONDS = "public, max-age=10"
COMPACT = {"ensure_ascii": False, "separators": (",", ":")}


@require_safe
def status(request, slug):
    """Tell in less than a kilobyte how the meeting stands (E52)."""
    content = get_object_or_404(MeetingContent.objects.for_status(), slug=slug)
    if content.meeting.has_broadcast:
        catch_up(content.meeting.broadcast)
    answer = JsonResponse(standing_of(content).for_machines(), json_dumps_params=COMPACT)
    answer.headers["Cache-Control"] = TEN_SECONDS
    return answer


def standing_of(content) -> Standing:
    """Return how a meeting stands; the programme is asked for only while it runs."""
    standing = Standing(content)
    if not standing.is_on_air:
        return standing
    return Standing(content, running(content.meeting.programme_items.running()))


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def stream(request, slug):
    """The stream that another provider plays, loaded for who presses the button (E33).

    Staff try it here before it goes live. A post from our own page, as for a recording
    elsewhere (events/views/recordings.py); it changes nothing, so it needs no token.
    """
    content = get_object_or_404(MeetingContent.objects.for_status(), slug=slug)
    standing = Standing(content)
    if not may_watch(request.user, standing):
        return redirect(f"{content.get_absolute_url()}#stand")
    request.toolbar.show_toolbar = False  # its policy would keep the player out
    provider = standing.broadcast.elsewhere
    is_pressed = request.method == "POST" and is_from_this_site(request)
    player_url = provider.player_url if provider and is_pressed else ""
    context = {
        "content": content,
        "meeting": content.meeting,
        "standing": standing,
        "provider": provider,
        "player_url": player_url,
        "meta": livestream(content),
    }
    response = TemplateResponse(request, "events/stream.html", context)
    response.headers["Cache-Control"] = "no-store"
    return let_in(response, standing, player_url)


def may_watch(user, standing: Standing) -> bool:
    """Tell whether the stream plays for this reader: on air for all, before it for staff."""
    broadcast = standing.broadcast
    if broadcast is None or not broadcast.stream_url:
        return False
    return broadcast.is_on_air or (broadcast.is_ahead and user.has_perm("events.change_broadcast"))


def let_in(response: HttpResponse, standing: Standing, player_url: str = "") -> HttpResponse:
    """Let the page's policy admit the one host that it plays from (allianz_portal/headers.py)."""
    broadcast = standing.broadcast
    if player_url:
        response.frame_origin = broadcast.elsewhere.frame_origin
    elif broadcast and broadcast.manifest_url:
        response.media_origin = broadcast.stream_origin
    return response
