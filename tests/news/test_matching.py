"""What a text is about."""

from datetime import date

import pytest

from news.intake.matching import (
    Entry,
    MeetingFacts,
    bare,
    counted,
    kicker_of,
    meeting_of,
    topics_of,
    unknown_tags,
)
from news.intake.passages import Passage
from news.intake.structure import Release

TOPICS = [Entry(key, name, (name,)) for key, name in enumerate(["Bündnis", "Natur", "Rad"], 1)]
MEETINGS = [MeetingFacts(1, 12, 2022, None), MeetingFacts(2, 11, 2021, date(2021, 9, 28))]


def test_inflected_names_count_and_longer_names_first():
    names = ["Digitaler Zwilling", "Made in Dormagen", "Karriere Made in Dormagen"]
    entries = [Entry(key, name, (name,)) for key, name in enumerate(names)]

    assert counted("des digitalen Zwillings bei Karriere Made in Dormagen", entries) == {0: 1, 2: 1}


def test_topics_are_what_is_named_often_but_not_what_the_background_always_says():
    release = Release(
        title="Alles mit dem Rad",
        body=[Passage("Natur, Bündnis und nochmals Natur, Bündnis.")],
        background=["Das Bündnis besteht seit 2010."],
        tags=["Neues", "rad"],
    )

    found = topics_of(release, TOPICS)

    assert [topic.label for topic in found] == ["Natur", "Rad"]
    assert kicker_of(release, found) == "Natur"
    assert unknown_tags(release, TOPICS) == ["Neues"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Das elfte Jahrestreffen", 2),
        ("beim 12. Jahrestreffen", 1),
        ("auf dem Jahrestreffen 2021", 2),
        ("ein schönes Jahrestreffen", None),
        ("das zehnte Jahrestreffen", None),
        ("Jahrestreffen 1999", None),
    ],
)
def test_a_meeting_is_known_by_number_or_year(text, expected):
    found = meeting_of(text, MEETINGS)

    assert (found and found.key) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Initiative Dormagen e.V.", "Initiative Dormagen"),
        ("Becker Industrielack GmbH", "Becker Industrielack"),
        ("Verkehrsgesellschaft Dormagen (SVGD)", "Verkehrsgesellschaft Dormagen"),
    ],
)
def test_legal_forms_are_no_part_of_a_name(name, expected):
    assert bare(name) == expected
