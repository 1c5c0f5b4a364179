"""E26: files that lie on the server become files of a recording."""

import hashlib
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from events.media_files import contents, registering
from events.media_files.contents import NO_FFPROBE, Measures
from events.media_files.registering import discard, register, remarks, summed
from events.models import MediaFile, Recording
from media_library.file_types import Refusal
from tests.events.recordings import CUT, M4A, MP4, START, add_file, make_recording
from tests.factories import make_meeting

pytestmark = pytest.mark.django_db
NAME = "aufzeichnungen/2026-11-12_jahrestreffen_720p.mp4"


@pytest.fixture
def measured(monkeypatch):
    """An ffprobe that finds an hour of 720p in every film."""
    found = Measures(duration=3_600_000, width=1280, height=720)
    monkeypatch.setattr(registering, "measures", lambda path: found)


def put(folder, name="film.mp4", content=MP4):
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(content)
    return path


def run(*arguments) -> tuple[str, str]:
    out, errors = StringIO(), StringIO()
    call_command(*arguments, stdout=out, stderr=errors)
    return out.getvalue(), errors.getvalue()


def test_a_file_from_elsewhere_is_copied_and_described(tmp_path, recordings_root, measured):
    source = put(tmp_path / "stick")
    told = []

    row = register(make_recording(), source, on_progress=lambda *step: told.append(step))

    facts = (row.file.name, row.mime, row.size, row.width, row.height, row.duration)
    assert facts == (NAME, "video/mp4", len(MP4), 1280, 720, 3_600_000)
    assert (recordings_root / NAME).read_bytes() == source.read_bytes() == MP4
    assert told == [(len(MP4), len(MP4))]


def test_a_file_in_the_folder_is_moved(recordings_root):
    source = put(recordings_root / "eingang")

    row = register(make_recording(), source)

    assert (source.exists(), (recordings_root / row.file.name).read_bytes()) == (False, MP4)


def test_a_second_file_of_that_name_replaces_nothing(tmp_path, measured):
    recording = make_recording()

    rows = [register(recording, put(tmp_path)) for _ in range(2)]

    assert len({row.file.name for row in rows}) == 2
    assert len({row.file.path for row in rows if row.file.storage.exists(row.file.name)}) == 2


def test_what_is_refused_leaves_nothing_behind(tmp_path, recordings_root):
    with pytest.raises(Refusal):
        register(make_recording(), put(tmp_path, content=b"%PDF-1.7"))

    assert MediaFile.objects.count() == 0
    assert not list(recordings_root.rglob("*.*"))


def test_a_full_disk_leaves_neither_row_nor_half_a_file(tmp_path, monkeypatch, recordings_root):
    def full(done, total):
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        register(make_recording(), put(tmp_path), on_progress=full)

    assert MediaFile.objects.count() == 0
    assert [path for path in recordings_root.rglob("*") if path.is_file()] == []


def test_the_first_film_tells_how_long_an_uncut_recording_is(tmp_path, measured):
    unknown, cut = (
        make_recording(content=make_meeting(), duration=0, kept=kept) for kept in ([], CUT)
    )
    for recording in (unknown, cut):
        register(recording, put(tmp_path))

    lengths = [Recording.objects.get(pk=one.pk).duration for one in (unknown, cut)]
    assert lengths == [3_600_000, 0]


def test_an_editor_learns_what_is_missing_or_does_not_fit(tmp_path, monkeypatch):
    recording = make_recording(kept=CUT)  # 58 minutes are left
    bare = register(recording, put(tmp_path))
    for seconds in (3480, 3600):
        found = Measures(duration=seconds * 1000)
        monkeypatch.setattr(registering, "measures", lambda path, found=found: found)
        register(recording, put(tmp_path))
    _, fitting, uncut = recording.files.order_by("pk")

    assert remarks(bare) == [NO_FFPROBE]
    assert remarks(fitting) == []
    assert remarks(uncut)[0].startswith("Die Datei ist 1:00:00 lang; nach den behaltenen")


def test_discarding_a_file_deletes_it_from_the_disk(django_capture_on_commit_callbacks):
    row = add_file(make_recording())
    storage, name = row.file.storage, row.file.name

    with django_capture_on_commit_callbacks(execute=True):
        discard(row)

    assert (MediaFile.objects.count(), storage.exists(name)) == (0, False)


# --- The commands ---


def test_the_command_takes_a_file_from_the_inbox_and_says_what_it_did(recordings_root):
    make_meeting(slug="2026", facts={"starts_at": START})
    put(recordings_root / "eingang", "ton.m4a", M4A)

    out, errors = run("register_recording", "2026", "ton.m4a", "--role", "audio")

    row = MediaFile.objects.get()
    assert (row.role, row.sha256) == ("audio", hashlib.sha256(M4A).hexdigest())
    assert out.splitlines() == [
        "100 % geprüft",
        f"Aufgenommen: {row.file.name} ({len(M4A)} Byte, SHA-256 {row.sha256})",
    ]
    assert errors == f"{NO_FFPROBE}\n"


def test_the_command_tells_how_far_copying_is(tmp_path, monkeypatch):
    monkeypatch.setattr(registering, "BLOCK", len(MP4) // 4)
    make_recording()

    out, _ = run("register_recording", "2026", str(put(tmp_path)))

    assert [line for line in out.splitlines() if "kopiert" in line] == [
        " 20 % kopiert",
        " 50 % kopiert",
        " 70 % kopiert",
        "100 % kopiert",
    ]


@pytest.mark.parametrize(
    ("slug", "name", "message"),
    [
        ("1999", "film.mp4", "Unter /jahrestreffen/1999/ gibt es kein Treffen."),
        ("2026", "fehlt.mp4", "Keine Datei unter fehlt.mp4 oder "),
        ("2026", "brief.mp4", "„brief.mp4“ ist weder Film noch Tonaufnahme"),
    ],
)
def test_the_command_says_what_is_wrong(recordings_root, slug, name, message):
    make_recording()
    put(recordings_root / "eingang")
    put(recordings_root / "eingang", "brief.mp4", b"%PDF-1.7")

    with pytest.raises(CommandError) as error:
        run("register_recording", slug, name)

    assert str(error.value).startswith(message)


def test_no_file_is_taken_that_does_not_fit_on_the_disk(recordings_root, monkeypatch):
    make_recording()
    put(recordings_root / "eingang")
    monkeypatch.setattr(registering, "SPARE", 2**62)

    with pytest.raises(CommandError, match="zu wenig Platz"):
        run("register_recording", "2026", "film.mp4")


def test_what_is_missing_is_read_later(measured):
    recording = make_recording(duration=0)
    row = add_file(recording, height=None)
    complete = summed(add_file(recording, duration=5000))

    out, errors = run("read_recordings")

    row.refresh_from_db()
    assert (row.duration, row.height, row.sha256) == (
        3_600_000,
        720,
        hashlib.sha256(MP4).hexdigest(),
    )
    assert out == f"{row.file.name}: 3600 s, SHA-256 {row.sha256}\n"
    assert (errors, complete.file.name in out) == ("", False)


def test_reading_later_goes_on_after_a_lost_file():
    lost, row = (add_file(make_recording(content=make_meeting())) for _ in range(2))
    lost.file.storage.delete(lost.file.name)

    out, errors = run("read_recordings")

    assert errors.startswith(f"{lost.file.name}: [Errno 2]")
    assert f"{row.file.name}: 0 s" in out
    assert contents.NO_FFPROBE in errors
