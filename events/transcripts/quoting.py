"""How a recording and what is said in it are quoted: who, as what, where, when, link, licence."""

from publishing.dates import Precision, in_words
from publishing.metadata import ALLIANCE, absolute

PLAYER = "#aufzeichnung"


def citation(content, recording) -> str:
    """Return the proposal how to name a recording as a source (E44)."""
    return joined(
        f"{ALLIANCE}: Aufzeichnung „{content.title}“",
        day(content.meeting),
        stable_address(content),
        recording.licence,
    )


def source_of(paragraph, content, recording) -> str:
    """Return what belongs below a quote: speaker, function that day, meeting, moment, licence."""
    return joined(
        paragraph.speaker.name,
        paragraph.speaker.job,
        content.title,
        day(content.meeting),
        f"Minute {paragraph.at}",
        stable_address(content, paragraph.query),
        recording.licence,
    )


def stable_address(content, query: str = "") -> str:
    """Return the address that survives every rename, leading to a moment."""
    return absolute(content.meeting.get_short_url()) + query + PLAYER


def day(meeting) -> str:
    """Return the day of a meeting, as far as it is known."""
    precision = Precision.DAY if meeting.precision == Precision.TIME else meeting.precision
    return in_words(meeting.starts_at, precision)


def joined(*parts: str) -> str:
    """Return the parts that are known, as one line."""
    return ", ".join(filter(None, parts))
