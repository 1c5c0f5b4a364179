"""News in the sitemap."""

import pytest
from djangocms_versioning.models import Version

from news.models import Topic
from news.sitemaps import ArticleSitemap, TopicSitemap
from tests.factories import make_article, publish

pytestmark = pytest.mark.django_db


def test_the_sitemap_has_the_published_articles_with_their_last_change():
    content = make_article(slug="rhein")
    make_article(published=False)
    modified = Version.objects.get_for_content(content).modified

    urls = ArticleSitemap().get_urls()

    assert [(url["location"], url["lastmod"]) for url in urls] == [
        ("http://127.0.0.1:8000/aktuelles/rhein/", modified)
    ]


def test_the_sitemap_has_the_topics_that_something_was_published_on():
    content = make_article(published=False)
    content.topics.add(Topic.objects.create(name="Klima", slug="klima"))
    publish(content)
    make_article(published=False).topics.add(Topic.objects.create(name="Neu", slug="neu"))
    modified = Version.objects.get_for_content(content).modified

    urls = TopicSitemap().get_urls()

    assert [(url["location"], url["lastmod"]) for url in urls] == [
        ("http://127.0.0.1:8000/aktuelles/thema/klima/", modified)
    ]
