"""E26: which file plays, and what there is to take along."""

import pytest

from events.choices import MediaRole
from events.media_files.versions import PHONES, downloads, sources
from tests.events.recordings import add_file, make_recording

pytestmark = pytest.mark.django_db


@pytest.fixture
def recording():
    return make_recording()


def played(recording, role=MediaRole.VIDEO) -> list[tuple]:
    """Return each source as the end of its name, its type and for whom it is."""
    found = sources(list(recording.files.all()), role)
    return [(one.url.rpartition("_")[2], one.mime, one.media) for one in found]


@pytest.mark.parametrize(
    ("heights", "expected"),
    [
        ([1080, 720, 360], [("360p.mp4", PHONES), ("720p.mp4", "")]),
        ([1080, 720], [("720p.mp4", "")]),
        ([1080], [("1080p.mp4", "")]),
        ([480, 240], [("240p.mp4", PHONES), ("480p.mp4", "")]),
        ([None], [("video.mp4", "")]),
    ],
)
def test_e26_720_lines_play_and_fewer_on_phones(recording, heights, expected):
    for height in heights:
        add_file(recording, height=height)

    assert [(name, media) for name, _, media in played(recording)] == expected


def test_e26_every_format_is_offered_the_one_that_all_browsers_play_first(recording):
    add_file(recording, mime="video/webm")
    add_file(recording)
    add_file(recording, role=MediaRole.AUDIO, mime="audio/mpeg", height=None)
    add_file(recording, role=MediaRole.SIGN_LANGUAGE)

    assert played(recording) == [("720p.mp4", "video/mp4", ""), ("720p.webm", "video/webm", "")]
    assert played(recording, MediaRole.AUDIO) == [("ton.mp3", "audio/mpeg", "")]


def test_e26_downloads_say_format_size_and_language_films_first_and_largest_first(recording):
    add_file(recording, role=MediaRole.AUDIO, mime="audio/mp4", height=None, size=28_000_000)
    add_file(recording, height=360, size=180_000_000)
    add_file(recording, height=1080, size=4_400_000_000)
    add_file(recording, height=720, size=900_000_000, language="en")
    add_file(recording, role=MediaRole.SIGN_LANGUAGE, size=900_000_000)

    found = [
        (one.title, one.about.replace("\u00a0", " "), one.name)
        for one in downloads(list(recording.files.all()))
    ]
    day = "2026-11-12_jahrestreffen"
    assert found == [
        ("Video, 1080p", "MP4, 4,1 GB, Deutsch", f"{day}_1080p.mp4"),
        ("Video, 720p", "MP4, 858,3 MB, Englisch", f"{day}_720p_en.mp4"),
        ("Video, 360p", "MP4, 171,7 MB, Deutsch", f"{day}_360p.mp4"),
        ("Nur Ton", "M4A, 26,7 MB, Deutsch", f"{day}_ton.m4a"),
        (
            "Fassung in Deutscher Gebärdensprache, 720p",
            "MP4, 858,3 MB, Deutsch",
            f"{day}_gebaerdensprache_720p.mp4",
        ),
    ]
