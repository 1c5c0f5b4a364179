"""Caption files as editors bring them: WebVTT and SubRip, or what is wrong in which line.

An own reader, because libraries drop what they do not understand and name no line; a line of
speech that vanishes without a word is the worst that can happen to captions.
"""

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from events import moments

LARGEST = 2 * 1024 * 1024  # bytes; three hours of speech take 250 KB
MOST_CUES = 20_000
LONGEST_TEXT, LONGEST_NAME = 1000, 160  # characters
SHOWN_PROBLEMS, MOST_PROBLEMS = 10, 100  # more are no mistakes but another kind of file
SLACK = 1000  # milliseconds that the last cue may outlast the film: nobody sees them
WITHOUT_CUES = ("WEBVTT", "NOTE", "STYLE", "REGION")
TIMING = re.compile(r"\s*(\S+)\s*-->\s*(\S+)(?:\s.*)?")
TIME = re.compile(
    r"(?:(?P<hours>[0-9]{1,2}):)?(?P<minutes>[0-5][0-9]):(?P<seconds>[0-5][0-9])"
    r"[.,](?P<rest>[0-9]{3})"
)
VOICE = re.compile(r"<v(?:\.[^\s<>]*)?[ \t]([^<>]*)>")
TAG = re.compile(
    r"</?(?:v|c|i|b|u|ruby|rt|lang|font)(?:\.[^\s<>]*)?(?:[ \t][^<>]*)?>"
    r"|<[0-9][0-9:.]*>|\{\\an[1-9]\}",
    re.IGNORECASE,
)
ENTITY = re.compile(r"&#?[a-zA-Z0-9]{1,10};")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
NO_TEXT = "ist keine Textdatei. Gebraucht wird eine Untertiteldatei (.vtt oder .srt)."
NOT_UTF8 = (
    "ist nicht in UTF-8 gespeichert, Umlaute wären falsch. Speichern Sie sie im Untertitelprogramm "
    "als UTF-8, oder wählen Sie unten „Windows-1252 (ANSI)“ und prüfen danach die Umlaute."
)
HERE_A_TIME = (
    "Hier wird eine Zeit erwartet, zum Beispiel 00:01:02.500 --> 00:01:05.000. Leerzeilen gehören "
    "nur zwischen zwei Untertitel."
)


class Unreadable(Exception):  # noqa: N818 - it is an answer to an editor, not a fault
    """Why a caption file does not come in; `problems` are German sentences."""

    def __init__(self, *problems: str):
        super().__init__(" ".join(problems))
        self.problems = problems


@dataclass(frozen=True)
class Said:
    """One cue of a file: milliseconds as the file has them, and the line it stands in."""

    start: int
    end: int
    text: str
    speaker: str = ""
    line: int = 0


def read(data: bytes, *, encoding: str = "utf-8", length: int = 0) -> list[Said]:
    """Return the cues of a file, or raise `Unreadable` with everything that is wrong.

    `length` is how long the film is in milliseconds, 0 while nobody knows it.
    """
    found, problems = [], []
    for block in blocks(decoded(data, encoding)):
        try:
            found += cues_of(block)
        except Unreadable as error:
            problems += error.problems
        if len(problems) >= MOST_PROBLEMS or len(found) > MOST_CUES:
            break
    problems += order_problems(found, length) or count_problems(found, problems)
    if problems:
        raise Unreadable(*shown(problems))
    return found


def count_problems(found: list[Said], problems: list[str]) -> list[str]:
    """Return that there are too many cues, or none although nothing is wrong."""
    if len(found) > MOST_CUES:
        return [f"Die Datei hat mehr als {MOST_CUES} Untertitel."]
    return [] if found or problems else ["Die Datei enthält keinen Untertitel."]


def decoded(data: bytes, encoding: str) -> str:
    """Return the text of a file, or say that it is none or that its umlauts would be wrong."""
    if len(data) > LARGEST:
        raise Unreadable("Die Datei ist größer als 2 MB. So groß sind Untertitel nicht.")
    if b"\x00" in data:
        raise Unreadable(f"Die Datei {NO_TEXT}")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        is_utf8 = encoding == "utf-8"
        raise Unreadable(f"Die Datei {NOT_UTF8 if is_utf8 else NO_TEXT}") from None
    text = unicodedata.normalize("NFC", text.removeprefix("\ufeff"))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def blocks(text: str) -> Iterator[list[tuple[int, str]]]:
    """Yield what stands between empty lines: numbered lines."""
    lines = enumerate(text.split("\n"), 1)
    for is_filled, block in groupby(lines, lambda row: bool(row[1].strip())):
        if is_filled:
            yield list(block)


