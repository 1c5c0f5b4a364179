"""What a file of a recording is: by its content, measured by ffprobe."""

import hashlib
import json
from types import SimpleNamespace

import pytest

from events.media_files import contents
from events.media_files.contents import Measures, checked_kind, digest, measures
from media_library.file_types import Refusal
from tests.events.recordings import M4A, MP3, MP4, WEBM

QUICKTIME = b"\x00\x00\x00\x14ftypqt  " + b"\0" * 50
ANSWER = {
    "streams": [{}, {"width": 1280, "height": 720}, {"width": 90, "height": 90}],
    "format": {"duration": "3480.2504"},
}


@pytest.fixture
def ffprobe(monkeypatch, tmp_path):
    """Return a function that puts an ffprobe in place that answers with a text and a code."""

    def installed(answer, code=0):
        script = tmp_path / "ffprobe"
        script.write_text(f"#!/bin/sh\ncat <<'END'\n{answer}\nEND\nexit {code}\n")
        script.chmod(0o755)
        monkeypatch.setattr(contents, "shutil", SimpleNamespace(which=lambda name: str(script)))

    return installed


def file(tmp_path, content):
    path = tmp_path / "datei.txt"  # the name says nothing
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("content", "role", "mime"),
    [
        (MP4, "video", "video/mp4"),
        (WEBM, "video", "video/webm"),
        (MP4, "sign-language", "video/mp4"),
        (M4A, "audio", "audio/mp4"),
        (MP3, "audio", "audio/mpeg"),
    ],
)
def test_the_content_tells_what_a_file_is(tmp_path, content, role, mime):
    assert checked_kind(file(tmp_path, content), role).mime == mime


@pytest.mark.parametrize(
    ("content", "role", "reason"),
    [
        (b"", "video", "ist leer."),
        (b"%PDF-1.7", "video", "ist weder Film noch Tonaufnahme"),
        (b"<html><script>", "video", "enthält eine Internetseite"),
        (QUICKTIME, "video", "ist ein QuickTime-Video."),
        (MP4, "audio", "ist ein Film."),
        (M4A, "video", "ist eine Tonaufnahme."),
        (b"\xff\xd8\xff\xe0", "video", "ist weder Film noch Tonaufnahme"),
    ],
)
def test_anything_else_is_refused_with_the_reason(tmp_path, content, role, reason):
    with pytest.raises(Refusal) as refusal:
        checked_kind(file(tmp_path, content), role)

    assert str(refusal.value).startswith(reason)


def test_ffprobe_measures_length_and_the_largest_picture(tmp_path, ffprobe):
    ffprobe(json.dumps(ANSWER))

    assert measures(file(tmp_path, MP4)) == Measures(duration=3_480_250, width=1280, height=720)


def test_sound_has_no_size(tmp_path, ffprobe):
    ffprobe(json.dumps({"streams": [{}], "format": {"duration": "12"}}))

    assert measures(file(tmp_path, M4A)) == Measures(duration=12_000)


@pytest.mark.parametrize(("answer", "code"), [("{}", 0), ("kaputt", 0), (json.dumps(ANSWER), 1)])
def test_what_ffprobe_cannot_read_is_damaged(tmp_path, ffprobe, answer, code):
    ffprobe(answer, code)

    with pytest.raises(Refusal) as refusal:
        measures(file(tmp_path, MP4))

    assert str(refusal.value) == "ist beschädigt. Speichern Sie die Datei neu."


def test_without_ffprobe_nothing_is_known(tmp_path):
    assert measures(file(tmp_path, MP4)) is None


def test_a_checksum_tells_how_far_it_is(tmp_path, monkeypatch):
    monkeypatch.setattr(contents, "BLOCK", 300)
    told = []

    found = digest(file(tmp_path, MP4), lambda done, total: told.append((done, total)))

    assert found == hashlib.sha256(MP4).hexdigest()
    assert told == [(300, len(MP4)), (len(MP4), len(MP4))]
