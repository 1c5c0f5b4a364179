"""N15: a text and its version in plain language lead to each other and are kept in step."""

import json
from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from news.models import Article, ArticleContent, Topic
from news.plain_language import begin
from partners.models import Initiative, Partner, Person
from publishing.gate import problems
from publishing.wording import hints
from tests.factories import (
    add_text,
    editor,
    make_article,
    make_initiative,
    make_meeting,
    make_page,
    make_partner,
    make_person,
    picture,
    publish,
    version_of,
)

pytestmark = pytest.mark.django_db
RAIN = {"slug": "regen", "title": "Regen"}


def twin_of(content, **values):
    """Return the published version of a text in plain language."""
    twin = make_article(kind=content.article.kind, published=False, **values)
    twin.article.plain_language_of = content.article
    twin.article.save()
    return publish(twin)


def read(client, path) -> BeautifulSoup:
    return BeautifulSoup(client.get(path).content, "html.parser")


def way(client, path) -> tuple[str, str]:
    """Return what stands above a text, and where it leads."""
    found = read(client, path).select_one(".other-version")
    link = found.a
    return " ".join(found.text.split()), link["href"] if link else ""


# --- Readers ---


def test_both_versions_lead_to_each_other(client):
    twin_of(make_article(**RAIN), slug="regen-einfach")

    assert way(client, "/aktuelles/regen/") == (
        "In Einfacher Sprache lesen",
        "/aktuelles/regen-einfach/",
    )
    assert way(client, "/aktuelles/regen-einfach/") == (
        "Dieser Text ist in Einfacher Sprache. Zur ausführlichen Fassung",
        "/aktuelles/regen/",
    )


def test_a_release_and_a_news_item_may_be_versions_of_each_other(client):
    release = make_article(kind="press-release", date=date(2020, 1, 1), **RAIN)
    twin = make_article(slug="regen-einfach")
    Article.objects.filter(pk=twin.article_id).update(plain_language_of=release.article)

    assert way(client, "/presse/regen/")[1] == "/aktuelles/regen-einfach/"
    assert way(client, "/aktuelles/regen-einfach/")[1] == "/presse/regen/"


def test_nothing_leads_to_a_draft_or_to_what_was_taken_back(client):
    original = make_article(**RAIN)
    begin(original.article, editor())
    other = make_article(slug="hafen")
    twin_of(other, slug="hafen-einfach")
    version_of(other).unpublish(editor())

    assert read(client, "/aktuelles/regen/").select(".other-version") == []
    assert way(client, "/aktuelles/hafen-einfach/") == ("Dieser Text ist in Einfacher Sprache.", "")


def test_machines_are_told_what_the_version_is_based_on(client):
    twin_of(make_article(**RAIN), title="Regen", slug="regen-einfach")

    page = read(client, "/aktuelles/regen-einfach/")

    graph = json.loads(page.select_one("script[type='application/ld+json']").text)["@graph"]
    assert graph[0]["isBasedOn"] == {
        "@type": "NewsArticle",
        "name": "Regen",
        "url": "http://127.0.0.1:8000/aktuelles/regen/",
    }
    assert page.title.text.split()[:3] == ["Regen", "(Einfache", "Sprache)"]
    assert "isBasedOn" not in client.get("/aktuelles/regen/").content.decode()


def everywhere() -> None:
    """Publish a text and its version today, each belonging to all that has a list of texts."""
    meeting = make_meeting(slug="2021").meeting
    original = make_article(slug="regen", meeting=meeting)
    for text in (original, twin_of(original, slug="regen-einfach", meeting=meeting)):
        text.topics.add(Topic.objects.get_or_create(name="Wasser", slug="wasser")[0])
        text.partners.add(*Partner.objects.all() or [make_partner(slug="stadt").partner])
        text.initiatives.add(*Initiative.objects.all() or [make_initiative(slug="rad").initiative])
        text.people.add(*Person.objects.all() or [make_person("Ada Rat")])
    ArticleContent.objects.update(date=timezone.localdate())


