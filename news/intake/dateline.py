"""Place and date in front of a text: „Dormagen, 29. September 2021 – Die …“."""

import re
from dataclasses import dataclass
from datetime import date

HOME = "Dormagen"  # the one place that is known without a date or a dash after it
MONTHS = [
    "januar",
    "februar",
    "märz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
]
PLACE = r"(?P<place>[A-ZÄÖÜ][\w.-]+(?:[ /-][A-ZÄÖÜa-zäöü][\w.-]+){0,3}?)"
DAY = r"(?:den |am )?(?P<day>\d{1,2})\.\s?(?:(?P<month>\d{1,2})\.|(?P<name>[A-Za-zä]{3,9})\.?)\s?"
YEAR = r"(?P<year>\d{4})"
END = r"(?:\s*(?:\(ots\)|\([a-z]{2,4}\)))?\s*(?P<end>[.:]?\s*[–—-]{1,2}\s+|[.:]\s+|$)"
DATED = re.compile(rf"(?:{PLACE},?\s+)?{DAY}{YEAR}{END}")
UNDATED = re.compile(rf"(?:{PLACE}\s*(?:\(ots\))?[.:]?\s+[–—]\s+|(?P<home>{HOME})[.:]\s+)")


@dataclass(frozen=True)
class Dateline:
    """What stood in front; `end` is its length, 0 if there is none."""

    place: str = ""
    day: date | None = None
    end: int = 0


def read_dateline(text: str) -> Dateline:
    """Return the dateline at the beginning of a text."""
    match = DATED.match(text)
    if match:
        day = day_of(match)
        return Dateline(match["place"] or "", day, match.end()) if day else Dateline()
    match = UNDATED.match(text)
    if match:
        return Dateline(match["place"] or match["home"], None, match.end())
    return Dateline()


def day_of(match: re.Match) -> date | None:
    """Return the date that was written, or None if there is no such day."""
    month = int(match["month"]) if match["month"] else month_of(match["name"])
    try:
        return date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None


def month_of(name: str) -> int:
    """Return the number of a month by its name or the beginning of it; 0 if it is none."""
    name = name.lower()
    return next((n for n, month in enumerate(MONTHS, 1) if month.startswith(name)), 0)
