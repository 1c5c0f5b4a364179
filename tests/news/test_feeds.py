"""G25: feeds of news and press releases."""

import json
import re
from datetime import UTC, date, datetime

import feedparser
import pytest
from django.core.cache import cache
from lxml import etree

from news.models import Article, ArticleImage, ArticleSource
from tests.factories import (
    add_block,
    add_text,
    editor,
    make_article,
    make_person,
    new_draft,
    picture,
    publish,
    version_of,
)

pytestmark = pytest.mark.django_db
ORIGIN = "http://127.0.0.1:8000"
NOON = datetime(2021, 9, 30, 10, tzinfo=UTC)
FEED_QUERIES = 7  # articles, pictures, sources, bodies, blocks, texts, quotes
FEEDS = [f"/{front}/feed.{kind}" for front in ("aktuelles", "presse") for kind in ("atom", "rss")]


def published_at_noon(content):
    Article.objects.filter(pk=content.article_id).update(first_published_at=NOON)
    return content


def test_an_atom_entry_has_the_items_uid_and_says_what_the_page_says(client):
    content = published_at_noon(
        make_article(slug="rhein", title="Müll & „Rhein“", lead="Er <fließt>.")
    )

    feed = feedparser.parse(client.get("/aktuelles/feed.atom").content)
    (entry,) = feed.entries

    assert not feed.bozo
    assert (feed.feed.title, feed.feed.link) == (
        "Lokale Allianz Dormagen: Aktuelles",
        f"{ORIGIN}/aktuelles/",
    )
    assert {name: entry[name] for name in ("id", "title", "link", "published", "updated")} == {
        "id": f"urn:uuid:{content.article.uid}",
        "title": "Müll & „Rhein“",
        "link": f"{ORIGIN}/aktuelles/rhein/",
        "published": "2021-09-29T00:00:00+02:00",
        "updated": "2021-09-30T10:00:00+00:00",
    }
    assert (entry.summary, entry.content[0].value) == (
        "Er &lt;fließt&gt;.",
        "<p>Er &lt;fließt&gt;.</p>",
    )


def test_rss_tells_the_same(client):
    content = published_at_noon(make_article(slug="frei", title="Frei", kind="press-release"))

    feed = feedparser.parse(client.get("/presse/feed.rss").content)
    (entry,) = feed.entries

    assert not feed.bozo
    assert (entry.id, entry.title, entry.link, entry.published) == (
        f"urn:uuid:{content.article.uid}",
        "Frei",
        f"{ORIGIN}/presse/frei/",
        "Wed, 29 Sep 2021 00:00:00 +0200",
    )
    assert feed.feed.updated == "Thu, 30 Sep 2021 10:00:00 +0000"


def test_json_feed_tells_the_same(client):
    content = published_at_noon(make_article(slug="rhein", title="Rhein", lead="Er fließt."))

    response = client.get("/aktuelles/feed.json")

    assert response["Content-Type"] == "application/feed+json; charset=utf-8"
    assert json.loads(response.content) == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Lokale Allianz Dormagen: Aktuelles",
        "description": "Neues unter „Aktuelles“.",
        "home_page_url": f"{ORIGIN}/aktuelles/",
        "feed_url": f"{ORIGIN}/aktuelles/feed.json",
        "language": "de",
        "authors": [{"name": "Lokale Allianz Dormagen", "url": f"{ORIGIN}/"}],
        "items": [
            {
                "id": f"urn:uuid:{content.article.uid}",
                "url": f"{ORIGIN}/aktuelles/rhein/",
                "title": "Rhein",
                "summary": "Er fließt.",
                "content_html": "<p>Er fließt.</p>",
                "date_published": "2021-09-29T00:00:00+02:00",
                "date_modified": "2021-09-30T12:00:00+02:00",
            }
        ],
    }


def test_a_picture_comes_with_its_credit(client):
    make_article(hero=picture(credit="Erika Beispiel"), hero_alt="Der Rhein")

    (item,) = json.loads(client.get("/aktuelles/feed.json").content)["items"]

    assert item["image"].startswith(f"{ORIGIN}/media/")
    assert item["content_html"] == (
        "<p>Anriss 1.</p>"
        f'<figure><img src="{item["image"]}" width="1200" height="630" alt="Der Rhein">'
        "<figcaption>Foto: Erika Beispiel</figcaption></figure>"
    )


def test_only_what_is_published_stands_in_the_feed_of_its_kind(client):
    make_article(slug="alt", date=date(2020, 1, 1))
    make_article(slug="neu", date=date(2022, 1, 1))
    make_article(published=False)
    make_article(kind="press-release")
    version_of(make_article()).unpublish(editor())

    links = [entry.link for entry in feedparser.parse(read(client, "/aktuelles/feed.atom")).entries]

    assert links == [f"{ORIGIN}/aktuelles/neu/", f"{ORIGIN}/aktuelles/alt/"]


