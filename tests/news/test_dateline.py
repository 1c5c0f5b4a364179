"""Place and date in front of a text."""

from datetime import date

import pytest

from news.intake.dateline import read_dateline

DAY = date(2021, 9, 29)


@pytest.mark.parametrize(
    ("text", "place", "day", "rest"),
    [
        ("Dormagen, 29. September 2021 – Text", "Dormagen", DAY, "Text"),
        ("Dormagen, den 29.09.2021. Text", "Dormagen", DAY, "Text"),
        ("Rhein-Kreis Neuss, 29. Sept. 2021: Text", "Rhein-Kreis Neuss", DAY, "Text"),
        ("29.9.2021", "", DAY, ""),
        ("Dormagen – Text", "Dormagen", None, "Text"),
        ("Dormagen. Text", "Dormagen", None, "Text"),
        ("Dormagen (ots) – Text", "Dormagen", None, "Text"),
        ("Glückwunsch. Text", "", None, "Glückwunsch. Text"),
        ("Am 29. September 2021 trafen sich", "", None, "Am 29. September 2021 trafen sich"),
        ("Dormagen, 31. Februar 2021 – Text", "", None, "Dormagen, 31. Februar 2021 – Text"),
        ("Dormagen, 29. Foo 2021 – Text", "", None, "Dormagen, 29. Foo 2021 – Text"),
    ],
)
def test_dateline_is_read(text, place, day, rest):
    found = read_dateline(text)

    assert (found.place, found.day, text[found.end :]) == (place, day, rest)
