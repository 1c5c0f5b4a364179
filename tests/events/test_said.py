"""E23: what a long transcript weighs."""

import gzip
import random

import pytest

from tests.events.recordings import add_captions, add_file, make_recording

pytestmark = pytest.mark.django_db
PAGE = "/mediathek/2026/mitschrift/"
MEETING = "/jahrestreffen/2026/"


def test_e23_three_hours_of_speech_weigh_less_than_250_kilobytes(client):
    chance = random.Random(1)  # noqa: S311 - words that compress badly, the same each time
    letters = "abdefgiklmnorstuäöüß"
    words_known = ["".join(chance.choices(letters, k=length)) for length in range(4, 12)] * 400
    vocabulary = ["".join(chance.sample(word, len(word))) for word in words_known]
    recording = make_recording(duration=10_800_000, licence="CC BY 4.0")
    add_file(recording)
    lines = [
        (n * 4, n * 4 + 3, " ".join(chance.choices(vocabulary, k=9)) + ".", f"Stimme {n // 20 % 9}")
        for n in range(2500)
    ]
    add_captions(recording, *lines)

    pages = [client.get(PAGE), client.get(f"{PAGE}?q={vocabulary[0]}"), client.get(MEETING)]

    sizes = [len(gzip.compress(one.content)) // 1000 for one in pages]
    assert [size < limit for size, limit in zip(sizes, [250, 250, 20], strict=True)] == [True] * 3