def test_the_version_stands_in_the_sitemap_and_in_no_list_feed_or_archive(client):
    everywhere()
    year = timezone.localdate().year
    make_page(blocks=[("NewsListPlugin", {"is_paginated": True})])
    paths = [
        "/seite/",
        f"/aktuelles/archiv/{year}/",
        "/aktuelles/feed.atom",
        "/aktuelles/sitemap.xml",
        "/aktuelles/thema/wasser/",
        "/aktuelles/thema/wasser/feed.json",
        "/partner/stadt/",
        "/partner/stadt/feed.rss",
        "/initiativen/rad/",
        "/personen/ada-rat/",
        "/jahrestreffen/2021/",
        "/llms.txt",
    ]
    mine = {"/llms.txt": "/aktuelles/regen.md"}
    pages = {path: client.get(path).content.decode() for path in paths}

    assert [path for path in paths if mine.get(path, "/aktuelles/regen/") not in pages[path]] == []
    assert [path for path in paths if "regen-einfach" in pages[path]] == []
    sitemap = client.get("/sitemap-news.xml").content.decode() + client.get("/sitemap.xml").text
    assert "/aktuelles/regen-einfach/" in sitemap
    assert client.get("/aktuelles/regen-einfach.md").status_code == 200


def test_a_version_is_no_neighbour_and_its_original_is_nothing_further(client):
    original = make_article(**RAIN)
    topic = Topic.objects.create(name="Wasser", slug="wasser")
    twin = twin_of(original, slug="regen-einfach")
    for text in (original, twin):
        text.topics.add(topic)

    for path in ("/aktuelles/regen/", "/aktuelles/regen-einfach/"):
        context = client.get(path).context
        assert (list(context["more"]), context["previous"], context["next"]) == ([], None, None)


def test_a_list_may_hold_nothing_but_versions_in_plain_language(client):
    twin_of(make_article(**RAIN), slug="regen-einfach")
    values = {"is_plain_language": True, "is_paginated": True, "kind": "news"}
    make_page(blocks=[("NewsListPlugin", values)])

    links = [link["href"] for link in read(client, "/seite/").select("main .card a")]

    assert links == ["/aktuelles/regen-einfach/"]


def test_a_version_of_a_release_needs_no_contact_and_offers_no_kit(client):
    today = timezone.localdate()
    release = make_article(kind="press-release", published=False, date=today)
    twin = make_article(kind="press-release", published=False, date=today)
    twin.article.plain_language_of = release.article
    twin.article.save()

    assert [problem.field for problem in problems(release)] == ["Pressekontakt"]
    assert problems(twin) == []
    publish(twin)
    assert client.get(twin.get_absolute_url()).context["press"] is None


# --- Editors ---


def test_a_version_begins_with_the_fields_of_its_original_and_no_text():
    meeting = make_meeting().meeting
    original = make_article(
        title="Regen", kicker="Wasser", meeting=meeting, hero=picture(), hero_alt="Der Rhein"
    )
    original.topics.add(Topic.objects.create(name="Wasser", slug="wasser"))
    original.partners.add(make_partner().partner)
    add_text(original, "<p>Es fiel Niederschlag.</p>")

    twin = begin(original.article, editor())
    content = twin.latest_content

    assert (twin.plain_language_of, twin.kind) == (original.article, "news")
    assert (content.title, content.slug) == ("Regen", "regen-in-einfacher-sprache")
    for name in ("kicker", "meeting", "hero", "hero_alt"):
        assert getattr(content, name) == getattr(original, name)
    for name in ("topics", "partners"):
        assert list(getattr(content, name).all()) == list(getattr(original, name).all()) != []
    assert (content.lead, content.placeholders.count()) == ("", 0)
    assert begin(original.article, editor()) == twin


def test_sentences_are_to_be_shorter_in_plain_language():
    original = make_article()
    twin = begin(original.article, editor()).latest_content
    thirteen = f"<p>{' '.join(['Wort'] * 13)}.</p>"
    for content in (original, twin):
        add_text(content, thirteen)

    assert hints(original) == []
    assert [hint.advice for hint in hints(twin)] == [
        "Der Satz hat 13 Wörter. Zwei Sätze liest man leichter."
    ]
