"""G32: the sitemap of what is new."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from lxml import etree

from news import news_sitemap
from tests.factories import editor, make_article, version_of

pytestmark = pytest.mark.django_db
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
SITES = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def clock(monkeypatch, now):
    """Return a function that sets the sitemap's clock some hours after noon."""

    def moved(hours):
        monkeypatch.setattr(news_sitemap.timezone, "now", lambda: now + timedelta(hours=hours))

    return moved


def published(now, **values):
    content = make_article(date=timezone.localdate(now), **values)
    content.article.first_published_at = now
    content.article.save()
    return content


def rows(client):
    document = etree.fromstring(client.get("/aktuelles/sitemap.xml").content)
    names = [f"{SITES}loc", f".//{NEWS}publication_date", f".//{NEWS}title", f".//{NEWS}language"]
    return [[url.findtext(name) for name in names] for url in document.iter(f"{SITES}url")]


def test_what_is_new_is_listed_for_two_days(client, now, clock):
    published(now, slug="rhein", title="Müll & <Rhein>\x0b")
    listed = [
        [
            "http://127.0.0.1:8000/aktuelles/rhein/",
            "2021-09-01T12:00:00+02:00",
            "Müll & <Rhein>",
            "de",
        ]
    ]
    seen = []
    for hours in (0, 48, 49):
        clock(hours)
        seen.append(rows(client))

    assert seen == [listed, listed, []]


def test_drafts_withdrawn_and_old_texts_that_are_loaded_late_are_left_out(client, now, clock):
    clock(1)
    make_article(published=False)
    version_of(published(now)).unpublish(editor())
    late = published(now)
    type(late).objects.filter(pk=late.pk).update(date=date(2020, 1, 1))

    assert rows(client) == []


def test_nobody_keeps_what_changes_with_the_clock(client):
    response = client.get("/aktuelles/sitemap.xml")

    assert (response["Content-Type"], response["Cache-Control"]) == (
        "application/xml; charset=utf-8",
        "no-store",
    )
