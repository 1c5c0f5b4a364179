"""G23: old releases in a table; a second import makes nothing new, nothing is published."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from news.intake.csv_rows import BAD_QUOTES, NO_TABLE
from news.intake.drafting import key_of
from news.intake.exports import MOST, TOO_MANY, ExportedText
from news.intake.refusals import Unreadable
from news.intake.tables import (
    ERRORS,
    NO_BODY,
    NO_DAY,
    NO_HEADER,
    NO_ROWS,
    NO_TITLE,
    SAME,
    TOO_WIDE,
    TWICE,
    read_table,
)
from news.intake.word import SAVE_AS_CSV
from news.models import ArticleContent
from tests.news.taking import blocks, bring, errors, upload
from tests.news.test_batches import take

GERMAN = """Titel;Datum;Text;Anriss;Unterzeile;Ort;Themen;Adresse;Verteiler
Grüße vom Rhein;29.09.2021;"Erster; Absatz.
Zweiter „Absatz“.";Kurz.;Darunter;Dormagen;Natur, Hafen;https://alt.de/1;Liste A
=cmd|'/C calc'!A0;2020-01-31;<p>Ein <b>fetter</b> Satz.</p><p>Noch einer.</p>;;;;;;
"""
ENGLISH = """title,published,body,summary,subtitle,place,tags,url,list
Grüße vom Rhein,29. September 2021,"Erster; Absatz.
Zweiter „Absatz“.",Kurz.,Darunter,Dormagen,Natur; Hafen,https://alt.de/1,Liste A
=cmd|'/C calc'!A0,2020-01-31 10:00,<p>Ein <b>fetter</b> Satz.</p><p>Noch einer.</p>,,,,,,
"""
FIRST = ExportedText(
    key=key_of("feed", "https://alt.de/1"),
    title="Grüße vom Rhein",
    day=date(2021, 9, 29),
    body="<p>Erster; Absatz.</p> <p>Zweiter „Absatz“.</p>",
    lead="Kurz.",
    url="https://alt.de/1",
    tags=("Natur", "Hafen"),
    remark="Nicht übernommen: Verteiler: Liste A.",
    subtitle="Darunter",
    place="Dormagen",
)
FORMULA = ExportedText(
    key=key_of("feed", "=cmd|'/C calc'!A0 2020-01-31"),
    title="=cmd|'/C calc'!A0",
    day=date(2020, 1, 31),
    body="<p>Ein <b>fetter</b> Satz.</p><p>Noch einer.</p>",
)


def table(*rows: str, header="Titel;Datum;Text") -> bytes:
    return "\n".join([header, *rows]).encode()


@pytest.mark.parametrize(
    "data",
    [
        GERMAN.encode(),
        GERMAN.encode("utf-8-sig"),
        GERMAN.encode("cp1252"),
        GERMAN.encode("utf-16"),
        GERMAN.replace("\n", "\r\n").encode(),
        f"sep=;\r\n{GERMAN}".encode(),
        f"\n\n{GERMAN}\n\n".encode(),
        GERMAN.replace("Absatz.\n", "Absatz.\r\n").replace(";;;;;;", ";").encode(),
        GERMAN.replace("Absatz;", "Absatz").replace("Datum", "veröffentlicht am").encode(),
        ENGLISH.replace("list\n", "Verteiler\n").encode(),
    ],
)
def test_a_table_is_read_as_any_program_saves_it(data):
    assert read_table(data) == [FIRST, FORMULA]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.2.2020", date(2020, 2, 1)),
        ("01.02.20 08:30", date(2020, 2, 1)),
        ("3. Mai 2019", date(2019, 5, 3)),
        ("2019-05-03T23:30:00Z", date(2019, 5, 4)),
        ("", None),
    ],
)
def test_dates_are_read_as_germans_and_databases_write_them(text, expected):
    (one,) = read_table(table(f"Titel;{text};Text"))

    assert one.day == expected


def test_every_bad_row_is_named_with_the_number_that_excel_shows():
    rows = (
        '"Mit\nUmbruch";31.02.2020;Text',
        ";1.1.2020;Text",
        "",
        "Ohne Text;1.1.2020;",
        "Gut;1.1.2020;Text",
        "Gut;01.01.2020;Noch ein Text",
        "Zu breit;5/6/2020;Text;Rest",
        "\u200b;2.1.2020;Text",
    )
    with pytest.raises(Unreadable) as refused:
        read_table(table(*rows))

    found = (
        f"Zeile 2: {NO_DAY.format(text='31.02.2020')}",
        f"Zeile 3: {NO_TITLE}",
        f"Zeile 5: {NO_BODY}",
        f"Zeile 7: {SAME.format(line=6)}",
        f"Zeile 8: {TOO_WIDE}",
        f"Zeile 8: {NO_DAY.format(text='5/6/2020')}",
        f"Zeile 9: {NO_TITLE}",
    )
    assert refused.value.args == (ERRORS, *found)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"Name;Ort\nA;B", NO_HEADER.format(missing="Titel, Datum, Text")),
        (b"Titel;Text\nA;B", NO_HEADER.format(missing="Datum")),
        (b"Titel;Datum;Title;Text\nA;;B;C", TWICE.format(first="Titel", second="Title")),
        (b"\n\n", NO_HEADER.format(missing="Titel, Datum, Text")),
        (table(), NO_ROWS),
        (table('A;;"offen'), BAD_QUOTES.format(line=2)),
        (table("A;;" + "x" * 140_000), BAD_QUOTES.format(line=2)),
        (b"Titel;\0", NO_TABLE),
        (
            table(*(f"Titel {number};;Text" for number in range(MOST + 1))),
            TOO_MANY.format(count=MOST + 1, most=MOST),
        ),
    ],
)
def test_what_is_no_table_is_refused_with_what_to_do(data, expected):
    with pytest.raises(Unreadable) as refused:
        read_table(data)

    assert str(refused.value) == expected


@pytest.mark.django_db
def test_a_table_becomes_drafts_and_a_second_time_nothing_new(staff):
    first = bring(staff, file=upload(GERMAN.encode(), "alt.csv"))
    take(staff, first)
    second = bring(staff, file=upload(ENGLISH.encode("cp1252"), "neu.csv"))
    take(staff, second, chosen=[row.article.key for row in second.context["rows"]])

    assert [row.is_taken for row in second.context["rows"]] == [True, True]
    contents = ArticleContent.admin_manager.order_by("-date")
    fields = ("title", "date", "lead", "subtitle", "dateline_place")
    assert [tuple(getattr(one, name) for name in fields) for one in contents] == [
        ("Grüße vom Rhein", date(2021, 9, 29), "Kurz.", "Darunter", "Dormagen"),
        (FORMULA.title, date(2020, 1, 31), "Ein fetter Satz.", "", ""),
    ]
    assert [one.versions.get().state for one in contents] == ["draft", "draft"]
    assert blocks(contents[0])[0][1]["body"] == FIRST.body


@pytest.mark.django_db
def test_errors_of_a_table_stand_at_the_file_and_make_nothing(staff):
    answer = bring(staff, file=upload(table("A;gestern;B"), "alt.csv"))

    sentence = f"Zeile 2: {NO_DAY.format(text='gestern')}"
    assert errors(answer) == {"file": [ERRORS, sentence]}
    assert not ArticleContent.admin_manager.exists()


@pytest.mark.django_db
def test_a_workbook_is_asked_for_as_csv(staff):
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr("xl/workbook.xml", "<a/>")

    answer = bring(staff, file=upload(stream.getvalue(), "alt.xlsx"))

    assert errors(answer) == {"file": [SAVE_AS_CSV]}
