"""How a recording and what is said in it are quoted: who, as what, where, when, link, licence."""

from dataclasses import dataclass

from events.transcripts.paragraphs import Paragraph
from publishing.dates import Precision, in_words
from publishing.metadata import ALLIANCE, absolute

PLAYER = "#aufzeichnung"


@dataclass(frozen=True)
class Reference:
    """What belongs below a quote: words, the address that survives every rename, the licence."""

    words: str
    url: str
    licence: str = ""


def proposal(content, recording) -> Reference:
    """Return how to name a recording as a source (E44)."""
    return source(content, recording, f"{ALLIANCE}: Aufzeichnung „{content.title}“")


def source_of(paragraph: Paragraph, content, recording) -> Reference:
    """Return what belongs below a quote from a paragraph (E43)."""
    speaker = paragraph.speaker
    before = (speaker.name, speaker.job, f"„{content.title}“")
    query = paragraph.query
    return source(content, recording, *before, moment=f"Minute {paragraph.at}", query=query)


def source(content, recording, *before: str, moment: str = "", query: str = "") -> Reference:
    """Return the source with the day of the meeting, as far as it is known."""
    words = ", ".join(filter(None, [*before, day(content.meeting), moment]))
    url = absolute(content.meeting.get_short_url()) + query + PLAYER
    return Reference(words, url, recording.licence)


def day(meeting) -> str:
    """Return the day of a meeting, as far as it is known."""
    if meeting.is_sample:
        return meeting.when
    precision = Precision.DAY if meeting.precision == Precision.TIME else meeting.precision
    return in_words(meeting.starts_at, precision)
