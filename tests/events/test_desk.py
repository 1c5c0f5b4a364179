"""E4, E16, E51: the page for the person at the mixing desk."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone

from events.choices import BroadcastState
from events.models import Broadcast, Meeting, ProgrammeItem
from publishing.facts import changes_of
from tests.events.broadcasts import OWN, PAGE, START, YOUTUBE, make_broadcast, soup_of
from tests.factories import editor, make_meeting

pytestmark = pytest.mark.django_db
S = BroadcastState


@pytest.fixture(autouse=True)
def now(monkeypatch):
    """The clock stands at the beginning of the meeting."""
    monkeypatch.setattr(timezone, "now", lambda: START)


@pytest.fixture
def staff(client):
    client.force_login(editor())
    return client


def desk_of(meeting) -> str:
    return f"/admin/events/meeting/{meeting.pk}/regie/"


def press(staff, meeting, **data):
    """Press a button and return the page that follows."""
    return staff.post(desk_of(meeting), data, follow=True)


def texts(response, selector) -> list[str]:
    soup = BeautifulSoup(response.content, "html.parser")
    return [" ".join(one.get_text(" ", strip=True).split()) for one in soup.select(selector)]


def state() -> str:
    return Broadcast.objects.get().state


def test_a_pasted_link_announces_the_stream_and_stands_on_the_page_at_once(staff):
    meeting = make_meeting(slug="2026", facts={"starts_at": START + timedelta(days=2)}).meeting

    response = press(staff, meeting, do="link", stream_url=f" {YOUTUBE} ")

    broadcast = Broadcast.objects.get()
    assert (broadcast.state, broadcast.stream_url) == (S.ANNOUNCED, YOUTUBE)
    assert "YouTube: spielt auf einer eigenen Seite, erst nach einem Klick." in texts(response, "p")
    assert Meeting.objects.get().sequence == 1
    assert {line.user_name for line in changes_of(meeting)} == {"redaktion"}
    assert soup_of(Client(), PAGE).select_one("#stand h2") is not None


@pytest.mark.parametrize("url", ["rtmp://a.example/live", "kein Link", "https://[::1", "x" * 9000])
def test_what_is_no_link_is_refused_at_the_field_and_nothing_is_changed(staff, url):
    meeting = make_broadcast(S.LOBBY, stream_url=OWN).meeting

    response = press(staff, meeting, do="link", stream_url=url)

    assert response.status_code == 422
    assert texts(response, ".errorlist li") != []
    assert (Broadcast.objects.get().stream_url, state()) == (OWN, S.LOBBY)


def test_the_whole_evening_is_pressed_on_one_page(staff):
    meeting = make_broadcast(S.LOBBY).meeting
    path = [S.LIVE, S.INTERRUPTED, S.LIVE, S.ENDED, S.LIVE, S.ENDED, S.PROCESSING]

    seen = []
    for step in path:
        press(staff, meeting, do="move", state=step)
        seen.append(state())

    assert seen == path


@pytest.mark.parametrize(
    ("former", "labels"),
    [
        (S.LOBBY, ["Live gehen", "Übertragung beenden"]),
        (
            S.LIVE,
            [
                "Übertragung beenden",
                "Unterbrechung melden",
                "Noch nicht live: zurück zu „beginnt gleich“",
            ],
        ),
        (S.INTERRUPTED, ["Es geht weiter", "Übertragung beenden"]),
        (S.RECORDING, ["Aufzeichnung zurückziehen"]),
    ],
)
def test_what_comes_next_is_the_first_button(staff, former, labels):
    meeting = make_broadcast(former).meeting

    assert texts(staff.get(desk_of(meeting)), "button[value=move]") == labels


def test_a_button_that_cannot_be_pressed_says_why(staff):
    meeting = make_broadcast(S.LOBBY, stream_url="").meeting

    response = press(staff, meeting, do="move", state=S.LIVE)

    assert state() == S.LOBBY
    assert "Es ist kein Link zum Livestream eingetragen." in texts(response, ".desk__step li")
    assert "Es ist kein Link zum Livestream eingetragen." in texts(response, ".messagelist li")


def test_a_reason_is_asked_for_and_stands_on_the_page(staff):
    meeting = make_broadcast(S.PROCESSING).meeting

    refused = press(staff, meeting, do="move", state=S.NO_RECORDING, reason=" ")
    press(staff, meeting, do="move", state=S.NO_RECORDING, reason="Der Ton fehlt.")

    told = texts(refused, ".messagelist li")
    assert told == ["Nennen Sie den Grund. Er steht auf der Seite."]
    assert (state(), Broadcast.objects.get().reason) == (S.NO_RECORDING, "Der Ton fehlt.")


def test_e16_jetzt_begins_an_item_and_the_end_of_the_broadcast_ends_it(staff):
    meeting = make_broadcast(S.LIVE).meeting
    first, second = (
        meeting.programme_items.create(kind="talk", title=title, position=at)
        for at, title in enumerate(["Begrüßung", "Vortrag"])
    )

    press(staff, meeting, do="begin", item=first.pk)
    page = press(staff, meeting, do="begin", item=second.pk)
    press(staff, meeting, do="take-back")
    press(staff, meeting, do="move", state=S.ENDED)

    assert texts(page, "[aria-current=step] .desk__label") == ["Vortrag"]
    times = list(ProgrammeItem.objects.values_list("actual_start", "actual_end"))
    assert times == [(START, START), (None, None)]


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"do": "alles"},
        {"do": "move"},
        {"do": "move", "state": "fliegen"},
        {"do": "begin", "item": "x"},
        {"do": "begin", "item": "99999999999999999999"},
        {"do": "begin", "item": "²"},
        {"do": "take-back"},
    ],
)
def test_rubbish_does_nothing(staff, data):
    meeting = make_broadcast(S.LIVE).meeting

    response = press(staff, meeting, **data)

    assert (response.status_code, state()) == (200, S.LIVE)


def test_an_item_of_another_meeting_is_not_begun(staff):
    meeting = make_broadcast(S.LIVE).meeting
    other = make_meeting().meeting.programme_items.create(kind="talk", title="Fremd")

    press(staff, meeting, do="begin", item=other.pk)

    assert ProgrammeItem.objects.get().actual_start is None


def test_words_are_seen_at_once_and_logged(staff):
    meeting = make_broadcast(S.INTERRUPTED).meeting

    press(staff, meeting, do="words", message="Gleich weiter.", alternative="", live_captions="")

    assert [one.get_text() for one in soup_of(Client()).select(".broadcast__message")] == [
        "Gleich weiter."
    ]
    assert [(one.old, one.new) for one in changes_of(meeting)] == [("", "Gleich weiter.")]


def test_an_interruption_is_explained_until_it_goes_on(staff):
    meeting = make_broadcast(S.LIVE, message="Willkommen.").meeting

    press(staff, meeting, do="move", state=S.INTERRUPTED, message=" Der Ton fehlt. ")
    during = Broadcast.objects.get().message
    press(staff, meeting, do="move", state=S.LIVE)

    assert (during, Broadcast.objects.get().message) == ("Der Ton fehlt.", "")


def test_looking_at_a_desk_creates_nothing_and_a_missing_meeting_is_404(staff):
    meeting = make_meeting().meeting

    assert staff.get(desk_of(meeting)).status_code == 200
    assert Broadcast.objects.count() == 0
    assert staff.get("/admin/events/meeting/999/regie/").status_code == 404


def test_who_may_not_change_broadcasts_has_no_desk(client):
    meeting = make_broadcast().meeting
    client.force_login(get_user_model().objects.create_user("gast", is_staff=True))

    answers = [client.get(desk_of(meeting)), client.post(desk_of(meeting), {"do": "take-back"})]
    assert [one.status_code for one in answers] == [403, 403]


def test_every_form_of_the_desk_is_protected_and_named(staff):
    meeting = make_broadcast(S.LIVE).meeting
    meeting.programme_items.create(kind="talk", title="Vortrag")

    soup = BeautifulSoup(staff.get(desk_of(meeting)).content, "html.parser")

    forms = soup.select(".desk form")
    assert all(form.select("[name=csrfmiddlewaretoken]") for form in forms)
    assert [one.select_one("button")["value"] for one in forms].count("begin") == 1
    assert soup.select(".desk script") == []
