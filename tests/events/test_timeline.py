"""E19: links, chapters and captions survive every cut."""

import pytest

from events.timeline import InvalidParts, Timeline, checked_parts

SECOND = 1000
# An hour, 90 s cut off the front and 30 s in the middle.
CUT = Timeline(
    kept=((90 * SECOND, 1800 * SECOND), (1830 * SECOND, 3600 * SECOND)), duration=3600 * SECOND
)
END_CUT = Timeline(kept=((0, 60 * SECOND),), duration=90 * SECOND)
WHOLE = Timeline(duration=3600 * SECOND)


@pytest.mark.parametrize(
    ("source", "file", "is_removed", "next_kept"),
    [
        (0, 0, True, 90),
        (89, 0, True, 90),
        (90, 0, False, 90),
        (600, 510, False, 600),  # the specification's own example
        (1799, 1709, False, 1799),
        (1800, 1710, True, 1830),
        (1829, 1710, True, 1830),
        (1830, 1710, False, 1830),
        (1900, 1780, False, 1900),
        (3599, 3479, False, 3599),
        (3600, 3480, False, None),
        (9999, 3480, False, None),
    ],
)
def test_e19_a_moment_of_the_source_has_its_place_in_the_file(source, file, is_removed, next_kept):
    at = source * SECOND

    assert (CUT.file_time(at), CUT.is_removed(at), CUT.next_kept(at)) == (
        file * SECOND,
        is_removed,
        None if next_kept is None else next_kept * SECOND,
    )


@pytest.mark.parametrize("file", [0, 510, 1709.999, 1710, 1780, 3479.999])
def test_e19_every_moment_of_the_file_leads_back_to_itself(file):
    at = round(file * SECOND)

    assert CUT.file_time(CUT.source_time(at)) == at
    assert not CUT.is_removed(CUT.source_time(at))


def test_e19_a_removed_end_has_no_next_moment():
    at = 70 * SECOND

    assert (END_CUT.is_removed(at), END_CUT.next_kept(at)) == (True, None)


@pytest.mark.parametrize(
    ("start", "end", "span"),
    [
        (600, 700, (510, 610)),
        (0, 100, (0, 10)),  # begins in what was removed
        (1790, 1840, (1700, 1720)),  # has a cut inside
        (1790, 1810, (1700, 1710)),  # ends in what was removed
        (10, 80, None),
        (1800, 1830, None),
    ],
)
def test_e19_stretches_lose_what_was_removed(start, end, span):
    expected = span and (span[0] * SECOND, span[1] * SECOND)

    assert CUT.span(start * SECOND, end * SECOND) == expected


@pytest.mark.parametrize(
    ("timeline", "removed", "length"),
    [
        (CUT, [(0, 90), (1800, 1830)], 3480),
        (END_CUT, [(60, 90)], 60),
        (Timeline(kept=((0, 60_000),)), [], 60),  # nobody knows how long the raw one was
        (WHOLE, [], 3600),
        (Timeline(), [], 0),
    ],
)
def test_what_was_removed_and_what_is_left(timeline, removed, length):
    assert timeline.removed() == [(a * SECOND, b * SECOND) for a, b in removed]
    assert timeline.length == length * SECOND


def test_without_cuts_source_and_file_are_the_same():
    assert (WHOLE.file_time(600), WHOLE.source_time(600), WHOLE.next_kept(600)) == (600, 600, 600)
    assert (WHOLE.is_removed(600), WHOLE.span(600, 700)) == (False, (600, 700))


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ([(5, 5)], "Abschnitt 1 endet, bevor er beginnt."),
        ([(0, 10), (9, 20)], "Abschnitt 2 beginnt, bevor der davor endet."),
        ([(0, 10), (20, 101)], "Abschnitt 2 endet nach dem Ende der Aufnahme."),
    ],
)
def test_parts_that_make_no_sense_are_named(parts, message):
    with pytest.raises(InvalidParts) as error:
        checked_parts(parts, duration=100)

    assert str(error.value) == message


def test_parts_in_order_stay_as_they_are():
    assert checked_parts([(0, 10), (10, 20)], duration=0) == [(0, 10), (10, 20)]
