"""G25, G27: what news are about can be listed and followed."""

from datetime import date

import feedparser
import pytest

from news.models import Topic
from tests.factories import (
    editor,
    make_article,
    make_initiative,
    make_partner,
    new_draft,
    publish,
    version_of,
)
from tests.news.test_feeds import FEED_QUERIES, ORIGIN, make_release, read

pytestmark = pytest.mark.django_db
TOPIC_QUERIES = 4


def on_topic(content, topic):
    content.topics.add(topic)
    return publish(content)


def test_a_topic_lists_news_and_releases_and_articles_lead_to_it(client):
    topic = Topic.objects.create(name="Klima", slug="klima")
    on_topic(make_article(slug="alt", date=date(2020, 1, 1), published=False), topic)
    on_topic(make_article(slug="neu", kind="press-release", published=False), topic)
    make_article(slug="anderes")
    make_article(published=False).topics.add(topic)

    response = client.get("/aktuelles/thema/klima/")

    assert [one.get_absolute_url() for one in response.context["page"]] == [
        "/presse/neu/",
        "/aktuelles/alt/",
    ]
    assert '<a href="/aktuelles/thema/klima/">Klima</a>' in client.get("/aktuelles/alt/").text


def test_a_topic_without_articles_and_a_foreign_one_are_not_found(client):
    Topic.objects.create(name="Klima", slug="klima")
    paths = ["/aktuelles/thema/klima/", "/aktuelles/thema/gibt-es-nicht/"]

    assert [client.get(path).status_code for path in paths] == [404, 404]


@pytest.mark.parametrize("count", [1, 3])
def test_a_topic_needs_the_same_queries_whatever_it_lists(client, count, django_assert_num_queries):
    topic = Topic.objects.create(name="Klima", slug="klima")
    for _ in range(count):
        on_topic(make_article(published=False), topic)
    client.get("/aktuelles/thema/klima/?warm")

    with django_assert_num_queries(TOPIC_QUERIES):
        client.get("/aktuelles/thema/klima/?kalt")


def about_everything(**values):
    """Return a published article on a topic, with a partner and an initiative."""
    content = make_article(published=False, **values)
    content.topics.add(Topic.objects.create(name="Klima", slug="klima"))
    content.partners.add(make_partner(slug="chempark", title="Chempark").partner)
    content.initiatives.add(make_initiative(slug="rhein", title="Rhein").initiative)
    return publish(content)


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/aktuelles/thema/klima/", "Klima"),
        ("/partner/chempark/", "Chempark"),
        ("/initiativen/rhein/", "Rhein"),
    ],
)
def test_topic_partner_and_initiative_have_a_feed_that_their_page_names(client, path, title):
    about_everything(slug="dabei")
    make_article(slug="anderes")

    feed = feedparser.parse(read(client, f"{path}feed.atom"))

    assert (feed.feed.title, feed.feed.link) == (
        f"Lokale Allianz Dormagen: {title}",
        f"{ORIGIN}{path}",
    )
    assert [entry.link for entry in feed.entries] == [f"{ORIGIN}/aktuelles/dabei/"]
    page = read(client, path).decode()
    assert page.count(f'href="{path}feed.atom"') == 2  # in the head and to be seen


def test_drafts_reach_no_feed(client):
    content = about_everything(slug="dabei")
    version_of(content).unpublish(editor())

    paths = ["/aktuelles/thema/klima/", "/partner/chempark/", "/initiativen/rhein/"]

    assert [feedparser.parse(read(client, f"{path}feed.rss")).entries for path in paths] == [[]] * 3


@pytest.mark.parametrize(
    "path",
    [
        "/aktuelles/thema/gibt-es-nicht/feed.atom",
        "/partner/gibt-es-nicht/feed.atom",
        "/initiativen/gibt-es-nicht/feed.atom",
        "/aktuelles/thema/klima/feed.exe",
    ],
)
def test_what_has_no_feed_is_not_found(client, path):
    about_everything()

    assert client.get(path).status_code == 404


def test_the_feed_of_a_renamed_partner_is_found_at_its_old_address(client):
    content = make_partner(slug="alt")
    draft = new_draft(content)
    draft.slug = "neu"
    draft.save()
    publish(draft)

    response = client.get("/partner/alt/feed.atom")

    assert (response.status_code, response["Location"]) == (301, "/partner/neu/feed.atom")


@pytest.mark.parametrize("count", [1, 3])
def test_a_feed_about_a_partner_needs_the_same_queries_whatever_it_holds(
    client, count, django_assert_num_queries
):
    partner = make_partner(slug="chempark").partner
    for _ in range(count):
        content = make_release()
        content.partners.add(partner)
    client.get("/partner/chempark/feed.atom?warm")

    with django_assert_num_queries(FEED_QUERIES + 1):  # the partner
        client.get("/partner/chempark/feed.atom?kalt")
