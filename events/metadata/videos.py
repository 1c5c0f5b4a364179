"""PageMeta and JSON-LD of recordings."""

from dataclasses import replace

from django.urls import reverse

from events import moments
from events.captions.writing import vtt_address
from events.media_files.names import address
from events.metadata import FRONT, video_id
from events.transcripts import paragraphs
from events.transcripts.offering import label
from events.transcripts.texts import plain
from media_library.renditions import social_image
from publishing.metadata import Crumb, PageMeta, absolute, crumbs_below
from publishing.structured_data import moment, pixels, reference

LONGEST_TRANSCRIPT = 20_000  # bytes
LIBRARY = Crumb("Mediathek", "/mediathek/")


def video(content, playback) -> dict:
    """Return a recording as schema.org's VideoObject; offsets are those of the file."""
    recording, page = playback.recording, absolute(content.get_absolute_url())
    length = recording.timeline.length
    poster = playback.poster or social_image(content.hero)
    provider, is_sample = recording.elsewhere, content.meeting.is_sample
    return {
        "@type": "VideoObject",
        "@id": video_id(content),
        "name": playback.label,
        "description": content.description,
        "url": page,
        "inLanguage": content.language,
        "thumbnailUrl": absolute(poster.url) if poster else "",
        "uploadDate": moment(recording.shown_since),
        "dateModified": moment(recording.modified),
        "duration": moments.for_machines(length) if length else "",
        "expires": recording.expires_on.isoformat() if recording.expires_on else "",
        "contentUrl": absolute(playback.sources[-1].url) if playback.sources else "",
        "embedUrl": provider.player_url if provider else "",
        "license": recording.licence,
        "creditText": recording.credit,
        "recordedAt": {} if is_sample else reference("Event", content.title, page),
        "encoding": [media_object(row) for row in playback.files],
        "hasPart": [clip(chapter, page) for chapter in playback.chapters],
        "caption": [caption(track) for track in playback.tracks],
        "transcript": short_transcript(playback),
    }


def caption(track) -> dict:
    """Return a text track as a file of the recording."""
    return {
        "@type": "MediaObject",
        "name": label(track),
        "contentUrl": absolute(vtt_address(track)),
        "encodingFormat": "text/vtt",
        "contentSize": str(track.vtt_size),
        "inLanguage": track.language,
    }


def short_transcript(playback) -> str:
    """Return the transcript if the page stays light with it; its own page has it in any case."""
    track = playback.captions.track
    if track is None or track.text_size > LONGEST_TRANSCRIPT:
        return ""
    return plain(paragraphs.transcript(track, playback.chapters))


def media_object(row) -> dict:
    """Return one file of a recording."""
    return {
        "@type": "MediaObject",
        "contentUrl": absolute(address(row)),
        "encodingFormat": row.mime,
        "contentSize": str(row.size),
        "width": pixels(row.width),
        "height": pixels(row.height),
        "inLanguage": row.language,
        "sha256": row.sha256,
    }


def clip(chapter, page: str) -> dict:
    """Return a chapter as schema.org's Clip; its link survives every cut."""
    return {
        "@type": "Clip",
        "name": chapter.name,
        "startOffset": chapter.first / moments.SECOND,
        "endOffset": chapter.last / moments.SECOND if chapter.last else None,
        "url": page + chapter.query,
    }


def library() -> PageMeta:
    """Return the meta of the list of recordings."""
    return PageMeta(
        title=LIBRARY.title,
        path=LIBRARY.url,
        description="Aufzeichnungen der Jahrestreffen der Lokalen Allianz Dormagen.",
        crumbs=crumbs_below(title=LIBRARY.title, url=LIBRARY.url),
        feeds=(("Aufzeichnungen als Feed", reverse("events:recordings_feed", args=["atom"])),),
    )


def transcript(content, playback, text: str, found, wanted) -> PageMeta:
    """Return the meta of a transcript, with the recording it belongs to; a search is no page."""
    title = f"Mitschrift: {content.title}"
    meta = beside(content, "events:transcript", title=title)
    if wanted:  # the title is what screen readers say first
        count = f"{found.hits} Treffer für „{wanted.text}“"
        return replace(meta, title=f"{count} – {title}")
    if playback.is_preview:
        return meta
    whole = video(content, playback) | {"transcript": text}
    description = f"Was gesagt wurde: {content.title}, {content.meeting.when}."
    is_real = not content.meeting.is_sample
    return replace(meta, description=description, graph=(whole,), is_indexed=is_real)


def sound(content) -> PageMeta:
    """Return the meta of a recording's sound alone; search engines list the meeting's page."""
    return beside(content, "events:sound", title=f"Nur Ton: {content.title}")


def elsewhere(content, provider: str) -> PageMeta:
    """Return the meta of the page that leads to another provider."""
    title = f"{content.title} bei {provider}"
    return beside(content, "events:elsewhere", title=title)


def beside(content, url_name: str, *, title: str) -> PageMeta:
    """Return the meta of a page that belongs to a recording and stands in no search engine."""
    path = reverse(url_name, args=[content.slug])
    front = (FRONT, Crumb(content.title, content.get_absolute_url()))
    return PageMeta(
        title=title,
        path=path,
        description=f"Aufzeichnung: {content.title}, {content.meeting.when}.",
        crumbs=crumbs_below(*front, title=title, url=path),
        is_indexed=False,
    )
