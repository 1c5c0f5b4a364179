"""Old releases in a table: which column is what, and every row that is not in order."""

import re
from datetime import date, datetime

from news.intake.csv_rows import rows_of
from news.intake.dateline import read_dateline
from news.intake.drafting import key_of
from news.intake.exports import MOST, TOO_MANY, ExportedText, day_of, paragraphs
from news.intake.passages import as_html, tidy
from news.intake.pasted import read_pasted
from news.intake.refusals import Unreadable

SUFFIX = ".csv"
COLUMNS = {
    "title": "titel überschrift headline title",
    "day": "datum veröffentlicht veröffentlichungsdatum erschienen date published",
    "body": "text inhalt volltext mitteilung body content",
    "lead": "anriss teaser vorspann kurztext einleitung lead summary excerpt",
    "subtitle": "unterzeile untertitel subtitle subline",
    "place": "ort spitzmarke place location city",
    "tags": "themen thema schlagworte schlagwörter stichworte tags topics topic categories",
    "url": "adresse internetadresse link url permalink",
}
NAMES = {word: name for name, words in COLUMNS.items() for word in words.split()}
NEEDED = {"title": "Titel", "day": "Datum", "body": "Text"}
HTML = re.compile(r"<(?:p|br|div|ul|ol|h[1-6]|blockquote|a|b|strong|i|em)\b[^<>]*>", re.IGNORECASE)
FORMATS = ("%d.%m.%Y", "%d.%m.%y")
MOST_ERRORS = 20
NO_HEADER = (
    "Die erste Zeile muss die Spalten nennen, getrennt durch Semikolon oder Komma. Gebraucht "
    "werden Titel, Datum und Text; es fehlt: {missing}. Möglich sind auch Anriss, Unterzeile, "
    "Ort, Themen und Adresse."
)
TWICE = "Zwei Spalten bedeuten dasselbe: „{first}“ und „{second}“. Löschen Sie eine davon."
NO_ROWS = "In der Tabelle steht unter der Kopfzeile nichts."
ERRORS = "Übernommen ist noch nichts. Bitte in der Tabelle ändern:"
MORE = "Und {count} weitere."
LEFT = "Nicht übernommen: {cells}."
NO_TITLE = "Der Titel fehlt."
NO_BODY = "Der Text fehlt."
NO_DAY = "„{text}“ ist kein Datum. Schreiben Sie es wie 29.09.2021."
TOO_WIDE = (
    "Es sind mehr Zellen als Spalten. Ein Text, in dem das Trennzeichen vorkommt, muss in "
    "Anführungszeichen stehen."
)
SAME = "Adresse oder Titel und Datum sind dieselben wie in Zeile {line}."


def read_table(data: bytes) -> list[ExportedText]:
    """Return the releases of a table in its order, or raise `Unreadable` naming each bad row."""
    rows = list(rows_of(data))
    header = rows[0][1] if rows else []
    columns = columns_of(header)
    if len(rows) < 2:
        raise Unreadable(NO_ROWS)
    if len(rows) - 1 > MOST:
        raise Unreadable(TOO_MANY.format(count=len(rows) - 1, most=MOST))
    found: dict[str, ExportedText] = {}
    lines: dict[str, int] = {}
    errors = []
    for line, cells in rows[1:]:
        values = {name: value for name, value in zip(columns, cells, strict=False) if name}
        errors += [f"Zeile {line}: {error}" for error in errors_in(values, cells, columns)]
        one = article_of(values, left_of(header, columns, cells))
        if one.key in found:
            errors.append(f"Zeile {line}: {SAME.format(line=lines[one.key])}")
        found[one.key], lines[one.key] = one, line
    refuse(errors)
    return list(found.values())


def columns_of(header: list[str]) -> list[str]:
    """Return what each column is, "" for those nobody knows; raise `Unreadable` without header."""
    found: dict[str, str] = {}
    columns = []
    for title in header:
        words = re.findall(r"\w+", title.casefold())
        name = NAMES.get(words[0], "") if words else ""
        if name in found:
            raise Unreadable(TWICE.format(first=found[name], second=title))
        found |= {name: title} if name else {}
        columns.append(name)
    missing = [label for name, label in NEEDED.items() if name not in found]
    if missing:
        raise Unreadable(NO_HEADER.format(missing=", ".join(missing)))
    return columns


def errors_in(values: dict, cells: list[str], columns: list[str]) -> list[str]:
    """Return what is wrong with a row."""
    text = values.get("day", "")
    checks = (
        (any(cells[len(columns) :]), TOO_WIDE),
        (not tidy(values.get("title", "")), NO_TITLE),
        (not (values.get("body") or values.get("lead")), NO_BODY),
        (text and not day_in(text), NO_DAY.format(text=text[:40])),
    )
    return [sentence for is_wrong, sentence in checks if is_wrong]


def left_of(header: list[str], columns: list[str], cells: list[str]) -> str:
    """Return the cells of columns that nobody knows, as a remark."""
    rows = zip(header, columns, cells, strict=False)
    left = [f"{title}: {tidy(cell)[:80]}" for title, name, cell in rows if cell and not name]
    return LEFT.format(cells="; ".join(left)) if left else ""


def article_of(values: dict, remark: str) -> ExportedText:
    """Return a row as an article; a second import knows it by address, else by title and date."""
    day, body = day_in(values.get("day", "")), values.get("body", "")
    title, url = tidy(values.get("title", "")), tidy(values.get("url", ""))
    texts = {name: tidy(values.get(name, "")) for name in ("lead", "subtitle", "place")}
    return ExportedText(
        key=key_of("feed", url or f"{title} {day}"),
        title=title,
        day=day,
        body=paragraphs(body) if HTML.search(body) else as_html(read_pasted(body).passages),
        url=url,
        tags=tuple(filter(None, map(tidy, re.split(r"[,;|\n]", values.get("tags", ""))))),
        remark=remark,
        **texts,
    )


def day_in(text: str) -> date | None:
    """Return the day of a cell as Germans, spreadsheets and databases write it."""
    text = tidy(text)
    for pattern in FORMATS:
        try:
            return datetime.strptime(text.split(" ")[0].rstrip(","), pattern).date()  # noqa: DTZ007
        except ValueError:
            continue
    return read_dateline(text).day or (day_of(text) if text[:4].isdecimal() else None)


def refuse(errors: list[str]) -> None:
    """Raise `Unreadable` with the errors of all rows, if there are any."""
    if errors:
        more = [MORE.format(count=len(errors) - MOST_ERRORS)] if errors[MOST_ERRORS:] else []
        raise Unreadable(ERRORS, *errors[:MOST_ERRORS], *more)
