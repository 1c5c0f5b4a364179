"""E54 and the 14-day rule: what must not stay on line goes by itself, the page stays."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from events.choices import BroadcastState
from events.media_files.names import address
from events.models import Broadcast, Recording
from events.retention import expiring, withdraw_due
from events.states import MoveError, move
from publishing.facts import changes_of
from tests.events.recordings import START, add_file, make_recording
from tests.factories import make_meeting
from tests.reading import text_of

pytestmark = pytest.mark.django_db
TODAY = date(2027, 11, 12)
DAY = timedelta(days=1)
PAGE = "/jahrestreffen/2026/"
STREAM = "https://www.youtube.com/watch?v=abcdefghijk"


def reasons(today: date = TODAY) -> list[str]:
    return [reason for _, reason in withdraw_due(today)]


def checked(recording):
    track = recording.tracks.create(
        origin="professional", reviewed_by="Redaktion", reviewed_on=TODAY, vtt_size=10
    )
    track.cues.create(start=0, end=1000, text="Guten Abend.")


@pytest.mark.parametrize(
    ("expires_on", "expected"),
    [
        (None, []),
        (TODAY + DAY, []),
        (TODAY, []),
        (TODAY - DAY, ["Aufbewahrungsfrist"]),
    ],
)
def test_a_recording_is_kept_until_its_last_day_and_no_longer(expires_on, expected):
    make_recording(expires_on=expires_on)

    assert reasons() == expected


def test_it_is_withdrawn_with_the_reason_and_the_page_stays(client):
    recording = make_recording(expires_on=TODAY - DAY)
    row = add_file(recording)

    withdraw_due(TODAY)

    response = client.get(PAGE)
    broadcast = Broadcast.objects.get()
    assert (broadcast.state, broadcast.reason) == (BroadcastState.WITHDRAWN, "Aufbewahrungsfrist")
    assert (response.status_code, client.get(address(row)).status_code) == (200, 410)
    assert "Aufbewahrungsfrist" in text_of(response)
    assert [line.user_name for line in changes_of(recording.meeting)] == ["automatisch"]


def test_a_second_run_changes_nothing_and_what_is_not_public_is_left_alone():
    make_recording(expires_on=TODAY - DAY)
    other = make_meeting(title="Anderes")
    make_recording(state=BroadcastState.PROCESSING, content=other, expires_on=TODAY - DAY)

    assert (reasons(), reasons()) == (["Aufbewahrungsfrist"], [])


@pytest.mark.parametrize(
    ("days", "stream", "is_checked", "expected"),
    [
        (14, STREAM, False, []),
        (15, STREAM, False, ["Geprüfte Untertitel fehlen noch"]),
        (15, STREAM, True, []),
        (15, "", False, []),
    ],
)
def test_a_livestream_needs_checked_captions_after_14_days(days, stream, is_checked, expected):
    recording = make_recording()
    Broadcast.objects.update(stream_url=stream)
    if is_checked:
        checked(recording)

    assert reasons(START.date() + days * DAY) == expected


def test_what_expired_is_not_shown_again_before_it_gets_more_time():
    recording = make_recording(expires_on=timezone.localdate() - DAY)
    add_file(recording)
    checked(recording)
    call_command("withdraw_recordings")
    broadcast = Broadcast.objects.get()

    with pytest.raises(MoveError) as refused:
        move(broadcast, BroadcastState.RECORDING)
    Recording.objects.update(expires_on=timezone.localdate() + DAY)
    move(broadcast, BroadcastState.RECORDING)

    assert refused.value.reasons == [
        "Die Aufbewahrungsfrist ist um. Tragen Sie bei „Aufbewahren bis“ einen späteren Tag ein."
    ]
    assert Broadcast.objects.get().state == BroadcastState.RECORDING


def test_the_command_says_what_it_took_off_line(capsys):
    make_recording(expires_on=date(2020, 1, 1))

    call_command("withdraw_recordings")
    call_command("withdraw_recordings")

    assert capsys.readouterr().out == "Zurückgezogen: Treffen (Aufbewahrungsfrist)\n"


@pytest.mark.parametrize(("days", "expected"), [(31, 0), (30, 1), (0, 1)])
def test_staff_are_warned_30_days_before(days, expected):
    make_recording(expires_on=TODAY + days * DAY)

    assert expiring(TODAY).count() == expected
