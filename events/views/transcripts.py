"""What is said in a recording: a page to read, search and quote; captions; a text file."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from events.captions.writing import vtt, vtt_address, vtt_name
from events.choices import MediaRole
from events.metadata import videos
from events.models import MeetingContent, Recording, TextTrack
from events.transcripts import paragraphs, texts
from events.transcripts.searching import found_in
from events.transcripts.texts import text, text_address, text_name
from events.transcripts.words import Wanted
from events.views.files import TEN_MINUTES
from events.views.playback import playback_of
from events.views.recordings import missing
from publishing.redirects import gone


@dataclass(frozen=True)
class TextKind:
    """A file that is written when it is asked for."""

    write: Callable[[TextTrack], str]
    name_of: Callable[[TextTrack], str]
    address: Callable[[TextTrack], str]
    mime: str


CAPTIONS = TextKind(vtt, vtt_name, vtt_address, "text/vtt; charset=utf-8")
TRANSCRIPT = TextKind(text, text_name, text_address, "text/plain; charset=utf-8")


@require_safe
def transcript(request, slug):
    """Show what was said, paragraph by paragraph, and what was looked for in it."""
    content = get_object_or_404(MeetingContent.objects.for_page(), slug=slug)
    playback = playback_of(request, content)
    if playback and playback.has_audio and not playback.sources:
        playback = playback_of(request, content, role=MediaRole.AUDIO)
    track = playback.captions.track if playback else None
    if track is None:
        return missing(request, content)
    sections = paragraphs.transcript(track, playback.chapters)
    wanted = Wanted(request.GET.get("q", ""))
    found = found_in(sections, wanted)
    context = {
        "content": content,
        "playback": playback,
        "track": track,
        "wanted": wanted,
        "found": found,
        "is_shortened": bool(paragraphs.silent_people(content.meeting_id)),
        "has_names": any(one.speaker.name for part in sections for one in part.paragraphs),
        "meta": videos.transcript(content, playback, texts.plain(sections), found, wanted),
    }
    return TemplateResponse(request, "events/transcript.html", context)


@require_safe
def captions(request, pk, name):
    """Serve captions in the time of the film, as the player and readers ask for them."""
    return text_answer(request, pk, name, CAPTIONS)


@require_safe
def transcript_text(request, pk, name):
    """Serve a transcript as a text file."""
    return text_answer(request, pk, name, TRANSCRIPT)


def text_answer(request, pk, name, kind: TextKind) -> HttpResponse:
    """Answer with what is written from the lines of a track."""
    track = get_object_or_404(TextTrack.objects.select_related("recording__meeting"), pk=pk)
    if track.recording.is_withdrawn:
        return gone(request)
    is_public = Recording.objects.for_listing().filter(pk=track.recording_id).exists()
    if not is_public and not request.user.has_perm("events.change_recording"):
        raise Http404
    if name != kind.name_of(track):
        return redirect(kind.address(track))
    headers = {
        "Content-Disposition": content_disposition_header(as_attachment=False, filename=name),
        "Cache-Control": TEN_MINUTES if is_public else "no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(kind.write(track), content_type=kind.mime, headers=headers)
