"""E19, E21: captions are kept in source time, voices become people, a replacement keeps them."""

import pytest

from events.captions.parsing import Said
from events.captions.showing import lines
from events.captions.storing import store
from events.models import Participation, TextTrack
from tests.events.recordings import CUT, add_captions, make_recording
from tests.factories import make_person

pytestmark = pytest.mark.django_db
QUERIES = 20
FACTS = {"kind": "captions", "language": "de", "origin": "automatic"}


def times(track) -> list[tuple]:
    return list(track.cues.values_list("start", "end"))


def test_times_of_the_film_become_times_of_the_source_and_come_back_exactly():
    recording = make_recording(kept=CUT)
    said = [
        Said(0, 1003, "Anfang"),
        Said(1_709_500, 1_710_000, "bis zum Schnitt"),
        Said(1_710_000, 1_711_001, "nach dem Schnitt"),
    ]

    track = store(recording, said, facts=FACTS, is_file_time=True)

    assert times(track) == [
        (90_000, 91_003),
        (1_799_500, 1_800_000),
        (1_830_000, 1_831_001),
    ]
    shown = [(line.first, line.last) for line in lines(track)]
    assert shown == [(one.start, one.end) for one in said]


def test_times_of_the_source_stay_as_they_are():
    track = store(make_recording(kept=CUT), [Said(100, 200, "a")], facts=FACTS, is_file_time=False)

    assert times(track) == [(100, 200)]


def test_voices_are_people_of_the_programme_first():
    recording = make_recording()
    item = recording.meeting.programme_items.create(kind="talk", title="Vortrag")
    make_person("Erika Beispiel", slug="andere")
    here = make_person("Erika Beispiel", slug="hier")
    Participation.objects.create(item=item, person=here)
    one, _ = make_person("Anna Eins"), make_person("Zwei Mal", slug="zwei-1")
    make_person("Zwei Mal", slug="zwei-2")

    track = add_captions(
        recording,
        (0, 1, "a", "erika  BEISPIEL"),
        (1, 2, "b", "Anna Eins"),
        (2, 3, "c", "Zwei Mal"),
        (3, 4, "d", "Niemand"),
        (4, 5, "e"),
    )

    people = [cue.person for cue in track.cues.all()]
    assert people == [here, one, None, None, None]


def test_new_captions_keep_the_address_and_the_people_that_were_chosen():
    recording = make_recording()
    chosen = make_person("Erika Beispiel")
    track = add_captions(recording, (0, 1, "alt", "Sprecherin 1"), (5, 6, "weg"))
    track.cues.filter(start=0).update(person=chosen)

    again = add_captions(recording, (0, 2, "neu", "Sprecherin 1"), origin="corrected")

    assert (again.pk, again.origin, TextTrack.objects.count()) == (track.pk, "corrected", 1)
    rows = [(cue.text, cue.speaker, cue.person) for cue in again.cues.all()]
    assert rows == [("neu", "Sprecherin 1", chosen)]
    assert (again.is_there, again.text_size > 0) == (True, True)


@pytest.mark.parametrize("count", [1, 3])
def test_storing_costs_the_same_queries_whatever_there_is(count, django_assert_num_queries):
    recording = make_recording()
    rows = [(n, n + 1, "Wort", "Niemand") for n in range(count)]
    add_captions(recording, *rows)

    with django_assert_num_queries(QUERIES):
        add_captions(recording, *rows)
