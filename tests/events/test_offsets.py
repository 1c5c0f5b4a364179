"""Times within a recording as editors type them."""

import pytest
from django.core.exceptions import ValidationError

from events.admin.offsets import OffsetField, PartsField, check_parts

TEXT = "0:01:30 – 0:30:00\n0:30:30 – 1:00:00"
PARTS = [[90_000, 1_800_000], [1_830_000, 3_600_000]]


@pytest.mark.parametrize(
    ("typed", "offset"), [("0:12:34", 754_000), ("12:34", 754_000), ("754", 754_000), ("0", 0)]
)
def test_a_time_is_typed_in_hours_minutes_and_seconds(typed, offset):
    assert OffsetField().clean(typed) == offset


@pytest.mark.parametrize("typed", ["zwölf", "12:99", "-3", "1,5"])
def test_what_is_no_time_is_said_with_an_example(typed):
    with pytest.raises(ValidationError) as error:
        OffsetField().clean(typed)

    assert error.value.messages == [
        f"„{typed}“ ist keine Zeit. Schreiben Sie Stunden:Minuten:Sekunden, zum Beispiel 0:12:34."
    ]


def test_a_time_stands_in_the_form_as_it_was_typed():
    field = OffsetField(required=False, empty=0)

    assert [field.prepare_value(value) for value in (754_500, 0, "Unsinn")] == [
        "0:12:34.5",
        "",
        "Unsinn",
    ]
    assert (field.clean(""), OffsetField().prepare_value(0)) == (0, "0:00:00")
    assert (field.has_changed(754_000, "0:12:34"), field.has_changed(0, "")) == (False, False)


@pytest.mark.parametrize(
    "typed",
    [
        TEXT,
        TEXT.replace("–", "-"),
        TEXT.replace("–", "bis"),
        f"\n{TEXT}\n\n",
        "1:30-30:00\n30:30-60:00",
    ],
)
def test_parts_are_typed_one_in_each_line(typed):
    assert PartsField().clean(typed) == PARTS


def test_parts_stand_in_the_form_as_they_are_typed():
    field = PartsField(required=False)

    assert (field.prepare_value(PARTS), field.clean("")) == (TEXT, [])
    assert field.has_changed(PARTS, TEXT) is False


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("0:01:30", "„0:01:30“ ist kein Abschnitt."),
        ("0:01:30 – 0:02:00 – 0:03:00", "„0:01:30 – 0:02:00 – 0:03:00“ ist kein Abschnitt."),
        ("a – b", "„a“ ist keine Zeit."),
    ],
)
def test_what_is_no_part_is_said(typed, message):
    with pytest.raises(ValidationError) as error:
        PartsField().clean(typed)

    assert error.value.messages[0].startswith(message)


def test_parts_that_make_no_sense_are_said():
    with pytest.raises(ValidationError) as error:
        check_parts([(0, 10), (5, 20)], duration=0)

    assert error.value.messages == ["Abschnitt 2 beginnt, bevor der davor endet."]
