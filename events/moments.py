"""Moments in links and forms: `?t=` in seconds, `?at=` by the clock. Offsets are milliseconds."""

import re
from datetime import datetime

from django.utils import timezone

SECOND = 1000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE

_FRACTION = r"(?:\.(?P<fraction>[0-9]{1,6}))?"
# 754, 754.5; 12m34s, 1h2m3s, 754s; 12:34, 0:12:34, 0:12:34.5
FORMS = (
    re.compile(rf"(?P<seconds>[0-9]{{1,6}}){_FRACTION}"),
    re.compile(
        r"(?=[0-9])(?:(?P<hours>[0-9]{1,2})h)?(?:(?P<minutes>[0-9]{1,4})m)?"
        rf"(?:(?P<seconds>[0-9]{{1,4}}){_FRACTION}s)?"
    ),
    re.compile(
        r"(?:(?P<hours>[0-9]{1,2}):(?=[0-5][0-9]:))?"
        rf"(?P<minutes>[0-9]{{1,3}}):(?P<seconds>[0-5][0-9]){_FRACTION}"
    ),
)
LONGEST_TEXT = 40


def parse_offset(text: str) -> int | None:
    """Return the offset that a text names, or None: `754`, `754.5`, `12m34s`, `0:12:34`."""
    text = text.strip().lower()
    matches = (form.fullmatch(text) for form in FORMS) if len(text) <= LONGEST_TEXT else ()
    match = next(filter(None, matches), None)
    if match is None:
        return None
    parts = match.groupdict()
    whole = (
        int(parts.get("hours") or 0) * HOUR
        + int(parts.get("minutes") or 0) * MINUTE
        + int(parts.get("seconds") or 0) * SECOND
    )
    return whole + int((parts.get("fraction") or "0").ljust(3, "0")[:3])


def parse_stretch(text: str) -> tuple[int | None, int | None]:
    """Return beginning and end of what `?t=` names; the end is optional: `754,790`."""
    first, _, last = text.partition(",")
    start, end = parse_offset(first), parse_offset(last)
    is_forward = start is not None and end is not None and start < end
    return start, end if is_forward else None


def parse_clock(text: str) -> datetime | None:
    """Return the moment that `?at=` names; without a zone it is the portal's own."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return timezone.make_aware(moment) if timezone.is_naive(moment) else moment


def offset_at(moment: datetime, start: datetime) -> int:
    """Return how far into a recording that began at `start` a moment is; never before it."""
    return max(0, round((moment - start).total_seconds() * SECOND))


def for_link(offset: int) -> str:
    """Return the offset as `?t=` says it: whole seconds if it can, like „754“ or „754.5“."""
    seconds, rest = divmod(offset, SECOND)
    return f"{seconds}.{rest:03d}".rstrip("0") if rest else str(seconds)


def in_words(offset: int) -> str:
    """Return the offset as people read it: „12:34“, „1:02:03“."""
    hours, rest = divmod(offset // SECOND, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes}:{seconds:02d}"


def for_form(offset: int) -> str:
    """Return the offset as editors type it: „0:12:34“, „0:12:34.5“."""
    hours, rest = divmod(offset, HOUR)
    minutes, rest = divmod(rest, MINUTE)
    seconds = for_link(rest)
    padded = seconds if len(seconds.partition(".")[0]) == 2 else f"0{seconds}"
    return f"{hours}:{minutes:02d}:{padded}"


def for_machines(offset: int) -> str:
    """Return the offset as an ISO 8601 duration: „PT1H2M3S“."""
    hours, rest = divmod(offset // SECOND, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"PT{hours}H{minutes}M{seconds}S"
