"""E6, E40, E53: a programme on the screens of readers, on paper, and for all senses."""

from datetime import timedelta

import pytest

from tests.events.recordings import START, add_chapter, add_file, make_recording
from tests.factories import make_person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAGE = "/jahrestreffen/2026/"
AFTER = "one => getComputedStyle(one, '::after').content"


@pytest.fixture
def meeting():
    """A meeting with a recording, a block with a part, a result and a paper."""
    recording = make_recording()
    add_file(recording)
    meeting = recording.meeting
    create = meeting.programme_items.create
    block = create(kind="talk", title="Berichte", starts_at=START, position=1)
    part = create(
        kind="panel",
        title="Gespräch",
        position=2,
        parent=block,
        starts_at=START,
        ends_at=START + timedelta(minutes=20),
        recording_policy="neither",
        outcome="Beschlossen.",
        is_cancelled=True,
    )
    part.participations.create(person=make_person("Ada Eins", job_title="Rätin"))
    meeting.attachments.create(title="Satzung", url="https://a.example/satzung.pdf", item=part)
    add_chapter(recording, 60, item=block)
    return meeting


@pytest.mark.parametrize("path", ["", "programm/berichte/", "programm-aenderungen/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_e6_axe_finds_nothing_and_nothing_is_wider_than_a_phone(
    open_page, axe, meeting, path, scheme
):
    page = open_page(PAGE + path, viewport={"width": 320, "height": 640}, color_scheme=scheme)

    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert axe(page) == []


def test_e53_on_paper_there_is_one_column_no_player_and_every_address(open_page, meeting):
    page = open_page(PAGE, viewport={"width": 1280, "height": 800})
    page.emulate_media(media="print")

    columns = page.locator(".detail__columns").evaluate("one => getComputedStyle(one).display")
    assert (columns, page.locator(".player").is_visible()) == ("block", False)
    assert page.locator(".programme__title a").evaluate_all(f"all => all.map({AFTER})") == [
        '" (/jahrestreffen/2026/programm/berichte/)"',
        '" (/jahrestreffen/2026/programm/gespraech/)"',
    ]
    assert page.get_by_text("stehen hinter").is_visible()
