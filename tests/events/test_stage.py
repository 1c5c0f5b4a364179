"""E16: one tap sets the beginning of an item and the end of the one before; undo."""

from datetime import UTC, datetime, timedelta

import pytest

from events.stage import begin, finish, take_back
from publishing.facts import changes_of
from tests.factories import editor, make_meeting

pytestmark = pytest.mark.django_db
START = datetime(2026, 11, 12, 17, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def meeting():
    meeting = make_meeting().meeting
    for number, title in enumerate(["Begrüßung", "Vortrag", "Gespräch"]):
        meeting.programme_items.create(kind="talk", title=title, position=number)
    return meeting


def tap(meeting, title, minute):
    item = meeting.programme_items.get(title=title)
    begin(item, by=editor(), now=START + minute * MINUTE)


def times(meeting) -> list[tuple]:
    """Return minutes of beginning and end of each item."""
    rows = meeting.programme_items.values_list("actual_start", "actual_end")
    return [tuple(at and (at - START) // MINUTE for at in row) for row in rows]


def logged(meeting) -> list[tuple]:
    lines = changes_of(meeting).order_by("pk")
    return [(one.user_name, one.old, one.new) for one in lines]


def test_a_tap_begins_an_item_and_ends_the_one_before(meeting):
    tap(meeting, "Begrüßung", 1)
    tap(meeting, "Vortrag", 9)

    assert times(meeting) == [(1, 9), (9, None), (None, None)]
    assert logged(meeting) == [
        ("redaktion", "", "Begrüßung"),
        ("redaktion", "Begrüßung", "Vortrag"),
    ]


def test_a_second_tap_changes_nothing(meeting):
    tap(meeting, "Begrüßung", 1)
    tap(meeting, "Begrüßung", 2)

    assert times(meeting) == [(1, None), (None, None), (None, None)]


def test_an_item_may_be_left_out(meeting):
    tap(meeting, "Begrüßung", 1)
    tap(meeting, "Gespräch", 5)

    assert times(meeting) == [(1, 5), (None, None), (5, None)]


def test_undo_takes_back_one_tap_after_the_other(meeting):
    tap(meeting, "Begrüßung", 1)
    tap(meeting, "Vortrag", 9)

    last = take_back(meeting, by=editor())
    after_one = times(meeting)
    take_back(meeting, by=editor())

    assert (last.title, after_one) == ("Vortrag", [(1, None), (None, None), (None, None)])
    assert times(meeting) == [(None, None)] * 3
    assert take_back(meeting, by=editor()) is None
    assert logged(meeting)[2:] == [
        ("redaktion", "Vortrag", "Begrüßung"),
        ("redaktion", "Begrüßung", ""),
    ]


def test_the_end_of_the_meeting_ends_what_runs(meeting):
    tap(meeting, "Vortrag", 9)

    finish(meeting, by=editor(), now=START + 60 * MINUTE)
    finish(meeting, by=editor(), now=START + 61 * MINUTE)

    assert times(meeting) == [(None, None), (9, 60), (None, None)]
    assert logged(meeting)[1:] == [("redaktion", "Vortrag", "")]
