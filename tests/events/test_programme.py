"""E6: what a programme must not say, parts below blocks, and moving it with the meeting."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from events.models import Meeting, ProgrammeItem
from events.programme import move, refusals, tree
from publishing.facts import changes_of
from tests.factories import editor, make_meeting
from tests.publishing.test_admin import filled

pytestmark = pytest.mark.django_db
START = datetime(2026, 11, 12, 17, tzinfo=UTC)  # 18:00 in Dormagen
MEETING = Meeting(starts_at=START, ends_at=START + timedelta(hours=3))


def at(clock: str) -> datetime:
    """Return a time on the evening of the meeting, in Dormagen."""
    return timezone.make_aware(datetime.fromisoformat(f"2026-11-12T{clock}"))


def item(title, start="", end="", **values) -> ProgrammeItem:
    """Return an unsaved item."""
    times = {"starts_at": at(start) if start else None, "ends_at": at(end) if end else None}
    return ProgrammeItem(title=title, kind="talk", **times, **values)


def said(*items, meeting=MEETING) -> list[tuple[str, str, str]]:
    """Return title, field and text of each refusal."""
    return [(one.item.title, one.field, one.text) for one in refusals(list(items), meeting)]


def test_e6_a_programme_in_order_is_fine():
    programme = [
        item("Begrüßung", "18:00", "18:15"),
        item("Vortrag", "18:15", "19:00"),
        item("Pause"),
        item("Gespräch", "19:00", "21:00"),
    ]

    assert said(*programme) == []


@pytest.mark.parametrize(
    ("second", "field", "text"),
    [
        (
            ("18:05", ""),
            "starts_at",
            "Liegt vor dem Punkt davor („Eins“, 18:10 Uhr). "
            "Ändern Sie die Uhrzeit oder die Reihenfolge.",
        ),
        (("18:20", ""), "starts_at", "Überschneidet sich mit „Eins“ (bis 18:30 Uhr)."),
        (("19:00", "18:45"), "ends_at", "Liegt nicht nach dem Beginn."),
        (("", "18:45"), "starts_at", "Nennen Sie auch den Beginn, nicht nur das Ende."),
        (
            ("21:00", ""),
            "starts_at",
            "Liegt nach dem Ende des Treffens (12.\N{NO-BREAK SPACE}November 2026, "
            "21:00\N{NO-BREAK SPACE}Uhr).",
        ),
        (
            ("20:00", "21:30"),
            "ends_at",
            "Liegt nach dem Ende des Treffens (12.\N{NO-BREAK SPACE}November 2026, "
            "21:00\N{NO-BREAK SPACE}Uhr).",
        ),
    ],
)
def test_e6_what_cannot_be_is_refused_at_its_field(second, field, text):
    assert said(item("Eins", "18:10", "18:30"), item("Zwei", *second)) == [("Zwei", field, text)]


def test_e6_nothing_begins_before_the_meeting():
    assert said(item("Früh", "17:59")) == [
        (
            "Früh",
            "starts_at",
            "Liegt vor dem Beginn des Treffens (12.\N{NO-BREAK SPACE}November 2026, "
            "18:00\N{NO-BREAK SPACE}Uhr).",
        )
    ]


@pytest.mark.parametrize(
    ("precision", "start", "count"),
    [("day", "00:30", 0), ("day", "23:59", 0), ("month", "00:30", 0), ("time", "00:30", 1)],
)
def test_e6_a_meeting_limits_its_items_as_exactly_as_it_is_known(precision, start, count):
    meeting = Meeting(starts_at=START, precision=precision)

    assert len(said(item("Punkt", start), meeting=meeting)) == count


def test_e6_the_day_that_the_clocks_change_has_25_hours():
    meeting = Meeting(starts_at=datetime(2026, 10, 25, 10, tzinfo=UTC), precision="day")
    late = item("Spät")
    late.starts_at = datetime(2026, 10, 25, 22, 30, tzinfo=UTC)  # 23:30
    next_day = item("Tags darauf")
    next_day.starts_at = datetime(2026, 10, 25, 23, 0, tzinfo=UTC)  # midnight

    assert [title for title, _, _ in said(late, next_day, meeting=meeting)] == ["Tags darauf"]


def test_e6_what_is_cancelled_is_in_nobodys_way():
    off = item("Fällt aus", "18:00", "19:00", is_cancelled=True)

    assert said(off, item("Vortrag", "18:30")) == []


def test_e6_there_is_one_level_of_parts_within_the_blocks_time():
    block = item("Block", "18:00", "19:00", pk=1)
    late = item("Zu spät", "18:50", "19:10", pk=2, parent_id=1)
    deep = item("Zu tief", pk=3, parent_id=2)
    own = item("Kreis", pk=4, parent_id=4)
    foreign = item("Fremd", pk=5, parent_id=99)

    assert said(block, late, deep, own, foreign) == [
        (
            "Zu spät",
            "ends_at",
            "Liegt nach dem Ende des Blocks (12.\N{NO-BREAK SPACE}November 2026, "
            "19:00\N{NO-BREAK SPACE}Uhr).",
        ),
        ("Zu tief", "parent", "„Zu spät“ ist selbst Teil eines Blocks. Es gibt nur eine Ebene."),
        ("Kreis", "parent", "Ein Punkt kann nicht Teil von sich selbst sein."),
        ("Fremd", "parent", "Wählen Sie einen Programmpunkt desselben Treffens."),
    ]


def test_parts_stand_below_their_block_and_lost_ones_for_themselves():
    block, part, lost = item("Block", pk=1), item("Teil", pk=2, parent_id=1), item("X", parent_id=9)

    assert tree([block, part, lost]) == [block, lost]
    assert (block.shown_parts, part.shown_parts) == ([part], [])


def test_a_programme_moves_by_the_clock_on_the_wall():
    former = datetime(2026, 10, 23, 16, tzinfo=UTC)  # 18:00, summer
    meeting = Meeting.objects.create(starts_at=datetime(2026, 10, 30, 17, tzinfo=UTC))  # 18:00
    meeting.programme_items.create(
        kind="talk", title="Vortrag", starts_at=former + timedelta(minutes=30)
    )

    (moved,) = move(meeting, former)

    assert moved.starts_at == datetime(2026, 10, 30, 17, 30, tzinfo=UTC)
    assert moved.sequence == 1


# --- In the admin ---


@pytest.fixture
def meeting(client) -> Meeting:
    """A meeting with two items, and an editor who is signed in."""
    client.force_login(editor())
    meeting = make_meeting(
        slug="2026", facts={"starts_at": START, "ends_at": START + timedelta(hours=3)}
    ).meeting
    for position, clock in enumerate(("18:00", "19:00"), 1):
        meeting.programme_items.create(
            kind="talk", title=f"Punkt {position}", position=position, starts_at=at(clock)
        )
    return meeting


def send(client, thing, **changes):
    """Send the form of a meeting or item as it is, with changes."""
    url = reverse(f"admin:events_{thing._meta.model_name}_change", args=[thing.pk])
    return client.post(url, {**filled(client.get(url)), **changes})


def test_e6_an_item_on_its_own_form_is_checked_against_the_others(client, meeting):
    last = meeting.programme_items.last()

    page = send(client, last, starts_at_1="17:00")

    assert page.context["adminform"].form.errors == {
        "starts_at": [
            "Liegt vor dem Beginn des Treffens (12.\N{NO-BREAK SPACE}November 2026, "
            "18:00\N{NO-BREAK SPACE}Uhr).",
            "Liegt vor dem Punkt davor („Punkt 1“, 18:00 Uhr). "
            "Ändern Sie die Uhrzeit oder die Reihenfolge.",
        ]
    }


def test_e6_an_old_mistake_does_not_stand_in_the_way_of_a_result(client, meeting):
    _, last = meeting.programme_items.all()
    ProgrammeItem.objects.filter(pk=last.pk).update(starts_at=at("17:00"))

    response = send(client, last, outcome="Beschlossen.")

    assert response.status_code == 302
    assert meeting.programme_items.last().outcome == "Beschlossen."


def test_e11_only_times_and_cancellations_raise_an_items_sequence(client, meeting):
    last = meeting.programme_items.last()

    send(client, last, title="Anders")
    send(client, last, starts_at_1="19:15")
    send(client, last, is_cancelled="on")

    last.refresh_from_db()
    assert (last.title, last.starts_at, last.sequence) == ("Anders", at("19:15"), 2)


def test_a_moved_meeting_takes_its_programme_along_and_logs_it(client, meeting):
    response = send(client, meeting, starts_at_0="19.11.2026", ends_at_0="19.11.2026")

    assert response.status_code == 302
    week = timedelta(days=7)
    assert [one.starts_at for one in meeting.programme_items.all()] == [
        at("18:00") + week,
        at("19:00") + week,
    ]
    logged = [(one.field, one.old, one.new) for one in changes_of(meeting).order_by("pk")]
    assert logged[-1] == (
        "Beginn (Programmpunkt „Vortrag: Punkt 2“)",
        "12.11.2026 19:00",
        "19.11.2026 19:00",
    )


def test_an_item_may_be_part_of_the_other_items_of_its_meeting(client, meeting):
    first, last = meeting.programme_items.all()
    make_meeting().meeting.programme_items.create(kind="talk", title="Fremd")
    url = reverse("admin:events_programmeitem_change", args=[last.pk])

    field = client.get(url).context["adminform"].form.fields["parent"]

    assert list(field.queryset) == [first]
