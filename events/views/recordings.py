"""The list of recordings, the sound alone, and the video that lies with somebody else."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from events.choices import MediaRole
from events.metadata import videos
from events.models import MeetingContent, Recording
from events.moments import in_words
from events.views.playback import playback_of
from publishing.redirects import gone
from ui.contact import is_from_this_site

PLAYER = "aufzeichnung"  # the id that links to the player end with


@require_safe
def library(request):
    """List the recordings that everybody may see."""
    rows = [library_row(one) for one in Recording.objects.for_listing()]
    context = {"rows": rows, "meta": videos.library()}
    return TemplateResponse(request, "events/library.html", context)


def library_row(recording: Recording) -> dict:
    """Return what the list shows of a recording."""
    content, length = recording.meeting.contents.all()[0], recording.timeline.length
    sample = "Beispiel, " if recording.meeting.is_sample else ""
    return {
        "content": content,
        "meeting": recording.meeting,
        "poster": recording.poster,
        "url": f"{content.get_absolute_url()}#{PLAYER}",
        "precision": "" if recording.meeting.is_sample else recording.meeting.precision,
        "date": "" if recording.meeting.is_sample else recording.meeting.starts_at,
        "length": f"{sample}Dauer {in_words(length)}" if length else f"{sample}Aufzeichnung",
    }


@require_safe
def short_address(request, slug):
    """Lead from the address that people guess to the meeting's one page."""
    content = get_object_or_404(MeetingContent.objects.for_page(), slug=slug)
    return redirect(f"{content.get_absolute_url()}#{PLAYER}")


@require_safe
def sound(request, slug):
    """The recording's sound alone, with the same chapters: no picture is loaded."""
    content = get_object_or_404(MeetingContent.objects.for_page(), slug=slug)
    playback = playback_of(request, content, role=MediaRole.AUDIO)
    if playback is None or not playback.has_audio:
        return missing(request, content)
    context = {"content": content, "playback": playback, "meta": videos.sound(content)}
    return TemplateResponse(request, "events/sound.html", context)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def elsewhere(request, slug):
    """Say who learns what; load the other provider's player for who presses the button.

    A post, because a link could be shared and would load it for others unasked; and one from
    our own page. It changes nothing, so it needs no token.
    """
    content = get_object_or_404(MeetingContent.objects.for_page(), slug=slug)
    playback = playback_of(request, content)
    provider = playback.recording.elsewhere if playback else None
    if provider is None:
        return missing(request, content)
    request.toolbar.show_toolbar = False  # its policy would keep the player out
    is_pressed = request.method == "POST" and is_from_this_site(request)
    is_loaded = is_pressed and bool(provider.player_url)
    context = {
        "content": content,
        "playback": playback,
        "provider": provider,
        "player_url": provider.player_from(playback.start.first // 1000) if is_loaded else "",
        "meta": videos.elsewhere(content, provider.name),
    }
    response = TemplateResponse(request, "events/elsewhere.html", context)
    if is_loaded:
        response.frame_origin = provider.frame_origin  # allianz_portal/headers.py lets it in
        response.headers["Cache-Control"] = "no-store"
    return response


def missing(request, content):
    """Answer 410 for what was taken back, 404 for what never was there."""
    recording = getattr(content.meeting, "recording", None)
    if recording and recording.is_withdrawn:
        return gone(request)
    raise Http404
