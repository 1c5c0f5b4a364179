"""G19: what is used is not deleted, and each place is named with a link."""

import re

import pytest
from cms.toolbar.utils import get_object_preview_url
from django.urls import reverse

from news.models import Topic
from publishing.deletion import places_of_use
from publishing.page_actions import change_url
from tests.factories import (
    add_block,
    editor,
    make_article,
    make_page,
    make_person,
    new_draft,
)

pytestmark = pytest.mark.django_db
LINK = re.compile(r'(?:<li>)?([^<>]*) <a href="([^"]+)">„([^“]+)“</a>')


@pytest.fixture
def topic():
    return Topic.objects.create(name="Wasser", slug="wasser")


def refused(client, thing) -> list:
    """Try to delete a thing; return kind, address and title of each place that needs it."""
    client.force_login(editor())
    options = thing._meta
    url = reverse(f"admin:{options.app_label}_{options.model_name}_delete", args=[thing.pk])

    page = client.post(url, {"post": "yes"}).content.decode()

    assert type(thing).objects.filter(pk=thing.pk).exists()
    return [(kind.strip(), address, title) for kind, address, title in LINK.findall(page)]


def test_a_person_who_is_quoted_stays_and_the_article_is_named(client):
    person = make_person()
    article = make_article(published=False, title="Bericht")
    add_block(article, "QuotePlugin", text="Gut.", person=person)

    assert refused(client, person) == [
        ("Nachricht oder Pressemitteilung", change_url(article.article), "Bericht")
    ]


def test_a_topic_that_a_page_lists_stays_and_the_page_is_named(client, topic):
    page = make_page("Rund ums Wasser", published=False)
    add_block(page, "NewsListPlugin", topic=topic)

    assert refused(client, topic) == [("Seite", get_object_preview_url(page), "Rund ums Wasser")]


def test_an_article_in_several_versions_is_named_once(client, topic):
    article = make_article(title="Bericht", published=False)
    article.topics.add(topic)
    new_draft(article)
    make_article(title="Ohne Thema")

    assert [title for _, _, title in refused(client, topic)] == ["Bericht"]


def test_a_block_in_the_clipboard_is_named_without_a_link():
    person = make_person("Rosa Pfeil")
    block = add_block(make_article(), "QuotePlugin", text="Gut.", person=person)
    type(block.placeholder).objects.update(object_id=None, content_type=None)

    assert places_of_use(person) == ["Zwischenablage: Zitat „Rosa Pfeil: Gut.“"]


def test_what_is_used_nowhere_is_deleted(client, topic):
    client.force_login(editor())

    client.post(reverse("admin:news_topic_delete", args=[topic.pk]), {"post": "yes"})

    assert list(Topic.objects.all()) == []
