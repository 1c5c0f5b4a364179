"""What a page shows of a recording: player, chapters, downloads, and where it starts."""

from dataclasses import dataclass, replace

from django.db.models import Prefetch, prefetch_related_objects

from events import moments
from events.captions.quality import CaptionState, caption_state
from events.chapters import Chapter, chapters, current
from events.choices import MediaRole
from events.frames import Frame
from events.media_files.versions import Download, Source, downloads, poster, sources
from events.metadata import videos
from events.models import Correction, MediaFile, MeetingContent, Recording, TextTrack
from events.models.providers import Elsewhere
from events.timeline import Timeline
from events.transcripts.offering import Offer, offers, text_downloads
from events.transcripts.quoting import Reference, proposal
from media_library.renditions import Rendition
from publishing.metadata import PageMeta


@dataclass(frozen=True)
class Start:
    """Where a link leads: `first` and `last` in the file, `asked` as the link says it."""

    first: int = 0
    last: int | None = None
    asked: int | None = None  # in source time
    is_removed: bool = False

    @property
    def fragment(self) -> str:
        """The media fragment that starts a player there without any script."""
        if not self.first and self.last is None:
            return ""
        end = "" if self.last is None else f",{moments.for_link(self.last)}"
        return f"#t={moments.for_link(self.first)}{end}"


@dataclass(frozen=True)
class Playback:
    """A recording on a page; `is_preview` while only staff see it."""

    recording: Recording
    content: MeetingContent
    label: str
    start: Start
    chapters: list[Chapter]
    files: list[MediaFile]
    sources: list[Source]
    downloads: list[Download]
    corrections: list[Correction]
    tracks: list[TextTrack]
    has_audio: bool
    is_preview: bool
    is_recut: bool = False  # some files are kept back until there are new ones
    is_audio: bool = False

    @property
    def slug(self) -> str:
        """The part of addresses that names the meeting."""
        return self.content.slug

    @property
    def current(self) -> Chapter | None:
        """The chapter that the page starts in, if the reader asked for a moment."""
        return current(self.chapters, self.start.first) if self.start.asked is not None else None

    @property
    def poster(self) -> Rendition | None:
        """The picture that stands in the player before it plays."""
        return poster(self.recording.poster)

    @property
    def elsewhere(self) -> Elsewhere | None:
        """Where else the recording lies; the sound alone lies nowhere else."""
        return None if self.is_audio else self.recording.elsewhere

    @property
    def offers(self) -> list[Offer]:
        """The captions that the player can switch on."""
        return offers(self.tracks)

    @property
    def captions(self) -> CaptionState:
        """How good the captions are, and until when they will be checked."""
        return caption_state(self.recording)

    @property
    def alone(self) -> "Playback":
        """The player without its list of chapters, for a page that has them elsewhere."""
        return replace(self, chapters=[])

    @property
    def proposal(self) -> Reference:
        """How to name the recording as a source."""
        return proposal(self.content, self.recording)

    @property
    def query(self) -> str:
        """What a link to the same moment says."""
        return f"?t={moments.for_link(self.start.asked)}" if self.start.asked else ""

    @property
    def embed_code(self) -> str:
        """The element that shows the recording on somebody else's page."""
        return Frame(self.content, self.content.title, self.query).code

    @property
    def removed(self) -> str:
        """How much was cut out, „2:00“; nothing if nothing was."""
        total = sum(end - start for start, end in self.recording.timeline.removed())
        return moments.in_words(total) if total else ""


def playback_of(request, content, *, role: str = MediaRole.VIDEO) -> Playback | None:
    """Return the recording of a meeting as this reader may see it, or None."""
    recording = getattr(content.meeting, "recording", None)
    if recording is None or not may_see(request.user, recording):
        return None
    prefetch_related_objects([recording], "corrections")  # for the page and for machines
    rows = list(recording.files.all())
    files = [row for row in rows if not row.is_withheld]
    for row in files:
        row.recording = recording  # which knows its meeting
    if not rows and not recording.external_url:
        return None
    tracks = tracks_of(recording)
    return Playback(
        recording=recording,
        content=content,
        label=f"Aufzeichnung: {content.title}",
        start=start_of(request.GET, recording),
        chapters=chapters(recording),
        files=files,
        sources=sources(files, role),
        downloads=[*downloads(files), *text_downloads(tracks)],
        corrections=list(recording.corrections.all()),
        tracks=tracks,
        has_audio=any(row.role == MediaRole.AUDIO for row in files),
        is_preview=not recording.is_public,
        is_recut=bool(rows) and not files,
        is_audio=role == MediaRole.AUDIO,
    )


def tracks_of(recording: Recording) -> list[TextTrack]:
    """Return the tracks that have something to show, captions first; each knows its recording."""
    prefetch_related_objects(
        [recording], Prefetch("tracks", TextTrack.objects.order_by("kind", "pk"))
    )
    tracks = list(recording.tracks.all())
    for track in tracks:
        track.recording = recording
    return [track for track in tracks if track.is_there]


def with_recording(meta: PageMeta, content, playback: Playback | None) -> PageMeta:
    """Add the recording to a page's meta; a link to a chapter names it in previews (E18)."""
    if playback is None:
        return meta
    chapter = playback.current
    title = f"{chapter.name} – {meta.title}" if chapter else meta.title
    is_told = not playback.is_preview and (playback.files or playback.elsewhere)
    video = (videos.video(content, playback),) if is_told else ()
    return replace(meta, title=title, graph=(*meta.graph, *video))


def may_see(user, recording: Recording) -> bool:
    """Tell whether a recording is public, or the user is one of those who prepare it."""
    return recording.is_public or user.has_perm("events.change_recording")


def start_of(query, recording: Recording) -> Start:
    """Return where `?t=` or `?at=` leads; rubbish leads to the beginning."""
    first, last = wanted(query, recording)
    timeline = recording.timeline
    if first is None or lies_behind(timeline, first):
        return Start()
    is_removed = timeline.is_removed(first)
    if timeline.next_kept(first) is None:
        return Start(asked=first, is_removed=is_removed)
    end = None if last is None else timeline.file_time(last)
    return Start(timeline.file_time(first), end, first, is_removed)


def wanted(query, recording: Recording) -> tuple[int | None, int | None]:
    """Return beginning and end that a link asks for, in source time."""
    if "t" in query:
        return moments.parse_stretch(query["t"])
    at = moments.parse_clock(query.get("at", ""))
    if at is None or recording.recording_start is None:
        return None, None
    return moments.offset_at(at, recording.recording_start), None


def lies_behind(timeline: Timeline, moment: int) -> bool:
    """Tell whether a moment is later than the raw recording, as far as its length is known."""
    return bool(timeline.duration) and moment >= timeline.duration
