"""E14: a published programme has versions, and each says what changed."""

from datetime import UTC, datetime, timedelta

import feedparser
import pytest
from django.urls import reverse

from events.models import ProgrammeVersion
from events.programme_versions import changes, note_version
from tests.factories import editor, make_meeting, make_person
from tests.publishing.test_admin import filled

pytestmark = pytest.mark.django_db
START = datetime(2026, 11, 12, 17, tzinfo=UTC)  # 18:00 in Dormagen
FEED = "/jahrestreffen/2026/programm-aenderungen/feed.atom"
PAGE = "/jahrestreffen/2026/programm-aenderungen/"


@pytest.fixture
def meeting():
    """A published meeting with a talk at 18:30."""
    meeting = make_meeting(slug="2026", title="Treffen", facts={"starts_at": START}).meeting
    meeting.programme_items.create(
        kind="talk", title="Vortrag", position=1, starts_at=START + timedelta(minutes=30)
    )
    return meeting


def send(client, thing, **values):
    """Send the form of a meeting or item with changes."""
    client.force_login(editor())
    url = reverse(f"admin:events_{thing._meta.model_name}_change", args=[thing.pk])
    response = client.post(url, filled(client.get(url), **values))
    client.logout()
    assert response.status_code == 302


def kept() -> list[tuple[int, list[str]]]:
    return [(one.number, one.changes) for one in ProgrammeVersion.objects.order_by("number")]


def test_e14_moving_an_item_is_a_new_version_a_line_of_the_log_and_one_entry(client, meeting):
    send(client, meeting.programme_items.get(), starts_at_1="19:00")

    line = "„Vortrag“ verschoben von 18:30 Uhr auf 19:00 Uhr."
    assert kept() == [(1, []), (2, [line])]
    assert line in client.get(PAGE).content.decode()
    feed = feedparser.parse(client.get(FEED).content)
    (entry,) = feed.entries
    assert (feed.bozo, entry.title, entry.summary, entry.link) == (
        False,
        "Treffen: Fassung 2 des Programms",
        line,
        f"http://127.0.0.1:8000{PAGE}#fassung-2",
    )


def test_e14_the_meetings_own_form_makes_versions_too(client, meeting):
    send(client, meeting, **{"programme_items-0-starts_at_1": "18:45"})

    assert kept()[1:] == [(2, ["„Vortrag“ verschoben von 18:30 Uhr auf 18:45 Uhr."])]


def test_e14_what_readers_do_not_see_makes_no_version(client, meeting):
    item = meeting.programme_items.get()
    send(client, item, text="Worum es geht.")
    send(client, item, text="Worum es nicht geht.")

    assert kept() == [(1, [])]


def test_e14_a_deleted_item_is_told(client, meeting):
    item = meeting.programme_items.get()
    client.force_login(editor())
    client.post(reverse("admin:events_programmeitem_delete", args=[item.pk]), {"post": "yes"})

    assert kept() == [(1, []), (2, ["„Vortrag“ entfernt."])]


@pytest.mark.django_db(transaction=True)
def test_e14_items_deleted_from_the_list_are_told(client, meeting):
    item = meeting.programme_items.get()
    client.force_login(editor())
    data = {"action": "delete_selected", "_selected_action": [item.pk], "post": "yes"}

    response = client.post(reverse("admin:events_programmeitem_changelist"), data)

    assert response.status_code == 302
    assert kept()[-1] == (2, ["„Vortrag“ entfernt."])


def test_e14_the_programme_of_a_draft_has_no_versions_and_no_pages(client):
    draft = make_meeting(slug="2026", published=False).meeting
    item = draft.programme_items.create(kind="talk", title="Geheim", starts_at=START)
    send(client, item, starts_at_1="19:00")

    assert kept() == []
    assert [client.get(path).status_code for path in (PAGE, FEED)] == [404, 404]


def test_e14_the_first_version_is_as_old_as_the_meetings_publication(meeting):
    version = note_version(meeting)

    assert (version.number, version.at) == (1, meeting.first_published_at)
    assert note_version(meeting) is None


def test_e14_an_unchanged_programme_has_a_page_and_an_empty_feed(client, meeting):
    assert "nichts geändert" in client.get(PAGE).content.decode()
    assert feedparser.parse(client.get(FEED).content).entries == []
    assert client.get(FEED.replace("atom", "doc")).status_code == 404


def row(**values) -> dict:
    return {
        "key": 1,
        "title": "Vortrag",
        "start": "2026-11-12T18:30:00+01:00",
        "end": "",
        "is_cancelled": False,
        "policy": "record",
        "people": ["Ada"],
        **values,
    }


NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"title": "Impuls"}, "„Vortrag“ heißt jetzt „Impuls“."),
        (
            {"start": "2026-11-13T18:30:00+01:00"},
            f"„Vortrag“ verschoben von 12.{NBSP}November 2026, 18:30{NBSP}Uhr "
            f"auf 13.{NBSP}November 2026, 18:30{NBSP}Uhr.",
        ),
        ({"start": ""}, "„Vortrag“ hat noch keine Uhrzeit."),
        ({"end": "2026-11-12T19:00:00+01:00"}, "„Vortrag“ dauert bis 19:00 Uhr."),
        ({"is_cancelled": True}, "„Vortrag“ entfällt."),
        ({"policy": "neither"}, "„Vortrag“ wird weder übertragen noch aufgezeichnet."),
        ({"people": ["Ada", "Bert"]}, "„Vortrag“ jetzt mit Ada, Bert."),
        ({"people": []}, "„Vortrag“ steht noch ohne Mitwirkende da."),
    ],
)
def test_e14_every_change_has_its_sentence(values, said):
    assert changes([row()], [row(**values)]) == [said]


def test_e14_what_came_and_went_is_told():
    after = [row(key=2, title="Neu"), row(key=3, title="Ohne Zeit", start="")]

    assert changes([row()], after) == [
        f"„Neu“ hinzugefügt, 12.{NBSP}November 2026, 18:30{NBSP}Uhr.",
        "„Ohne Zeit“ hinzugefügt.",
        "„Vortrag“ entfernt.",
    ]
    assert changes([row(start="")], [row()]) == [
        f"„Vortrag“ beginnt 12.{NBSP}November 2026, 18:30{NBSP}Uhr."
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_changes_needs_the_same_queries(
    client, meeting, count, django_assert_num_queries
):
    item = meeting.programme_items.get()
    note_version(meeting)
    for _ in range(count):
        item.participations.create(person=make_person(f"Person {item.participations.count()}"))
        note_version(meeting)
    client.get(f"{PAGE}?warm")

    with django_assert_num_queries(3):
        client.get(f"{PAGE}?kalt")