def cues_of(block: list[tuple[int, str]]) -> list[Said]:
    """Return the one cue of a block; none for notes, styles and cues without words."""
    number, first = block[0]
    rows = block if "-->" in first else block[1:]
    if not rows or "-->" not in rows[0][1]:
        if first.startswith(WITHOUT_CUES) and not any("-->" in line for _, line in rows):
            return []
        raise Unreadable(f"Zeile {number}: {HERE_A_TIME}")
    (number, timing), *rest = rows
    for inner, line in rest:
        if "-->" in line:
            raise Unreadable(f"Zeile {inner}: Vor diesem Untertitel fehlt eine Leerzeile.")
    start, end = times_of(timing, number)
    speaker, text = spoken("\n".join(line for _, line in rest))
    if len(text) > LONGEST_TEXT:
        raise Unreadable(f"Zeile {number}: Dieser Untertitel hat mehr als {LONGEST_TEXT} Zeichen.")
    return [Said(start, end, text, speaker[:LONGEST_NAME], number)] if text else []


def times_of(timing: str, number: int) -> tuple[int, int]:
    """Return beginning and end of a cue, exactly as the file has them."""
    match = TIMING.fullmatch(timing)
    if match is None:
        raise Unreadable(f"Zeile {number}: {HERE_A_TIME}")
    start, end = (time_of(text, number) for text in match.groups())
    if start >= end:
        raise Unreadable(f"Zeile {number}: Der Untertitel endet, bevor er beginnt.")
    return start, end


def time_of(text: str, number: int) -> int:
    """Return a time of a file in milliseconds: `01:02.500`, `00:01:02.500`, `00:01:02,500`."""
    match = TIME.fullmatch(text)
    if match is None:
        reason = "ist negativ" if TIME.fullmatch(text[1:]) else "ist keine Zeit"
        raise Unreadable(f"Zeile {number}: „{text[:40]}“ {reason}. Richtig ist 00:01:02.500.")
    hours, minutes, seconds, rest = (int(part or 0) for part in match.groups())
    return hours * moments.HOUR + minutes * moments.MINUTE + seconds * moments.SECOND + rest


def spoken(raw: str) -> tuple[str, str]:
    """Return who speaks and what is said, without markup; a second voice keeps its name."""
    before, *voices = VOICE.split(raw)
    pairs = [("", before), *zip(voices[::2], voices[1::2], strict=True)]
    parts = [(plain(name), plain(text)) for name, text in pairs]
    parts = [(name, text) for name, text in parts if text]
    speaker = parts[0][0] if parts else ""
    lines = [text if name == speaker else f"{name}: {text}" for name, text in parts]
    return speaker, "\n".join(lines)


def plain(text: str) -> str:
    """Return text without the markup that players know; anything else stays as it was written."""
    text = ENTITY.sub(lambda found: html.unescape(found[0]), TAG.sub("", text))
    lines = (" ".join(CONTROL.sub("", line).split()) for line in text.split("\n"))
    return "\n".join(filter(None, lines))


def order_problems(found: list[Said], length: int) -> list[str]:
    """Return which cues run out of order, overlap or lie behind the end of the film."""
    problems = [
        f"Zeile {cue.line}: Der Untertitel beginnt ({at(cue.start)}) vor dem davor "
        f"({at(former.start)}, Zeile {former.line})."
        if cue.start < former.start
        else f"Zeile {cue.line}: Der Untertitel beginnt ({at(cue.start)}), bevor der davor endet "
        f"({at(former.end)}, Zeile {former.line})."
        for former, cue in pairwise(found)
        if cue.start < former.end
    ]
    late = [cue for cue in found if length and cue.end > length + SLACK]
    if late:
        problems.append(
            f"Zeile {late[0].line}: Der Untertitel endet ({at(late[0].end)}) nach dem Ende der "
            f"Aufnahme ({at(length)}). Gehört die Datei zu diesem Film?"
        )
    return problems


def at(offset: int) -> str:
    """Return a time as caption files write it."""
    hours, rest = divmod(offset, moments.HOUR)
    minutes, rest = divmod(rest, moments.MINUTE)
    return f"{hours:02d}:{minutes:02d}:{rest // 1000:02d}.{rest % 1000:03d}"


def shown(problems: list[str]) -> list[str]:
    """Return the first problems, and how many more there are."""
    more = len(problems) - SHOWN_PROBLEMS
    count = more if len(problems) < MOST_PROBLEMS else "viele"
    return [*problems[:SHOWN_PROBLEMS], *([f"Und {count} weitere Stellen."] if more > 0 else [])]
