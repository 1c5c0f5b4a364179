"""G01: what is changed in a draft is nowhere to be seen, to the byte."""

import pytest
from django.core.cache import cache

from news.models import ArticleSource, Topic
from tests.factories import add_text, make_article, make_initiative, new_draft, picture, publish

pytestmark = pytest.mark.django_db

PLACES = [
    "/aktuelles/rhein/",
    "/aktuelles/archiv/2021/",
    "/aktuelles/feed.atom",
    "/aktuelles/feed.rss",
    "/aktuelles/feed.json",
    "/sitemap.xml",
]


def seen(client) -> dict:
    """Return what a reader sees in each place, past the cache."""
    found = {}
    for place in PLACES:
        cache.clear()
        response = client.get(place)
        assert response.status_code == 200, place
        found[place] = response.content
    return found


def test_a_draft_changes_no_byte_of_any_public_place(client):
    content = make_article(published=False, slug="rhein", hero=picture(), hero_alt="Der Rhein")
    content.topics.add(Topic.objects.create(name="Wasser", slug="wasser"))
    ArticleSource.objects.create(content=content, title="Zeitung")
    add_text(content, "<p>Alt.</p>")
    publish(content)
    before = seen(client)

    draft = new_draft(content)
    draft.title, draft.slug, draft.hero_alt = "GEHEIM", "geheim", "GEHEIM"
    draft.hero = picture("geheim.png", size=(800, 600))
    draft.save()
    draft.topics.set([Topic.objects.create(name="GEHEIM", slug="geheim")])
    draft.sources.update(title="GEHEIM")
    draft.initiatives.add(make_initiative(published=False, title="GEHEIM").initiative)
    draft.placeholders.get().get_plugins().get().get_bound_plugin().delete()

    assert seen(client) == before
    assert b"GEHEIM" not in b"".join(before.values())


def test_a_first_draft_is_nowhere(client):
    make_article(slug="rhein")
    before = seen(client)

    make_article(published=False, title="GEHEIM", slug="geheim")

    assert seen(client) == before
    assert client.get("/aktuelles/geheim/").status_code == 404
