"""E7, E19, E23, E42: captions become paragraphs by speaker and chapter."""

import pytest

from events.chapters import chapters
from events.models import Participation
from events.transcripts.paragraphs import transcript
from tests.events.recordings import CUT, add_captions, add_chapter, make_recording
from tests.factories import make_person

pytestmark = pytest.mark.django_db


def shown(track) -> list[tuple]:
    """Return each section: chapter, result, and its paragraphs as anchor, time, speaker, text."""
    sections = transcript(track, chapters(track.recording))
    return [
        (
            one.chapter and one.chapter.name,
            one.outcome,
            [(p.anchor, p.at, p.speaker.name, p.text) for p in one.paragraphs],
        )
        for one in sections
    ]


def test_speakers_and_chapters_part_paragraphs_and_results_stand_at_their_place():
    recording = make_recording()
    item = recording.meeting.programme_items.create(
        kind="talk", title="Vortrag", outcome="Einstimmig beschlossen."
    )
    add_chapter(recording, 10, item=item)
    add_chapter(recording, 30, "Gespräch")
    add_chapter(recording, 50, "Stille")
    track = add_captions(
        recording,
        (0, 2, "Vorab."),
        (10.5, 12, "Guten", "Anna"),
        (12, 14, "Abend.\nAlle.", "Anna"),
        (14, 16, "Danke.", "Bert"),
        (31, 32, "Weiter.", "Bert"),
    )

    assert shown(track) == [
        (None, "", [("t0", "0:00", "", "Vorab.")]),
        (
            "Vortrag",
            "Einstimmig beschlossen.",
            [
                ("t10500", "0:10", "Anna", "Guten Abend. Alle."),
                ("t14000", "0:14", "Bert", "Danke."),
            ],
        ),
        ("Gespräch", "", [("t31000", "0:31", "Bert", "Weiter.")]),
    ]


def test_long_speech_is_parted_at_the_end_of_a_sentence_or_anywhere():
    words = "Wort " * 50  # 250 characters
    rows = [(n, n + 1, f"{words}{'Satz.' if n in {1, 3} else 'und'}", "Anna") for n in range(9)]

    (section,) = transcript(add_captions(make_recording(), *rows), [])

    counts = [(len(one.lines), one.is_first) for one in section.paragraphs]
    assert counts == [(2, True), (2, False), (4, False), (1, False)]


def test_the_function_is_that_of_the_day_and_of_the_item():
    recording = make_recording()
    erika = make_person("Erika Beispiel", job_title="Ministerin heute")
    for number, job in enumerate(["Rednerin", "Moderatorin"]):
        item = recording.meeting.programme_items.create(kind="talk", title=job, position=number)
        Participation.objects.create(item=item, person=erika, job_title=job, organisation="Stadt")
        add_chapter(recording, 10 * (number + 1), item=item)
    name = "Erika Beispiel"
    track = add_captions(recording, (0, 1, "a", name), (11, 12, "b", name), (21, 22, "c", name))

    sections = transcript(track, chapters(recording))

    jobs = [one.paragraphs[0].speaker.job for one in sections]
    assert jobs == ["Rednerin, Stadt", "Rednerin, Stadt", "Moderatorin, Stadt"]


def test_a_cut_changes_times_but_neither_anchors_nor_links():
    recording = make_recording()
    track = add_captions(recording, (600, 602, "bleibt", "A"), (1810, 1811, "weg", "B"))
    (before,) = transcript(track, [])
    track.recording.kept = CUT
    (after,) = transcript(track, [])

    facts = [
        [(one.anchor, one.query, one.at, one.second) for one in section.paragraphs]
        for section in (before, after)
    ]
    assert facts == [
        [("t600000", "?t=600", "10:00", "600"), ("t1810000", "?t=1810", "30:10", "1810")],
        [("t600000", "?t=600", "8:30", "510")],
    ]
