"""E7, E8: who said what in which function, and where in the recording."""

from datetime import UTC, date, datetime

import pytest
from bs4 import BeautifulSoup

from events.choices import BroadcastState
from tests.events.recordings import CUT, add_chapter, add_file, make_recording
from tests.factories import make_meeting, make_person
from tests.reading import text_of, thing

pytestmark = pytest.mark.django_db
PAGE = "/personen/rosa-pfeil/"


def talk(year, person, *, title="Vortrag", **recording):
    """Return a talk of a person at a meeting of that year, which is recorded."""
    facts = {"starts_at": datetime(year, 11, 12, 17, tzinfo=UTC)}
    content = make_meeting(slug=str(year), title=f"Treffen {year}", facts=facts)
    recording = make_recording(content=content, **recording)
    add_file(recording)
    item = content.meeting.programme_items.create(kind="talk", title=title)
    item.participations.create(person=person, job_title="Rätin", organisation="Stadt")
    return recording, item


def jumps(client) -> list[tuple[str, str]]:
    """Return text and address of each link into a recording on the person's page."""
    page = BeautifulSoup(client.get(PAGE).content, "html.parser")
    links = page.select(".contributions a[href*='#aufzeichnung']")
    return [(" ".join(link.text.split()), link["href"]) for link in links]


def test_e8_two_chapters_in_two_recordings_are_two_links_newest_first(client):
    person = make_person("Rosa Pfeil")
    for year, second, kept in ((2025, 600, []), (2026, 754, CUT)):
        recording, item = talk(year, person, kept=kept)
        add_chapter(recording, second, item=item)

    assert jumps(client) == [
        ("In der Aufzeichnung ab 11:04: Vortrag", "/jahrestreffen/2026/?t=754#aufzeichnung"),
        ("In der Aufzeichnung ab 10:00: Vortrag", "/jahrestreffen/2025/?t=600#aufzeichnung"),
    ]


@pytest.mark.parametrize(
    ("chapter", "recording"),
    [
        ({"is_confirmed": False}, {}),
        ({}, {"state": BroadcastState.PROCESSING}),
        ({}, {"state": BroadcastState.WITHDRAWN}),
        ({"end": 700_000}, {"kept": [[0, 500_000], [800_000, 900_000]]}),
    ],
)
def test_e8_nothing_leads_to_what_nobody_may_see(client, chapter, recording):
    recording, item = talk(2026, make_person("Rosa Pfeil"), **recording)
    add_chapter(recording, 600, item=item, **chapter)

    assert jumps(client) == []
    assert "ansehen" not in client.get("/jahrestreffen/2026/programm/vortrag/").content.decode()


def test_e8_an_items_page_leads_to_its_part_of_the_recording(client):
    recording, item = talk(2026, make_person("Rosa Pfeil"), kept=CUT)
    add_chapter(recording, 754, item=item)

    page = client.get("/jahrestreffen/2026/programm/vortrag/")

    link = BeautifulSoup(page.content, "html.parser").select_one("a[href*='#aufzeichnung']")
    assert (link["href"], " ".join(link.text.split())) == (
        "/jahrestreffen/2026/?t=754#aufzeichnung",
        "Diesen Teil ansehen (ab 11:04)",
    )


def test_e7_a_later_title_changes_no_earlier_appearance(client):
    person = make_person("Rosa Pfeil", job_title="Rätin", organisation="Stadt")
    talk(2021, person)
    type(person).objects.update(job_title="Ministerin", organisation="Land")

    pages = [
        client.get(path)
        for path in ("/jahrestreffen/2021/", "/jahrestreffen/2021/programm/vortrag/", PAGE)
    ]

    texts = [text_of(page) for page in pages]
    assert ["Rätin, Stadt" in text for text in texts] == [True, True, True]
    assert ["Ministerin" in text for text in texts] == [False, False, True]
    performer = thing(pages[1], "Event")["performer"][0]
    assert (performer["jobTitle"], performer["affiliation"]["name"]) == ("Rätin", "Stadt")


def test_e8_a_person_whose_page_has_ended_is_named_without_a_link_everywhere(client):
    person = make_person("Rosa Pfeil", publish_until=date(2020, 1, 1))
    talk(2021, person)

    pages = [
        client.get(path)
        for path in ("/jahrestreffen/2021/", "/jahrestreffen/2021/programm/vortrag/")
    ]

    assert client.get(PAGE).status_code == 410
    assert ["Rosa Pfeil" in text_of(page) for page in pages] == [True, True]
    assert [PAGE in page.content.decode() for page in pages] == [False, False]
