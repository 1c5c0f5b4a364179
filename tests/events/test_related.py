"""E46: what a meeting leads to: the reason is named, nothing twice, nothing unpublished."""

from datetime import UTC, datetime

import pytest

from events.choices import BroadcastState
from partners.models import AnnualTheme
from tests.events.recordings import make_recording
from tests.factories import make_meeting, make_person

pytestmark = pytest.mark.django_db


def meeting(year, *, published=True, **facts):
    """Return the text of the meeting of a year."""
    facts = {"starts_at": datetime(year, 9, 28, 16, tzinfo=UTC), **facts}
    return make_meeting(slug=str(year), title=f"Treffen {year}", facts=facts, published=published)


def with_talk(content, person):
    """Let somebody talk at a meeting."""
    item = content.meeting.programme_items.create(kind="talk", title="Vortrag")
    item.participations.create(person=person)
    return content


def related(client) -> list[tuple[str, str]]:
    links = client.get("/jahrestreffen/2021/").context["related"]
    return [(link.kind, link.title) for link in links if link.kind not in {"Person", "Gruppe"}]


def test_e46_each_reason_is_named_and_each_meeting_stands_under_its_first(client):
    theme, person = AnnualTheme.objects.create(year=2021, title="Wasser"), make_person()
    with_talk(meeting(2021, annual_theme=theme), person)
    make_recording(content=with_talk(meeting(2022, annual_theme=theme), person))
    make_recording(content=with_talk(meeting(2023), person))
    meeting(2020).people.add(person)
    make_recording(content=meeting(2019))
    meeting(2018)

    assert related(client) == [
        ("Gleiches Jahresthema", "Treffen 2022"),
        ("Mit denselben Mitwirkenden", "Treffen 2020"),
        ("Mit denselben Mitwirkenden", "Treffen 2023"),
        ("Gleiche Reihe, mit Aufzeichnung", "Treffen 2019"),
    ]


def test_e46_who_is_named_only_in_the_text_counts_too(client):
    person = make_person()
    meeting(2021).people.add(person)
    with_talk(meeting(2022), person)

    assert related(client) == [("Mit denselben Mitwirkenden", "Treffen 2022")]


def test_e46_drafts_and_recordings_that_nobody_may_see_are_no_reason(client):
    theme, person = AnnualTheme.objects.create(year=2021, title="Wasser"), make_person()
    with_talk(meeting(2021, annual_theme=theme), person)
    make_recording(content=with_talk(meeting(2022, annual_theme=theme, published=False), person))
    make_recording(content=meeting(2023), state=BroadcastState.WITHDRAWN)
    make_recording(content=meeting(2024), state=BroadcastState.PROCESSING)

    assert related(client) == []


def test_e46_of_many_the_newest_three_are_shown(client):
    meeting(2021)
    for year in (2015, 2016, 2017, 2018):
        make_recording(content=meeting(year))

    assert [title for _, title in related(client)] == [
        "Treffen 2016",
        "Treffen 2017",
        "Treffen 2018",
    ]
