"""CSV as Excel and LibreOffice save it: its rows, whatever separator and encoding."""

import csv
import re
from collections.abc import Iterator
from io import StringIO

from news.intake.refusals import Unreadable

SEPARATORS = ";,\t"
SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)  # Excel's own, and no row for it
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
NO_TABLE = "Diese Datei ist keine Tabelle. Speichern Sie sie in Excel als „CSV UTF-8“."
BAD_QUOTES = (
    "Zeile {line}: Ein Anführungszeichen ist nicht geschlossen oder steht mitten in der Zelle, "
    "oder die Zelle hat mehr als 100 000 Zeichen. Speichern Sie die Tabelle neu als „CSV UTF-8“."
)


def rows_of(data: bytes) -> Iterator[tuple[int, list[str]]]:
    """Yield number and cells of each row that is not empty, or raise `Unreadable`.

    Rows have the numbers that a spreadsheet shows: line breaks in cells count for nothing.
    """
    text = decoded(data)
    named = SEPARATOR_LINE.match(text)
    text = text[named.end() :] if named else text
    reader = csv.reader(
        StringIO(text, newline=""), delimiter=named[1] if named else separator(text), strict=True
    )
    line = 0
    try:
        for line, cells in enumerate(reader, 1):
            stripped = [cell.strip() for cell in cells]
            if any(stripped):
                yield line, stripped
    except csv.Error:
        raise Unreadable(BAD_QUOTES.format(line=line + 1)) from None


def decoded(data: bytes) -> str:
    """Return the text of a file in UTF-8, UTF-16 or what German Windows writes."""
    if data.startswith(UTF_16):
        return data.decode("utf-16", "replace")
    if b"\0" in data:
        raise Unreadable(NO_TABLE)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def separator(text: str) -> str:
    """Return what separates the cells of the first line that has any."""
    header = text.lstrip().partition("\n")[0]
    return max(SEPARATORS, key=header.count)
