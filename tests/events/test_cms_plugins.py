"""Meetings as a building block."""

from datetime import UTC, datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from events.plugin_models import MeetingList
from tests.factories import make_meeting, make_page

pytestmark = pytest.mark.django_db


def meeting(days: int, **values):
    moment = timezone.now() + timedelta(days=days)
    return make_meeting(facts={"starts_at": moment, "ends_at": moment}, **values)


def listed(scope: str, count=0) -> list:
    return list(MeetingList(scope=scope, count=count).contents())


def test_each_scope_has_its_meetings_in_its_order():
    oldest, last, following, later = (meeting(days) for days in (-400, -30, 30, 400))
    meeting(10, published=False)

    assert listed("next") == [following, later]
    assert listed("past") == [last, oldest]
    assert listed("all") == [later, following, last, oldest]
    assert listed("all", count=1) == [later]
    assert listed("next-or-last") == [following]


def test_without_a_meeting_ahead_the_last_one_is_shown():
    meeting(-400)
    last = meeting(-30)

    assert listed("next-or-last") == [last]


@pytest.mark.parametrize("scope", ["next", "past", "all", "next-or-last"])
@pytest.mark.parametrize("count", [1, 3])
def test_a_list_needs_one_query_for_any_length(django_assert_num_queries, scope, count):
    for number in range(count):
        meeting(number - 1)

    with django_assert_num_queries(1):
        for content in listed(scope):
            assert (content.meeting.venue, content.hero) == (None, None)


def test_the_block_links_each_meeting_below_its_heading(client):
    make_meeting(
        title="Treffen 2021", slug="2021", facts={"starts_at": datetime(2021, 9, 28, tzinfo=UTC)}
    )
    make_page(blocks=[("MeetingListPlugin", {"heading": "Rückblick", "scope": "past"})])

    main = BeautifulSoup(client.get("/seite/").content, "html.parser").main

    assert [heading.get_text(strip=True) for heading in main(["h2", "h3"])] == [
        "Rückblick",
        "Treffen 2021",
    ]
    assert main.h3.a["href"] == "/jahrestreffen/2021/"


def test_an_empty_list_says_so(client):
    make_page(blocks=[("MeetingListPlugin", {"heading": "Termine", "scope": "next"})])

    assert "Zurzeit ist kein Jahrestreffen angekündigt." in client.get("/seite/").content.decode()
