"""E21: caption files are read exactly, or refused with the line that is wrong."""

import pytest
from webvtt import WebVTT

from events.captions.parsing import LARGEST, Said, Unreadable, read

VTT = """WEBVTT - Probe
Kind: captions

NOTE Ein Hinweis
über zwei Zeilen

STYLE
::cue { color: red }

1
00:01.500 --> 00:04.000 align:start
<v Erika Beispiel>Grüße aus <i>Dormagen</i>!

01:02:03.004 --> 01:02:05.678
5 &lt; 6 &amp; „schön“
zweite Zeile
"""
SRT = """1
00:00:01,500 --> 00:00:04,000
Grüße aus <i>Dormagen</i>!

2
01:02:03,004 --> 01:02:05,678
{\\an8}Über uns
"""


def problems(text, **options) -> tuple:
    """Return what is wrong with a file."""
    data = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(Unreadable) as caught:
        read(data, **options)
    return caught.value.problems


def cues(*rows: str) -> str:
    """Return a WebVTT file with these blocks; the first begins in line 3."""
    return "\n\n".join(["WEBVTT", *rows])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_webvtt_is_read_with_both_forms_of_times(end, bom):
    found = read((bom + VTT.replace("\n", end)).encode())

    assert found == [
        Said(1500, 4000, "Grüße aus Dormagen!", "Erika Beispiel", 11),
        Said(3723004, 3725678, "5 < 6 & „schön“\nzweite Zeile", "", 14),
    ]


def test_subrip_is_read_the_same_way():
    assert read(SRT.encode()) == [
        Said(1500, 4000, "Grüße aus Dormagen!", "", 2),
        Said(3723004, 3725678, "Über uns", "", 6),
    ]


def test_another_reader_reads_the_same_times():
    theirs = [(cue.start, cue.end) for cue in WebVTT.from_string(VTT)]

    assert theirs == [("00:00:01.500", "00:00:04.000"), ("01:02:03.004", "01:02:05.678")]


def test_markup_that_players_do_not_know_stays_words():
    hostile = "<script>alert(1)</script> <img src=x onerror=alert(1)> a<b>c</b>"

    (found,) = read(cues(f"00:01.000 --> 00:02.000\n{hostile}").encode())

    assert found.text == "<script>alert(1)</script> <img src=x onerror=alert(1)> ac"


def test_a_second_voice_in_a_line_keeps_its_name():
    text = "00:01.000 --> 00:02.000\n<v.laut Anna Eins>Guten Abend.</v>\n<v Bert Zwei>Ja.</v>"

    (found,) = read(cues(text).encode())

    assert (found.speaker, found.text) == ("Anna Eins", "Guten Abend.\nBert Zwei: Ja.")


def test_letters_of_two_parts_become_one():
    (found,) = read(cues("00:01.000 --> 00:02.000\nFo\u0308rdern").encode())

    assert found.text == "Fördern"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            ["00:05.000 --> 00:04.000\na"],
            ["Zeile 3: Der Untertitel endet, bevor er beginnt."],
        ),
        (
            ["-00:01.000 --> 00:04.000\na"],
            ["Zeile 3: „-00:01.000“ ist negativ. Richtig ist 00:01:02.500."],
        ),
        (
            ["00:01.00 --> 00:04.000\na"],
            ["Zeile 3: „00:01.00“ ist keine Zeit. Richtig ist 00:01:02.500."],
        ),
        (
            ["00:01.000 --> 00:04.000\na", "00:03.000 --> 00:06.000\nb"],
            [
                "Zeile 6: Der Untertitel beginnt (00:00:03.000), bevor der davor endet "
                "(00:00:04.000, Zeile 3)."
            ],
        ),
        (
            ["00:05.000 --> 00:06.000\na", "00:01.000 --> 00:02.000\nb"],
            [
                "Zeile 6: Der Untertitel beginnt (00:00:01.000) vor dem davor "
                "(00:00:05.000, Zeile 3)."
            ],
        ),
        (
            ["00:01.000 --> 00:02.000\na\n00:03.000 --> 00:04.000\nb"],
            ["Zeile 5: Vor diesem Untertitel fehlt eine Leerzeile."],
        ),
        (
            ["nur Text"],
            [
                "Zeile 3: Hier wird eine Zeit erwartet, zum Beispiel 00:01:02.500 --> "
                "00:01:05.000. Leerzeilen gehören nur zwischen zwei Untertitel."
            ],
        ),
        (
            ["00:01.000 --> 01:00:02.000\na"],
            [
                "Zeile 3: Der Untertitel endet (01:00:02.000) nach dem Ende der Aufnahme "
                "(01:00:00.000). Gehört die Datei zu diesem Film?"
            ],
        ),
        (
            ["00:01.000 --> 00:02.000\n" + "a" * 1001],
            ["Zeile 3: Dieser Untertitel hat mehr als 1000 Zeichen."],
        ),
        ([], ["Die Datei enthält keinen Untertitel."]),
        (["NOTE nur das"], ["Die Datei enthält keinen Untertitel."]),
    ],
)
def test_each_mistake_is_named_with_its_line(rows, expected):
    assert list(problems(cues(*rows), length=3_600_000)) == expected


def test_all_mistakes_come_at_once_but_not_endlessly():
    found = problems(cues(*["00:05.000 --> 00:04.000\na"] * 30))

    assert (len(found), found[-1]) == (11, "Und 20 weitere Stellen.")
    assert problems("nur Text\n\n" * 5000)[-1] == "Und viele weitere Stellen."


def test_a_line_may_end_a_blink_after_the_film():
    assert len(read(cues("00:01.000 --> 00:02.900\na").encode(), length=2000)) == 1


def test_a_file_that_is_not_utf8_says_so_and_can_be_read_as_windows_1252():
    data = cues("00:01.000 --> 00:02.000\nGrüße").encode("cp1252")

    assert problems(data)[0].startswith("Die Datei ist nicht in UTF-8 gespeichert")
    assert [one.text for one in read(data, encoding="cp1252")] == ["Grüße"]


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04\x00\x00" + b"\x00" * 100,
        cues("00:01.000 --> 00:02.000\nGr\u00fc\u00dfe").encode("utf-16"),
        b"\x81\x8d\x8f" * 10,
        b"<v " * 200_000,
        b"&amp" * 200_000,
        b"-->" * 300_000,
        b"00:01.000 --> 00:02.000 " * 40_000,
        b"\n" * LARGEST,
        b"a\n\n" * 300_000,
        b"a" * (LARGEST + 1),
        b"",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_rubbish_is_refused(data, encoding):
    assert problems(data, encoding=encoding)


@pytest.mark.parametrize("text", ["<v " * 300, "&#1" * 300, "<c.a.b." * 140, "<" * 900])
def test_broken_markup_is_text(text):
    rows = [f"00:{n:02d}.000 --> 00:{n:02d}.900\n{text}" for n in range(60)]

    assert len(read(cues(*rows).encode())) == 60
