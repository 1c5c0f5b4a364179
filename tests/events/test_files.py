"""E1, E26: the files of recordings over HTTP."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model

from events.choices import BroadcastState, MediaRole
from tests.events.recordings import CUT, MP4, add_captions, add_file, make_recording
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


# --- Captions and transcript ---


@pytest.fixture
def track():
    return add_captions(
        make_recording(kept=CUT), (100, 102, "Grüße!", "Erika"), (1810, 1812, "weg")
    )


VTT = "2026-11-12_jahrestreffen_untertitel.vtt"
TXT = "2026-11-12_jahrestreffen_mitschrift.txt"


def texts(track) -> list[str]:
    """Return the addresses of captions and transcript."""
    return [f"/mediathek/untertitel/{track.pk}/{VTT}", f"/mediathek/mitschriften/{track.pk}/{TXT}"]


def test_e21_captions_are_served_in_the_time_of_the_film(client, track):
    response = client.get(texts(track)[0])

    assert (response.status_code, response["Content-Type"]) == (200, "text/vtt; charset=utf-8")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response.content.decode().endswith(
        "\n\n00:00:10.000 --> 00:00:12.000\n<v Erika>Grüße!\n"
    )
    assert len(response.content) == track.vtt_size


def test_e26_the_transcript_is_served_as_text(client, track):
    response = client.get(texts(track)[1])

    assert (response.status_code, response["Content-Type"]) == (200, "text/plain; charset=utf-8")
    assert response.content.decode().endswith("\n\n[0:10] Erika: Grüße!\n")
    assert len(response.content) == track.text_size


def test_e26_they_are_offered_with_format_size_language_and_quality(client, track):
    add_file(track.recording)

    soup = BeautifulSoup(client.get("/jahrestreffen/2026/").content, "html.parser")

    rows = [" ".join(one.get_text().split()) for one in soup.select(".file-list li")][1:]
    assert [row.replace("\u00a0", " ") for row in rows] == [
        f"Untertitel (WebVTT, {track.vtt_size} Bytes, Deutsch, automatisch erzeugt)",
        f"Mitschrift (Text, {track.text_size} Bytes, Deutsch, automatisch erzeugt)",
    ]
    links = soup.select(".file-list a")[1:]
    assert [(a["href"], a["download"]) for a in links] == list(
        zip(texts(track), [VTT, TXT], strict=True)
    )


@pytest.mark.parametrize("state", BroadcastState)
def test_e1_captions_follow_the_state_of_their_recording(client, state):
    track = add_captions(make_recording(state=state), (0, 1, "Wort"))
    expected = {BroadcastState.RECORDING: 200, BroadcastState.WITHDRAWN: 410}.get(state, 404)

    assert [client.get(url).status_code for url in texts(track)] == [expected] * 2
    client.force_login(editor())
    staff = [client.get(url) for url in texts(track)]
    seen = 410 if state == BroadcastState.WITHDRAWN else 200
    assert [one.status_code for one in staff] == [seen] * 2


def test_another_name_leads_to_the_right_one(client, track):
    other = client.get(f"/mediathek/untertitel/{track.pk}/x.vtt")

    assert (other.status_code, other.url) == (302, texts(track)[0])
    assert client.get(f"/mediathek/untertitel/99/{VTT}").status_code == 404
