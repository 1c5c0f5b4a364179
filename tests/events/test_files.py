"""E1, E26: the files of recordings over HTTP."""

import pytest
from django.contrib.auth import get_user_model

from events.choices import BroadcastState, MediaRole
from tests.events.recordings import MP4, add_file, make_recording
from tests.factories import editor, make_meeting

pytestmark = pytest.mark.django_db
NAME = "2026-11-12_jahrestreffen_720p.mp4"


@pytest.fixture
def film():
    return add_file(make_recording())


def path(row, name=NAME) -> str:
    return f"/mediathek/dateien/{row.pk}/{name}"


def test_e26_a_file_says_what_it_is_under_a_readable_name(client, film):
    response = client.get(path(film))

    names = ("Content-Type", "Content-Disposition", "Accept-Ranges", "Content-Length")
    assert [response[name] for name in names] == [
        "video/mp4",
        f'inline; filename="{NAME}"',
        "bytes",
        str(len(MP4)),
    ]
    assert (response.status_code, response.getvalue()) == (200, MP4)
    assert response["Cache-Control"] == "private, max-age=600"


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("bytes=4-7", (206, b"ftyp", f"bytes 4-7/{len(MP4)}")),
        ("bytes=-4", (206, b"film", f"bytes {len(MP4) - 4}-{len(MP4) - 1}/{len(MP4)}")),
        (f"bytes={len(MP4)}-", (416, b"", f"bytes */{len(MP4)}")),
    ],
)
def test_e26_players_get_parts(client, film, asked, answer):
    response = client.get(path(film), headers={"range": asked})

    assert (response.status_code, response.getvalue(), response["Content-Range"]) == answer


@pytest.mark.parametrize(
    ("facts", "values", "name"),
    [
        ({}, {"height": 1080}, "2026-11-12_jahrestreffen_1080p.mp4"),
        ({}, {"height": None}, "2026-11-12_jahrestreffen_video.mp4"),
        (
            {},
            {"role": MediaRole.AUDIO, "mime": "audio/mpeg", "height": None},
            "2026-11-12_jahrestreffen_ton.mp3",
        ),
        (
            {},
            {"role": MediaRole.SIGN_LANGUAGE},
            "2026-11-12_jahrestreffen_gebaerdensprache_720p.mp4",
        ),
        ({}, {"mime": "video/webm", "language": "en"}, "2026-11-12_jahrestreffen_720p_en.webm"),
        ({"precision": "year"}, {}, "2026_jahrestreffen_720p.mp4"),
    ],
)
def test_e26_the_name_tells_day_version_and_language(client, facts, values, name):
    recording = make_recording()
    type(recording.meeting).objects.update(**{"precision": "time", **facts})
    row = add_file(recording, **values)

    wrong = client.get(path(row, "film.mp4"))

    assert (wrong.status_code, wrong["Location"]) == (302, path(row, name))
    assert client.get(path(row, name)).status_code == 200


@pytest.mark.parametrize("state", BroadcastState)
def test_e1_a_file_is_there_while_the_recording_is_public_and_gone_once_withdrawn(client, state):
    row = add_file(make_recording(state=state))

    expected = {BroadcastState.RECORDING: 200, BroadcastState.WITHDRAWN: 410}.get(state, 404)
    assert client.get(path(row)).status_code == expected
    assert client.get(f"/media/{row.file.name}").status_code == 404


def test_a_file_of_a_meeting_that_is_no_longer_published_is_not_found(client):
    row = add_file(make_recording(content=make_meeting(slug="2026", published=False)))

    assert client.get(path(row)).status_code == 404


def test_those_who_prepare_a_recording_get_its_files_and_nobody_keeps_them(client):
    row = add_file(make_recording(state=BroadcastState.PROCESSING))
    client.force_login(get_user_model().objects.create_user("leser"))
    reader = client.get(path(row)).status_code
    client.force_login(editor())

    response = client.get(path(row))

    assert (reader, response.status_code) == (404, 200)
    assert "no-store" in response["Cache-Control"]


def test_a_file_that_is_lost_is_not_found(client, film):
    film.file.storage.delete(film.file.name)

    assert client.get(path(film)).status_code == 404


def test_nginx_is_told_which_file_to_send(client, film, settings):
    settings.RECORDINGS_BY_NGINX = True

    response = client.get(path(film))

    assert response["X-Accel-Redirect"] == f"/aufzeichnungen-intern/{film.file.name}"
    assert (response.content, response["Content-Type"]) == (b"", "video/mp4")
