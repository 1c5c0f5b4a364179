"""E22 and the 14-day rule (spec/trust.md 1.3): how good captions are, and when due."""

from datetime import date

import pytest

from events.captions.quality import caption_state, due_on, obstacles, quality
from events.models import Recording
from tests.events.recordings import add_captions, make_recording

pytestmark = pytest.mark.django_db
LINE = (0, 1, "Wort")
CHECKED = {"origin": "corrected", "reviewed_by": "Redaktion", "reviewed_on": date(2026, 11, 24)}
BY_LAW = date(2026, 11, 26)  # 14 days after the meeting of 12 November
STREAM = "https://example.org/live"


@pytest.fixture
def recording():
    """The recording of a livestream, without captions."""
    found = make_recording()
    found.meeting.broadcast.stream_url = STREAM
    found.meeting.broadcast.save()
    return found


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "automatisch erzeugt"),
        ({"origin": "corrected"}, "automatisch erzeugt"),
        ({"origin": "professional"}, "von Hand erstellt, noch nicht geprüft"),
        (CHECKED, "geprüft, Redaktion, 24. November 2026"),
        (CHECKED | {"origin": "automatic"}, "automatisch erzeugt"),
    ],
)
def test_quality_is_what_the_track_says(recording, facts, words):
    track = add_captions(recording, LINE, **facts)

    assert quality(track).replace("\u00a0", " ") == words


def test_captions_are_due_14_days_after_a_livestream_or_as_promised(recording):
    by_law = due_on(recording)
    recording.captions_due_on = date(2026, 12, 1)

    assert (by_law, due_on(recording)) == (BY_LAW, date(2026, 12, 1))


def test_without_a_livestream_nothing_is_due_unless_promised():
    recording = make_recording()

    assert (due_on(recording), caption_state(recording).text) == (None, "Noch keine Untertitel")
    assert obstacles(recording) == [
        "Geprüfte Untertitel fehlen. Laden Sie welche hoch, oder tragen Sie in der Aufzeichnung "
        "unter „Untertitel fällig am“ ein, bis wann sie kommen."
    ]


def test_a_promise_allows_to_publish_until_its_day_and_checked_captions_always(recording):
    on_the_day, after = obstacles(recording, BY_LAW), obstacles(recording, date(2026, 11, 27))
    add_captions(recording, LINE)
    automatic = obstacles(recording, date(2026, 11, 27))
    add_captions(recording, LINE, **CHECKED)

    assert (on_the_day, obstacles(recording, date(2030, 1, 1))) == ([], [])
    assert after == automatic
    assert [text.replace("\u00a0", " ") for text in after] == [
        "Geprüfte Untertitel waren bis 26. November 2026 fällig. Ohne sie darf die Aufzeichnung "
        "nicht hin."
    ]


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (None, "Noch keine Untertitel; geprüfte Untertitel bis 26. November 2026"),
        ({}, "automatisch erzeugt; geprüfte Untertitel bis 26. November 2026"),
        (CHECKED, "geprüft, Redaktion, 24. November 2026"),
    ],
)
def test_readers_are_told_in_one_line(recording, facts, words):
    if facts is not None:
        add_captions(recording, LINE, **facts)

    assert caption_state(recording).text.replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    "today", [BY_LAW, date(2026, 11, 27), date(2026, 12, 1), date(2026, 12, 2)]
)
@pytest.mark.parametrize("promise", [None, date(2026, 12, 1), date(2026, 11, 20)])
@pytest.mark.parametrize("stream", ["", STREAM])
@pytest.mark.parametrize("facts", [None, {}, CHECKED, CHECKED | {"kind": "descriptions"}])
def test_the_list_of_overdue_ones_and_the_state_agree(recording, today, promise, stream, facts):
    recording.captions_due_on = promise
    recording.save()
    recording.meeting.broadcast.stream_url = stream
    recording.meeting.broadcast.save()
    if facts is not None:
        add_captions(recording, LINE, **facts)

    recording = Recording.objects.get()
    is_listed = Recording.objects.captions_overdue(today).exists()

    assert is_listed == caption_state(recording).is_overdue(today)


def test_captions_without_a_line_that_is_left_are_none(recording):
    add_captions(recording, **CHECKED)

    assert caption_state(recording).track is None
