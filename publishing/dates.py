"""Dates that are known to the minute, the day, the month or only the year.

A moment is stored as a date or datetime plus a `Precision`; what lies below
the precision is filler (the first of the month, midnight) and is never shown.
"""

from datetime import UTC, date, datetime, time

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format

NBSP = "\N{NO-BREAK SPACE}"


class Precision(models.TextChoices):
    """How much of a date is known (schema.org dates may be shortened the same way)."""

    TIME = "time", "Tag und Uhrzeit"
    DAY = "day", "Tag"
    MONTH = "month", "Monat"
    YEAR = "year", "Jahr"


# Dates without a clock time.
DATE_PRECISIONS = [choice for choice in Precision.choices if choice[0] != Precision.TIME]

SHOWN = {
    Precision.TIME: "j. F Y, H:i",
    Precision.DAY: "j. F Y",
    Precision.MONTH: "F Y",
    Precision.YEAR: "Y",
}
DAY_SHOWN = {
    Precision.TIME: "j. F",
    Precision.DAY: "j. F",
    Precision.MONTH: "F",
}
MACHINE_LENGTH = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}


def in_words(moment: date | datetime, precision: str) -> str:
    """Return the moment in German, as exact as it is known: „28. September 2021, 18:00 Uhr“."""
    words = date_format(local(moment), SHOWN[Precision(precision)])
    words = words.replace(". ", f".{NBSP}", 1)
    return f"{words}{NBSP}Uhr" if precision == Precision.TIME else words


def day_and_year(moment: date | datetime, precision: str) -> tuple[str, str]:
    """Return the two lines of a date board, as far as known: („28. September“, „2021“)."""
    shown = DAY_SHOWN.get(precision)
    day = date_format(local(moment), shown) if shown else ""  # may take two lines
    return day, date_format(local(moment), "Y")


def for_machines(moment: date | datetime, precision: str) -> str:
    """Return the moment for `<time datetime>` and JSON-LD: `2021`, `2021-09` or all of it."""
    text = local(moment).isoformat()
    return text if precision == Precision.TIME else text[: MACHINE_LENGTH[Precision(precision)]]


def local(moment: date | datetime) -> date | datetime:
    """Return an aware datetime in the portal's time zone; a plain date as it is."""
    if isinstance(moment, datetime) and timezone.is_aware(moment):
        return timezone.localtime(moment)
    return moment


def moment_at(day: date, clock: time) -> datetime | None:
    """Return the moment at which clocks in Dormagen show this; None where they skip the hour.

    Of the two that an hour in October has, the later: what waits for it waits long enough.
    """
    shown = datetime.combine(day, clock)
    here = timezone.get_current_timezone()
    moment = shown.replace(tzinfo=here, fold=1)
    try:
        back = moment.astimezone(UTC).astimezone(here)
    except OverflowError:  # the first hour of the year 1, of which UTC knows nothing
        return moment
    return moment if back.replace(tzinfo=None) == shown else None
