"""Big files come in pieces: rights, order, limits, going on, and what is refused at once."""

import hashlib
import os
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client
from django.utils import timezone

from events.admin import recording_uploads
from events.media_files import pieces, registering
from events.models import MediaFile
from tests.events.recordings import MP4, make_recording
from tests.factories import editor

pytestmark = pytest.mark.django_db
THIRD = len(MP4) // 3 + 1
FACTS = {"role": "video", "language": "de", "name": "film.mp4", "size": len(MP4), "modified": 1}


@pytest.fixture
def recording():
    return make_recording()


@pytest.fixture
def staff(client):
    client.force_login(editor())
    return client


def url(recording, **facts) -> str:
    query = urlencode({**FACTS, "offset": 0, **facts})
    return f"/admin/events/recording/{recording.pk}/datei/stueck/?{query}"


def send(client, recording, piece=MP4, **facts):
    """Send a piece and return status and answer."""
    response = client.put(url(recording, **facts), piece, content_type="application/octet-stream")
    return response.status_code, response.json()


def test_pieces_become_a_file_of_the_recording(staff, recording):
    answers = [
        send(staff, recording, MP4[at : at + THIRD], offset=at) for at in range(0, len(MP4), THIRD)
    ]

    done = f"/admin/events/recording/{recording.pk}/change/"
    assert answers == [
        (200, {"received": THIRD}),
        (200, {"received": 2 * THIRD}),
        (200, {"received": len(MP4), "done": done}),
    ]
    row = MediaFile.objects.get()
    assert (row.recording, row.role, row.sha256) == (
        recording,
        "video",
        hashlib.sha256(MP4).hexdigest(),
    )
    with row.file.open() as file:
        assert file.read() == MP4
    assert list(pieces.folder().iterdir()) == []
    page = staff.get(done).content.decode()
    assert "„film.mp4“ ist da." in page
    assert "ffprobe ist nicht installiert" in page
    assert "hochgeladen" in page  # in the log of the facts


def test_the_same_file_goes_on_where_it_stopped_and_another_begins(staff, recording):
    send(staff, recording, MP4[:THIRD])

    answers = [staff.get(url(recording, **facts)).json() for facts in ({}, {"modified": 2})]

    assert answers == [{"received": THIRD}, {"received": 0}]


def test_a_piece_out_of_step_is_not_taken_and_the_answer_says_what_is_there(staff, recording):
    send(staff, recording, MP4[:THIRD])

    twice = send(staff, recording, MP4[:THIRD])
    gap = send(staff, recording, MP4[THIRD:], offset=THIRD + 1)
    too_much = send(staff, recording, MP4, offset=THIRD)

    assert [twice, gap, too_much] == [(409, {"received": THIRD})] * 3
    assert MediaFile.objects.count() == 0


def test_two_editors_do_not_mix_their_pieces(staff, recording):
    send(staff, recording, MP4[:THIRD])
    other = Client()
    other.force_login(editor("andere"))

    assert other.get(url(recording)).json() == {"received": 0}


@pytest.mark.parametrize(
    ("content", "facts", "reason"),
    [
        (b"%PDF-1.7" + b"x" * 99, {}, "„film.mp4“ ist weder Film noch Tonaufnahme"),
        (b"<html><script>alert(1)</script>", {}, "„film.mp4“ enthält eine Internetseite"),
        (MP4[:THIRD], {"role": "audio"}, "„film.mp4“ ist ein Film."),
    ],
)
def test_what_is_no_film_is_refused_with_the_first_piece(staff, recording, content, facts, reason):
    status, answer = send(staff, recording, content, **facts)

    assert (status, answer["error"].startswith(reason)) == (422, True)
    assert list(pieces.folder().iterdir()) == []


