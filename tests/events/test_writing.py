"""E19, E21, E22: what players get is exact and inert and tells nothing removed."""

import pytest
from webvtt import WebVTT

from events.captions.parsing import read
from events.captions.writing import vtt
from tests.events.recordings import CUT, add_captions, make_recording
from tests.factories import make_person

pytestmark = pytest.mark.django_db


def blocks(track) -> list[str]:
    """Return the cues of the file without its head."""
    return vtt(track).rstrip("\n").split("\n\n")[2:]


def test_a_track_is_written_with_head_note_voices_and_exact_times():
    make_person("Erika Beispiel")
    track = add_captions(
        make_recording(), (1.5, 4, "Grüße!", "Erika Beispiel"), (3723.004, 3725.678, "Eins\nzwei")
    )

    assert vtt(track) == (
        "WEBVTT\n\n"
        "NOTE Untertitel zum Jahrestreffen 12. November 2026, 18:00 Uhr: automatisch erzeugt\n\n"
        "00:00:01.500 --> 00:00:04.000\n<v Erika Beispiel>Grüße!\n\n"
        "01:02:03.004 --> 01:02:05.678\nEins\nzwei\n"
    )


def test_what_we_write_we_and_others_read_again():
    track = add_captions(make_recording(), (1, 2, "5 < 6 & 7 --> 8", "A > B"), (3, 4.001, "ä"))

    mine = [(one.start, one.end, one.speaker, one.text) for one in read(vtt(track).encode())]
    theirs = [(cue.start, cue.end) for cue in WebVTT.from_string(vtt(track))]

    assert mine == [(1000, 2000, "A > B", "5 < 6 & 7 --> 8"), (3000, 4001, "", "ä")]
    assert theirs == [("00:00:01.000", "00:00:02.000"), ("00:00:03.000", "00:00:04.001")]


def test_nothing_in_names_texts_and_notes_is_markup():
    hostile = "</v><script>alert(1)</script>\n\n00:01.000 --> 00:02.000\nx"
    track = add_captions(
        make_recording(),
        (1, 2, hostile, "<b>\n-->"),
        origin="corrected",
        reviewed_by="A --> B\n\nC",
        reviewed_on="2026-11-24",
    )

    track.refresh_from_db()
    written = vtt(track)

    assert written.count("-->") == 1
    assert "<script" not in written
    assert len(written.rstrip("\n").split("\n\n")) == 3


def test_what_was_cut_out_is_in_no_file():
    recording = make_recording(kept=CUT)
    track = add_captions(
        recording,
        (10, 12, "ganz entfernt"),
        (80, 91, "fast ganz entfernt"),
        (89.9, 95, "fast ganz erhalten"),
        (1799, 1831, "über den Schnitt"),
        (1803, 1805, "im Schnitt"),
    )

    assert blocks(track) == [
        "00:00:00.000 --> 00:00:05.000\nfast ganz erhalten",
        "00:28:29.000 --> 00:28:31.000\nüber den Schnitt",
    ]
