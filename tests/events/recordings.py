"""Recordings for tests: a published meeting with files, chapters and a broadcast in a state."""

from datetime import UTC, datetime

from django.core.files.base import ContentFile

from events.captions.parsing import Said
from events.captions.storing import store
from events.choices import BroadcastState, MediaRole, TrackKind, TrackOrigin
from events.models import Broadcast, MediaFile, Recording
from tests.factories import make_meeting

SECOND = 1000
START = datetime(2026, 11, 12, 17, tzinfo=UTC)  # 18:00 in Dormagen
MP4 = b"\x00\x00\x00\x20ftypisom\x00\x00\x02\x00isomiso2avc1mp41" + b"film" * 100
WEBM = b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm" + b"film" * 100
M4A = b"\x00\x00\x00\x1cftypM4A \x00\x00\x02\x00M4A isomiso2" + b"ton!" * 100
MP3 = b"ID3\x04\x00" + b"ton!" * 100
MIMES = {"video/mp4": MP4, "video/webm": WEBM, "audio/mp4": M4A, "audio/mpeg": MP3}
# An hour, 90 s cut off the front and 30 s in the middle (the example of E19).
CUT = [[90 * SECOND, 1800 * SECOND], [1830 * SECOND, 3600 * SECOND]]


def make_recording(*, state=BroadcastState.RECORDING, content=None, **values) -> Recording:
    """Return the recording of a published meeting, without files."""
    content = content or make_meeting(slug="2026", title="Treffen", facts={"starts_at": START})
    Broadcast.objects.create(meeting=content.meeting, state=state)
    values = {"recording_start": START, "duration": 3600 * SECOND, **values}
    return Recording.objects.create(meeting=content.meeting, **values)


def add_file(recording, *, role=MediaRole.VIDEO, mime="video/mp4", height=720, **values):
    """Return a file of a recording with a real file behind it."""
    body = MIMES[mime]
    values = {"size": len(body), "height": height, **values}
    row = MediaFile(recording=recording, role=role, mime=mime, **values)
    row.file.save("film", ContentFile(body))
    return row


def add_chapter(recording, second: int, title="", **values):
    """Return a confirmed chapter that starts at a second of the source."""
    values = {"is_confirmed": True, **values}
    return recording.clips.create(start=second * SECOND, title=title, **values)


def add_captions(recording, *said, **facts):
    """Return a track with these lines: seconds of the source, what is said, perhaps by whom."""
    defaults = {"kind": TrackKind.CAPTIONS, "language": "de", "origin": TrackOrigin.AUTOMATIC}
    lines = [
        Said(int(start * SECOND), int(end * SECOND), text, *name)
        for start, end, text, *name in said
    ]
    return store(recording, lines, facts={**defaults, **facts}, is_file_time=False)
