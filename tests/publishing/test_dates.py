from datetime import UTC, date, datetime

import pytest

from publishing.dates import day_and_year, for_machines, in_words

EVENING = datetime(2021, 9, 28, 16, tzinfo=UTC)
WINTER = datetime(2026, 1, 5, 17, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "precision", "words", "machines"),
    [
        (EVENING, "time", "28.\u00a0September 2021, 18:00\u00a0Uhr", "2021-09-28T18:00:00+02:00"),
        (WINTER, "time", "5.\u00a0Januar 2026, 18:30\u00a0Uhr", "2026-01-05T18:30:00+01:00"),
        (EVENING, "day", "28.\u00a0September 2021", "2021-09-28"),
        (date(2023, 11, 1), "month", "November 2023", "2023-11"),
        (date(2016, 1, 1), "year", "2016", "2016"),
    ],
)
def test_a_date_is_told_as_exactly_as_it_is_known(moment, precision, words, machines):
    assert (in_words(moment, precision), for_machines(moment, precision)) == (words, machines)


def test_a_moment_after_midnight_in_berlin_is_the_next_day():
    moment = datetime(2026, 10, 24, 22, 30, tzinfo=UTC)

    assert in_words(moment, "day") == "25.\u00a0Oktober 2026"


@pytest.mark.parametrize(
    ("moment", "precision", "lines"),
    [
        (EVENING, "time", ("28. September", "2021")),
        (EVENING, "day", ("28. September", "2021")),
        (date(2023, 11, 1), "month", ("November", "2023")),
        (date(2016, 1, 1), "year", ("", "2016")),
    ],
)
def test_a_board_shows_no_more_of_a_date_than_is_known(moment, precision, lines):
    assert day_and_year(moment, precision) == lines
