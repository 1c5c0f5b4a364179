"""Files over HTTP."""

import logging

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from allianz_portal.headers import UPLOAD_CSP
from media_library import serving
from media_library.renditions import ROLES, renditions_of
from media_library.serving import opened
from tests.factories import picture
from tests.media_library import files

pytestmark = pytest.mark.django_db
TEXT = b"0123456789"


def stored(name="film.mp4", content=TEXT) -> str:
    """Return the address of a stored file."""
    return f"/media/{default_storage.save(name, ContentFile(content))}"


def body(response) -> bytes:
    """Return the whole body of a streamed or plain response."""
    return response.getvalue()


@pytest.mark.parametrize(
    ("name", "content_type", "disposition"),
    [
        ("a.jpg", "image/jpeg", "inline"),
        ("a.svg", "image/svg+xml", "inline"),
        ("a.mp4", "video/mp4", "inline"),
        ("a.mp3", "audio/mpeg", "inline"),
        ("a.pdf", "application/pdf", 'attachment; filename="a.pdf"'),
        ("a.txt", "text/plain; charset=utf-8", 'attachment; filename="a.txt"'),
        ("a.html", "application/octet-stream", 'attachment; filename="a.html"'),
    ],
)
def test_files_are_locked_in_and_only_media_is_shown(client, name, content_type, disposition):
    response = client.get(stored(name))

    names = (
        "Content-Type",
        "Content-Disposition",
        "Content-Security-Policy",
        "X-Content-Type-Options",
        "Cache-Control",
        "Content-Length",
        "Accept-Ranges",
    )
    assert {key: response.headers[key] for key in names} == {
        "Content-Type": content_type,
        "Content-Disposition": disposition,
        "Content-Security-Policy": UPLOAD_CSP,
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "public, max-age=3600",
        "Content-Length": "10",
        "Accept-Ranges": "bytes",
    }
    assert (response.status_code, body(response), list(response.cookies)) == (200, TEXT, [])


@pytest.mark.parametrize(
    ("asked", "status", "content", "content_range"),
    [
        ("bytes=0-3", 206, b"0123", "bytes 0-3/10"),
        ("bytes=4-", 206, b"456789", "bytes 4-9/10"),
        ("bytes=-2", 206, b"89", "bytes 8-9/10"),
        ("bytes=-99", 206, TEXT, "bytes 0-9/10"),
        ("bytes=8-99", 206, b"89", "bytes 8-9/10"),
        ("bytes=10-", 416, b"", "bytes */10"),
        ("bytes=-0", 416, b"", "bytes */10"),
        ("bytes=5-2", 200, TEXT, None),
        ("bytes=0-1,4-5", 200, TEXT, None),
        ("bytes=-", 200, TEXT, None),
        ("Unsinn", 200, TEXT, None),
        (f"bytes={'9' * 400}-", 200, TEXT, None),
    ],
)
def test_players_get_the_part_they_ask_for(client, asked, status, content, content_range):
    response = client.get(stored(), headers={"range": asked})

    assert (response.status_code, body(response), response.get("Content-Range")) == (
        status,
        content,
        content_range,
    )


@pytest.mark.parametrize(
    ("reader", "asked", "content"),
    [
        ("video", "bytes=2-", b"2345"),
        ("audio", "bytes=8-", b"89"),
        ("video", "bytes=0-7", b"01234567"),
        ("document", "bytes=2-", b"23456789"),
    ],
)
def test_a_player_that_asks_for_all_the_rest_gets_a_bite(
    client, monkeypatch, reader, asked, content
):
    monkeypatch.setattr(serving, "BITE", 4)

    response = client.get(stored(), headers={"range": asked, "sec-fetch-dest": reader})

    first = int(asked.removeprefix("bytes=").partition("-")[0])
    span = f"bytes {first}-{first + len(content) - 1}/10"
    assert (body(response), response["Content-Range"]) == (content, span)


def test_a_part_of_an_older_file_is_answered_with_the_whole(client):
    response = client.get(stored(), headers={"range": "bytes=0-3", "if-range": '"alt"'})

    assert (response.status_code, body(response)) == (200, TEXT)


def test_what_the_browser_has_is_not_sent_again(client):
    url = stored()
    first = client.get(url)

    by_etag = client.get(url, headers={"if-none-match": first["ETag"]})
    by_date = client.get(url, headers={"if-modified-since": first["Last-Modified"]})

    assert (by_etag.status_code, by_date.status_code) == (304, 304)


def test_head_says_the_same_without_the_content(client):
    response = client.head(stored())

    assert (response.status_code, response["Content-Length"]) == (200, "10")


def test_files_are_read_only(client):
    assert client.post(stored()).status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        "gibtesnicht.jpg",
        "",
        "ordner",
        "ordner/",
        "../settings.py",
        "%2e%2e/%2e%2e/etc/passwd",
        "..%2f..%2fetc%2fpasswd",
        "ordner/../../x",
        "ordner//a.txt",
        "%2fetc%2fpasswd",
        "a%0a.jpg",
        "a\\..\\b",
        ".versteckt",
        "a/.git/config",
        "%ff%fe.jpg",
        "x" * 10_000,
        "x/" * 5000,
        "renditions/",
        f"renditions/{'0' * 40}-50-50-00000000/hero-480.jpg",
        "renditions/abc-50-50-00000000/hero-480.jpg",
    ],
)
def test_rubbish_is_not_found(client, path):
    stored("ordner/a.txt")
    stored(".versteckt")

    assert client.get(f"/media/{path}").status_code == 404


def test_nul_names_no_file():
    assert opened("a\0.jpg") is None


def test_a_missing_size_is_made_when_it_is_asked_for(client):
    rendition = renditions_of(picture(), ROLES["card"])[0]

    response = client.get(rendition.url)

    assert (response.status_code, response["Content-Type"], response["Cache-Control"]) == (
        200,
        "image/avif",
        "public, max-age=31536000, immutable",
    )
    assert default_storage.exists(rendition.name)


@pytest.mark.parametrize(
    "change",
    [
        ("card-320", "card-321"),
        ("card-320", "unsinn-320"),
        (".avif", ".gif"),
        (".avif", ".png"),
        ("-50-50-", "-51-50-"),
    ],
)
def test_only_sizes_that_there_should_be_are_made(client, change):
    rendition = renditions_of(picture(), ROLES["card"])[0]

    assert client.get(rendition.url.replace(*change)).status_code == 404


@pytest.mark.parametrize("content", [None, files.bitmap(size=(900, 900))[:900]])
def test_in_place_of_a_lost_picture_stands_a_grey_one_and_the_log_says_it_once(
    client, caplog, content
):
    image = picture(size=(777, 500))
    default_storage.delete(image.file.name)
    if content:
        default_storage.save(image.file.name, ContentFile(content))

    with caplog.at_level(logging.WARNING, "media_library"):
        responses = [client.get(file.url) for file in renditions_of(image, ROLES["card"])[:2]]

    assert [(r.status_code, r["Content-Type"], r["Cache-Control"]) for r in responses] == [
        (404, "image/svg+xml", "no-store")
    ] * 2
    assert len([r for r in caplog.records if r.name.startswith("media_library")]) == 1