def test_a_rename_keeps_the_id(client):
    content = make_article(slug="eins")
    before = feedparser.parse(read(client, "/aktuelles/feed.atom")).entries[0]
    draft = new_draft(content)
    draft.slug = "zwei"
    draft.save()
    publish(draft)

    after = feedparser.parse(read(client, "/aktuelles/feed.atom")).entries[0]

    assert (before.id, before.link) == (after.id, after.link.replace("zwei", "eins"))


def test_a_date_that_is_known_to_the_month_is_no_day_of_publication(client):
    make_article(date_precision="month")

    (entry,) = feedparser.parse(read(client, "/aktuelles/feed.atom")).entries

    assert "published" not in entry


def make_release(**values):
    """Return a press release with everything that can stand in its text."""
    content = make_article(
        kind="press-release", boilerplate="Wer wir sind.", published=False, **values
    )
    add_text(content, '<p>Es sprach <a href="/personen/jobst-wierich/">er</a>.</p>')
    person = make_person(f"Jobst Wierich{content.pk}", slug=f"jobst-{content.pk}")
    add_block(
        content, "QuotePlugin", text="Ja.", person=person, name="Jobst Wierich", role="Sprecher"
    )
    ArticleImage.objects.create(content=content, image=picture(credit="Erika"), alt="Saal")
    ArticleSource.objects.create(content=content, title="Zeitung", url="https://zeitung.example/1")
    return publish(content)


def test_an_entry_holds_the_whole_text_with_absolute_addresses(client):
    content = make_release(lead="Anriss.")

    (item,) = json.loads(read(client, "/presse/feed.json"))["items"]

    html = re.sub(r"\s*\n\s*", "", item["content_html"])
    image = re.search('src="(.*?)"', html)[1]
    assert image.startswith(f"{ORIGIN}/media/renditions/")
    assert html.replace(image, "BILD") == (
        "<p>Anriss.</p>"
        f'<p>Es sprach <a href="{ORIGIN}/personen/jobst-wierich/">er</a>.</p>'
        "<figure><blockquote><p>Ja.</p></blockquote>"
        f'<figcaption><a href="{ORIGIN}/personen/jobst-{content.pk}/">Jobst Wierich</a>,'
        "Sprecher</figcaption></figure>"
        '<figure><img src="BILD" width="800" height="450" alt="Saal">'
        "<figcaption>Foto: Erika</figcaption></figure>"
        "<h2>Hintergrund</h2><p>Wer wir sind.</p>"
        '<h2>Quellen</h2><ul><li><a href="https://zeitung.example/1">Zeitung</a></li></ul>'
    )


@pytest.mark.parametrize(
    ("suffix", "element"),
    [("atom", "{*}content"), ("rss", "{http://purl.org/rss/1.0/modules/content/}encoded")],
)
def test_atom_and_rss_hold_the_same_text_as_json(client, suffix, element):
    make_release()

    (item,) = json.loads(read(client, "/presse/feed.json"))["items"]
    document = etree.fromstring(read(client, f"/presse/feed.{suffix}"))

    assert [found.text for found in document.iter(element)] == [item["content_html"]]


@pytest.mark.parametrize("count", [1, 3])
def test_a_feed_needs_the_same_queries_for_any_length(client, count, django_assert_num_queries):
    for _ in range(count):
        make_release()
    read(client, "/presse/feed.atom")

    with django_assert_num_queries(FEED_QUERIES):
        read(client, "/presse/feed.atom")


@pytest.mark.parametrize("path", FEEDS)
def test_an_empty_feed_and_one_with_odd_characters_are_well_formed(client, path):
    empty = etree.fromstring(read(client, path))
    for kind in ("news", "press-release"):
        add_text(
            make_article(kind=kind, title="Vertikaler\x0bTab", lead="Glocke\x07"), "<p>\x0b</p>"
        )

    full = etree.fromstring(read(client, path))

    assert (empty.tag, len(full.findall(".//{*}entry") + full.findall(".//item"))) == (full.tag, 1)


@pytest.mark.parametrize("suffix", ["atom", "rss", "json"])
def test_a_feed_gives_the_same_bytes_twice_and_then_304(client, suffix):
    make_article()
    first, second = (read(client, f"/aktuelles/feed.{suffix}") for _ in range(2))
    etag = client.get(f"/aktuelles/feed.{suffix}")["ETag"]

    response = client.get(f"/aktuelles/feed.{suffix}", headers={"If-None-Match": etag})

    assert first == second
    assert response.status_code == 304


def test_an_unknown_format_is_not_found(client):
    assert client.get("/aktuelles/feed.xml").status_code == 404


def read(client, path) -> bytes:
    """Return a feed, past the cache."""
    cache.clear()
    return client.get(path).content
