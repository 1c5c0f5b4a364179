"""A former version: its number, its days, when it is shown to nobody (N10)."""

from functools import partial

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache

from publishing.former_versions import close, reopen
from publishing.models import AuditEntry, FormerVersion
from publishing.withdrawal import withdraw
from tests.factories import editor, make_article, make_meeting, make_person, version_of
from tests.publishing.changing import (
    address,
    changed_on,
    page,
    statuses,
    stop_clock,
    ways_back,
    words,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def changed(monkeypatch):
    """Return a function that publishes a change of a content on a day of March 2027."""
    stop_clock(monkeypatch, 1)
    return partial(changed_on, monkeypatch)


def test_what_stood_there_for_hours_says_which(client, changed):
    new = changed(make_article(), day=1)

    text = words(page(client, address(new)).main)

    assert "So stand der Text hier am 1. März 2027 von 10:00 bis 10:00 Uhr." in text


# --- Numbers ---


def test_a_number_is_never_given_twice(client, changed):
    content = changed(changed(make_article(), day=3), day=5)
    FormerVersion.objects.filter(number=2).update(version=None)

    content = changed(content, day=7)

    assert list(FormerVersion.objects.order_by("pk").values_list("number", flat=True)) == [1, 2, 3]
    assert statuses(client, content) == [200, 410, 200]


@pytest.mark.parametrize(
    "tail",
    ["v/0", "v/-1", "v/01", "v/99999999999999999999", "v/٣", "v/1/", "v/1.5", "v/", "v/x", "V/1"],
)
def test_nothing_else_is_an_address(client, changed, tail):
    content = changed(make_article(), day=5)

    response = client.get(f"{content.identity.get_short_url()}/{tail}", follow=True)

    assert response.status_code == 404


def test_codes_are_read_in_lower_case_and_other_things_have_no_former_versions(client, changed):
    content = changed(make_article(), day=5)
    draft, person = make_article(published=False), make_person()
    other = make_meeting()

    assert client.get(address(content).lower()).status_code == 200
    assert statuses(client, draft, [1]) == [404]
    assert client.get("/n/XXXXX/v/1").status_code == 404
    assert client.get(f"{person.get_short_url()}/v/1")["Location"] == person.get_absolute_url()
    assert statuses(client, other, [1, 2]) == [302, 404]


# --- Taken back and closed ---


@pytest.mark.parametrize(
    ("manner", "target", "answer"),
    [("notice", "", (302, "/aktuelles/eins/")), ("gone", "", (410, None)),
     ("redirect", "/presse/", (302, "/presse/"))],
)  # fmt: skip
def test_what_is_taken_back_takes_its_former_versions_along(
    client, changed, manner, target, answer
):
    content = changed(make_article(slug="eins"), day=5)
    client.get(address(content))
    withdraw(version_of(content), editor(), manner=manner, reason="Falsch.", target=target)

    cache.clear()
    response = client.get(address(content))

    assert (response.status_code, response.get("Location")) == answer


@pytest.mark.parametrize(("manner", "shown"), [("notice", [200, 302]), ("gone", [410, 302])])
def test_what_was_wrong_stays_closed_when_the_item_is_back(client, changed, manner, shown):
    content = changed(make_article(slug="eins"), day=5)
    withdraw(version_of(content), editor(), manner=manner, reason="Falsch.")

    content = changed(content, day=9, kind="minor", text="")

    assert statuses(client, content, [1, 2]) == shown
    assert FormerVersion.objects.count() == 1


def test_a_closed_one_says_so_without_the_reason_and_the_way_to_it_is_gone(client, changed):
    content = changed(make_article(title="Erika Muster war da"), day=5, title="Alle waren da")
    former = FormerVersion.objects.get()
    client.get(address(content))

    close(former, editor(), reason="Name einer Person.", is_reason_public=False)

    cache.clear()
    closed = client.get(address(content))
    text = words(BeautifulSoup(closed.content, "html.parser"))
    assert closed.status_code == 410
    assert "Diese frühere Fassung ist gesperrt" in text
    said = ("Name einer Person.", "Erika", "So stand der Text hier", "„Alle waren da“")
    assert [one in text for one in said] == [False, False, False, True]
    assert ways_back(client, content) == []
    entry = AuditEntry.objects.latest("pk")
    assert (entry.action, entry.new, entry.reason) == ("closed", "Version 1", "Name einer Person.")


def test_readers_learn_a_reason_that_is_meant_for_them_and_it_can_be_opened_again(client, changed):
    content = changed(make_article(), day=5)
    former = FormerVersion.objects.get()
    close(former, editor(), reason="Das Foto war nicht frei.", is_reason_public=True)
    closed = words(BeautifulSoup(client.get(address(content)).content, "html.parser"))

    reopen(former, editor())

    assert "5. März 2027: Das Foto war nicht frei." in closed
    assert (statuses(client, content, [1]), ways_back(client, content)) == (
        [200],
        [address(content)],
    )
    assert AuditEntry.objects.latest("pk").action == "reopened"