def test_a_damaged_film_is_refused_and_not_kept(staff, recording, monkeypatch):
    def damaged(path):
        raise recording_uploads.Refusal("ist beschädigt. Speichern Sie die Datei neu.")

    monkeypatch.setattr(registering, "measures", damaged)

    answer = send(staff, recording)

    error = "„film.mp4“ ist beschädigt. Speichern Sie die Datei neu."
    assert answer == (422, {"error": error})
    assert (list(pieces.folder().iterdir()), MediaFile.objects.count()) == ([], 0)


def test_a_file_over_the_limit_is_refused_before_a_byte_is_sent(staff, recording, settings):
    settings.RECORDING_LIMIT = 5 * 1024**3
    facts = {"size": 5 * 1024**3 + 1}

    asked = staff.get(url(recording, **facts))

    error = {"error": "„film.mp4“ ist zu groß. Erlaubt sind 5 GB."}
    assert (asked.status_code, asked.json()) == (422, error)
    assert send(staff, recording, MP4[:THIRD], **facts) == (422, error)
    assert list(pieces.folder().iterdir()) == []


def test_a_piece_over_the_limit_is_refused(staff, recording, monkeypatch):
    monkeypatch.setattr(recording_uploads, "PIECE", 10)

    assert send(staff, recording, MP4[:11])[0] == 413
    assert staff.get(url(recording)).json() == {"received": 0}


def test_a_full_disk_is_said_before_a_byte_is_sent(staff, recording, monkeypatch):
    monkeypatch.setattr(registering, "SPARE", 2**62)

    response = staff.get(url(recording))

    assert (response.status_code, "zu wenig Platz" in response.json()["error"]) == (507, True)


@pytest.mark.parametrize(
    "facts",
    [
        {"size": 0},
        {"size": "viel"},
        {"offset": -1},
        {"role": "quatsch"},
        {"language": "../de"},
        {"name": "x" * 256},
    ],
)
def test_nonsense_is_refused(staff, recording, facts):
    assert send(staff, recording, **facts)[0] == 400


def test_a_name_leads_nowhere(staff, recording, recordings_root):
    send(staff, recording, MP4[:THIRD], name="../../../etc/passwd")

    (part,) = recordings_root.rglob("*.part")
    assert part.parent == pieces.folder()


def test_halves_that_nobody_goes_on_with_are_deleted_after_a_week(staff, recording):
    now = timezone.now()
    send(staff, recording, MP4[:THIRD])
    send(staff, recording, MP4[:THIRD], modified=2)
    old, _ = sorted(pieces.folder().iterdir())
    week_ago = (now - timedelta(days=7, seconds=1)).timestamp()
    os.utime(old, (week_ago, week_ago))

    assert (pieces.drop_stale(now), old.exists()) == (1, False)
    assert pieces.drop_stale(now) == 0


@pytest.mark.parametrize(
    ("rights", "status"),
    [
        ([], 403),
        (["view_recording"], 403),
        (["add_mediafile"], 403),
        (["change_recording"], 403),
        (["change_recording", "add_mediafile"], 200),
    ],
)
def test_only_who_may_change_recordings_and_add_files_uploads(client, recording, rights, status):
    user = get_user_model().objects.create_user("rita", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.force_login(user)

    page = client.get(f"/admin/events/recording/{recording.pk}/datei/")
    answers = [page.status_code, client.get(url(recording)).status_code]
    put = client.put(url(recording), MP4, content_type="application/octet-stream")

    assert [*answers, put.status_code] == [status] * 3
    assert MediaFile.objects.count() == (status == 200)


def test_strangers_and_forged_requests_get_nothing(recording):
    checked = Client(enforce_csrf_checks=True)
    stranger = checked.put(url(recording), MP4, content_type="application/octet-stream")
    checked.force_login(editor())
    forged = checked.put(url(recording), MP4, content_type="application/octet-stream")

    assert (stranger.status_code, forged.status_code) == (403, 403)
    assert checked.post(url(recording)).status_code == 403
    assert MediaFile.objects.count() == 0


def test_any_other_method_is_not_allowed(staff, recording):
    response = staff.post(url(recording))

    assert (response.status_code, response["Allow"]) == (405, "GET, PUT")
