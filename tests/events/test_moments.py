"""E18, E20: moments as links and editors write them."""

from datetime import UTC, datetime, timedelta

import pytest

from events import moments

NINE = datetime(2026, 11, 12, 17, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("754", 754_000),
        ("754.5", 754_500),
        ("754s", 754_000),
        ("12m34s", 754_000),
        ("12m", 720_000),
        ("1h2m3s", 3_723_000),
        ("1h", 3_600_000),
        ("0:12:34", 754_000),
        ("12:34", 754_000),
        ("0:12:34.25", 754_250),
        ("1:02:03", 3_723_000),
        ("90:00", 5_400_000),
        (" 754 ", 754_000),
        ("12M34S", 754_000),
        ("0", 0),
        ("0.0009", 0),
        ("999999", 999_999_000),
    ],
)
def test_e18_every_way_to_write_a_moment_is_read(text, offset):
    assert moments.parse_offset(text) == offset


@pytest.mark.parametrize(
    "text",
    [
        "",
        "abc",
        "-5",
        "+5",
        "1e3",
        "nan",
        "inf",
        "1_000",
        "7 54",
        "٧٥٤",
        "12:60",
        "1:60:00",
        "0:1:2",
        ":30",
        "12:",
        "12m34",
        "h",
        "s",
        "1.",
        ".5",
        "9999999",
        "1" * 500,
        "754;drop table",
        "<script>",
        "754\x00",
    ],
)
def test_e18_rubbish_is_no_moment(text):
    assert moments.parse_offset(text) is None


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        ("754,790", (754_000, 790_000)),
        ("0:12:34,0:13:10", (754_000, 790_000)),
        ("754", (754_000, None)),
        ("754,5", (754_000, None)),  # an end before the beginning ends nothing
        ("754,", (754_000, None)),
        ("754,abc", (754_000, None)),
        (",790", (None, None)),
        ("abc,790", (None, None)),
    ],
)
def test_e18_a_stretch_may_name_its_end(text, stretch):
    assert moments.parse_stretch(text) == stretch


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-12T18:42:10", datetime(2026, 11, 12, 17, 42, 10, tzinfo=UTC)),
        ("2026-07-12T18:42:10", datetime(2026, 7, 12, 16, 42, 10, tzinfo=UTC)),
        ("2026-11-12T18:42:10+03:00", datetime(2026, 11, 12, 15, 42, 10, tzinfo=UTC)),
        ("2026-11-12T18:42", datetime(2026, 11, 12, 17, 42, tzinfo=UTC)),
        ("gestern", None),
        ("", None),
        ("2026-13-40T99:99", None),
    ],
)
def test_e20_a_moment_by_the_clock_is_the_portals_own_unless_it_says_more(text, moment):
    assert moments.parse_clock(text) == moment


def test_e20_a_moment_before_the_recording_is_its_beginning():
    assert moments.offset_at(NINE + timedelta(seconds=72.5), NINE) == 72_500
    assert moments.offset_at(NINE - timedelta(hours=1), NINE) == 0


@pytest.mark.parametrize(
    ("offset", "link", "words", "form", "machine"),
    [
        (0, "0", "0:00", "0:00:00", "PT0H0M0S"),
        (9_500, "9.5", "0:09", "0:00:09.5", "PT0H0M9S"),
        (754_000, "754", "12:34", "0:12:34", "PT0H12M34S"),
        (754_050, "754.05", "12:34", "0:12:34.05", "PT0H12M34S"),
        (3_723_000, "3723", "1:02:03", "1:02:03", "PT1H2M3S"),
    ],
)
def test_an_offset_is_written_for_links_people_forms_and_machines(
    offset, link, words, form, machine
):
    assert moments.for_link(offset) == link
    assert moments.in_words(offset) == words
    assert moments.for_form(offset) == form
    assert moments.for_machines(offset) == machine
    assert moments.parse_offset(link) == moments.parse_offset(form) == offset
