"""E15: chapters from the programme; E19: chapters in the file."""

from datetime import timedelta

import pytest

from events.chapters import Chapter, chapters, confirm, current, propose
from events.choices import RecordingPolicy
from tests.events.recordings import CUT, SECOND, START, add_chapter, make_recording
from tests.factories import make_meeting

pytestmark = pytest.mark.django_db


def begun(meeting, title, second=None, until=None, **values):
    """Return an item that began at a second of the recording, perhaps between two seconds."""
    at = None if second is None else START + timedelta(seconds=second)
    end = None if until is None else START + timedelta(seconds=until)
    return meeting.programme_items.create(
        kind="talk", title=title, actual_start=at, actual_end=end, **values
    )


def rows(recording) -> list[tuple]:
    return [(clip.name, clip.start, clip.end, clip.is_confirmed) for clip in recording.clips.all()]


@pytest.fixture
def recording():
    return make_recording()


def test_e15_items_that_began_during_the_recording_are_proposed(recording):
    meeting = recording.meeting
    begun(meeting, "Begrüßung", 12.25, until=300)
    begun(meeting, "Vortrag", 300)
    begun(meeting, "Vor der Aufnahme", -60)
    begun(meeting, "Nach der Aufnahme", 3600)
    begun(meeting, "Nie begonnen")
    begun(meeting, "Vertraulich", 500, recording_policy=RecordingPolicy.STREAM_ONLY)
    begun(make_meeting().meeting, "Anderes Treffen", 100)

    propose(recording)

    assert rows(recording) == [
        ("Begrüßung", 12_250, 300_000, False),
        ("Vortrag", 300_000, None, False),
    ]


def test_e15_proposing_again_follows_a_corrected_beginning_and_keeps_what_was_confirmed(recording):
    begun(recording.meeting, "Begrüßung", 60)
    begun(recording.meeting, "Vortrag", 300)
    first, _ = propose(recording)
    recording.clips.filter(pk=first.pk).update(is_confirmed=True)
    add_chapter(recording, 10, "Von Hand", is_confirmed=False)
    recording.recording_start = START - timedelta(seconds=30)

    propose(recording)

    assert rows(recording) == [
        ("Von Hand", 10_000, None, False),
        ("Begrüßung", 60_000, None, True),
        ("Vortrag", 330_000, None, False),
    ]


def test_e15_without_a_beginning_nothing_is_proposed():
    recording = make_recording(recording_start=None)
    begun(recording.meeting, "Begrüßung", 60)

    assert (propose(recording), rows(recording)) == ([], [])


def test_e15_unconfirmed_chapters_are_not_public_until_confirmed(recording):
    item = begun(recording.meeting, "Begrüßung", 60)
    propose(recording)
    before = chapters(recording)

    count = confirm(recording)

    assert (before, count) == ([], 1)
    assert chapters(recording) == [Chapter("Begrüßung", 60_000, 60_000, 3_600_000, item)]


def test_e15_renaming_an_item_renames_its_chapter(recording):
    item = begun(recording.meeting, "Vortrag", 60)
    propose(recording)
    confirm(recording)
    item.title = "Impuls"
    item.save()

    assert [chapter.name for chapter in chapters(recording)] == ["Impuls"]


def test_e19_chapters_move_with_the_cut_and_keep_their_links(recording):
    recording.kept = CUT
    add_chapter(recording, 0, "Begrüßung")
    add_chapter(recording, 600, "Vortrag", end=700 * SECOND)
    add_chapter(recording, 1800, "Entfernt", end=1820 * SECOND)
    add_chapter(recording, 1825, "Gespräch")

    found = chapters(recording)

    assert found == [
        Chapter("Begrüßung", 90_000, 0, 510_000),
        Chapter("Vortrag", 600_000, 510_000, 610_000),
        Chapter("Gespräch", 1_830_000, 1_710_000, 3_480_000),
    ]
    assert [(one.query, one.second, one.at) for one in found] == [
        ("?t=90", "0", "0:00"),
        ("?t=600", "510", "8:30"),
        ("?t=1830", "1710", "28:30"),
    ]


def test_the_end_of_the_last_chapter_is_unknown_while_the_length_is():
    recording = make_recording(duration=0)
    add_chapter(recording, 60, "Vortrag")

    assert chapters(recording) == [Chapter("Vortrag", 60_000, 60_000, None)]


@pytest.mark.parametrize(
    ("moment", "name"), [(0, None), (59_999, None), (60_000, "a"), (90_000, "b"), (10**9, "b")]
)
def test_a_moment_lies_in_the_chapter_that_began_last(moment, name):
    found = [Chapter("a", 60_000, 60_000, 90_000), Chapter("b", 90_000, 90_000, None)]

    chapter = current(found, moment)

    assert (chapter and chapter.name) == name
