"""G08, G29: taken back with a notice, for good, or with a way on; each out of every list."""

import pytest
from django.test import Client

from publishing.models import AuditEntry, Withdrawal
from publishing.withdrawal import withdraw
from tests.factories import (
    editor,
    make_article,
    make_initiative,
    make_meeting,
    make_page,
    make_partner,
    new_draft,
    publish,
    version_of,
)

pytestmark = pytest.mark.django_db
MAKERS = [make_article, make_meeting, make_partner, make_initiative]
REASON = "Die Zahlen stimmten nicht."


@pytest.fixture
def taken_back():
    """Return a function that takes a content back and returns it."""

    def done(content, manner="notice", target=""):
        version = version_of(content)
        withdraw(version, editor(), manner=manner, reason=REASON, target=target)
        return content

    return done


def answer(path) -> tuple:
    response = Client().get(path)
    return response.status_code, response.get("Location")


@pytest.mark.parametrize("make", MAKERS)
def test_with_a_notice_the_text_stays_and_says_when_and_why(client, taken_back, make):
    content = taken_back(make(title="Stand der Dinge"))

    page = client.get(content.get_absolute_url())

    text = page.content.decode()
    assert page.status_code == 200
    assert [text.count(words) for words in (REASON, "Dieser Text gilt nicht mehr.")] == [1, 1]
    assert "Stand der Dinge" in text
    assert '<meta name="robots" content="noindex">' in text
    assert content.get_absolute_url() not in client.get("/sitemap.xml").content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_archive_keeps_and_marks_it_and_the_feed_does_not(
    client, taken_back, django_assert_num_queries, count
):
    for number in range(count):
        taken_back(make_article(title=f"Alt {number}", slug=f"alt-{number}"))
    make_article(title="Neu")

    archive = client.get("/aktuelles/archiv/2021/").content.decode()
    feed = client.get("/aktuelles/feed.atom").content.decode()

    assert archive.count(">Zurückgezogen<") == count
    assert [archive.count(f"Alt {number}") > 0 for number in range(count)] == [True] * count
    assert ("Alt 0" in feed, "Neu" in feed) == (False, True)


def test_without_the_text_the_address_says_when_and_why(client, taken_back):
    content = taken_back(make_article(title="Streng geheim"), "gone")

    page = client.get(content.get_absolute_url())

    text = page.content.decode()
    assert (page.status_code, REASON in text, "Streng geheim" in text) == (410, True, False)


def test_with_a_way_on_every_former_address_leads_there(taken_back):
    content = make_article(slug="eins")
    second = new_draft(content)
    second.slug = "zwei"
    second.save()
    publish(second)
    taken_back(second, "redirect", "/aktuelles/drei/")

    expected = (301, "/aktuelles/drei/")
    assert [answer("/aktuelles/eins/"), answer("/aktuelles/zwei/")] == [expected, expected]


@pytest.mark.parametrize(
    ("manner", "expected"),
    [("notice", (302, "/aktuelles/eins/")), ("gone", (410, None)), ("redirect", (302, "/neu/"))],
)
def test_the_short_link_says_the_same(taken_back, manner, expected):
    target = "/neu/" if manner == "redirect" else ""
    content = taken_back(make_article(slug="eins"), manner, target)

    assert answer(content.article.get_short_url()) == expected


@pytest.mark.parametrize(
    ("manner", "target", "expected"),
    [("gone", "", (410, None)), ("redirect", "/aktuelles/", (301, "/aktuelles/"))],
)
def test_a_page_of_the_cms_is_taken_back_too(taken_back, manner, target, expected):
    taken_back(make_page("Aktion"), manner, target)

    assert answer("/aktion/") == expected


@pytest.mark.parametrize("manner", ["notice", "gone", "redirect"])
def test_published_again_it_is_as_if_nothing_had_been(client, taken_back, manner):
    target = "/neu/" if manner == "redirect" else ""
    content = taken_back(make_article(slug="eins"), manner, target)
    publish(new_draft(content))

    page = client.get("/aktuelles/eins/")

    assert (page.status_code, REASON in page.content.decode()) == (200, False)
    assert Withdrawal.objects.get().ended_at is not None


def test_the_log_says_why(taken_back):
    taken_back(make_article())

    last = AuditEntry.objects.latest("pk")
    assert (last.action, last.reason) == ("withdrawn", REASON)


def test_a_notice_answers_only_at_its_own_address(taken_back):
    taken_back(make_article(slug="eins"))

    assert answer("/presse/eins/")[0] == 404
