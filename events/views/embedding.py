"""Meetings on other people's pages: a page for their frames, and oEmbed, which describes it (E32).

The frame says in every state what is true at this moment; a video that lies with somebody else
is a link in it, never loaded. oEmbed: https://oembed.com, version 1.0.
"""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import Resolver404, resolve
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from events import moments
from events.chapters import of_item
from events.frames import Frame
from events.models import MeetingContent
from events.states import catch_up
from events.views.live import standing_of
from events.views.playback import playback_of
from publishing.metadata import ALLIANCE, absolute

NOT_BUILT = 501  # oEmbed: the format that was asked for is not offered
ADDRESSES = {"events:meeting", "events:programme_item", "events:recording"}
FOR_ALL = {"Access-Control-Allow-Origin": "*"}  # what everybody may read, scripts may too


@xframe_options_exempt
@require_safe
def embed(request, slug):
    """Render a meeting for a frame: the recording, or how it stands."""
    content = get_object_or_404(MeetingContent.objects.for_page(), slug=slug)
    request.toolbar.show_toolbar = False
    if content.meeting.has_broadcast:
        catch_up(content.meeting.broadcast)
    playback = None if content.meeting.is_off else playback_of(request, content)
    is_shown = playback is not None and not playback.is_preview
    context = {
        "content": content,
        "meeting": content.meeting,
        "standing": standing_of(content),
        "playback": playback.alone if is_shown else None,
        "page": absolute(content.get_absolute_url()),
    }
    response = TemplateResponse(request, "events/embed.html", context)
    response.is_embeddable = True  # allianz_portal/headers.py lets every site frame it
    return response


@require_safe
def oembed(request):
    """Describe the frame of a meeting, of an item of its programme or of a moment (`?t=`)."""
    if request.GET.get("format", "json") != "json":
        return HttpResponse(status=NOT_BUILT)
    frame = frame_of(request.GET.get("url", ""), request.get_host())
    limits = [limit(request.GET.get(name, "")) for name in ("maxwidth", "maxheight")]
    return JsonResponse(described(frame.within(*limits), *limits), headers=FOR_ALL)


def frame_of(url: str, host: str) -> Frame:
    """Return what one of our addresses names; 404 where it names nothing that can be embedded."""
    try:
        parts = urlsplit(url)
        match = resolve(parts.path)
        query = QueryDict(parts.query)
    except (ValueError, Resolver404):
        raise Http404 from None
    if parts.netloc not in {host, urlsplit(settings.PUBLIC_ORIGIN).netloc}:
        raise Http404
    if match.view_name not in ADDRESSES:
        raise Http404
    content = get_object_or_404(MeetingContent.objects.for_page(), slug=match.kwargs["slug"])
    if "item" in match.kwargs:
        return part_of(content, match.kwargs["item"])
    start, _ = moments.parse_stretch(query.get("t", ""))
    return Frame(content, content.title, f"?t={moments.for_link(start)}" if start else "")


def part_of(content, slug: str) -> Frame:
    """Return an item of the programme, at its part of the recording if there is one."""
    item = get_object_or_404(content.meeting.programme_items.all(), slug=slug)
    chapter = of_item(getattr(content.meeting, "recording", None), item)
    return Frame(content, f"{item.title} – {content.title}", chapter.query if chapter else "")


def limit(text: str) -> int | None:
    """Return a limit in CSS pixels; rubbish is none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else None


def described(frame: Frame, max_width: int | None, max_height: int | None) -> dict:
    """Return the oEmbed answer."""
    return {
        "version": "1.0",
        "type": "video" if shows_recording(frame.content.meeting) else "rich",
        "title": frame.title,
        "author_name": ALLIANCE,
        "author_url": absolute("/"),
        "provider_name": ALLIANCE,
        "provider_url": absolute("/"),
        "cache_age": 3600,
        "html": frame.code,
        "width": frame.width,
        "height": frame.height,
        **thumbnail(frame.content, max_width, max_height),
    }


def shows_recording(meeting) -> bool:
    """Tell whether the frame plays something."""
    recording = getattr(meeting, "recording", None)
    return bool(recording and recording.is_public and not meeting.is_off)


def thumbnail(content, max_width: int | None, max_height: int | None) -> dict:
    """Return the picture for previews, nothing where it is larger than asked for."""
    image = content.social_card().social_image
    if image is None or image.width > (max_width or image.width):
        return {}
    if image.height > (max_height or image.height):
        return {}
    return {
        "thumbnail_url": absolute(image.url),
        "thumbnail_width": image.width,
        "thumbnail_height": image.height,
    }
