"""Links of many kinds in one query."""

import pytest

from events.models import MeetingContent
from news.models import ArticleContent
from publishing.related import Link, arm, linked, neighbours
from tests.factories import make_article, make_meeting

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("count", [1, 3])
def test_links_stand_in_the_order_of_their_arms_and_by_title(count, django_assert_num_queries):
    titles = ["Ähre", "berg", "Chor"][:count]
    for title in reversed(titles):
        make_meeting(slug=title.lower().replace("ä", "a"), title=title)
        make_article(slug=title.lower().replace("ä", "a"), title=title)
    meetings = arm(MeetingContent.objects.all(), kind="Treffen", url_name="events:meeting")
    articles = arm(ArticleContent.objects.all(), kind="Beitrag", url_name="news:article")

    with django_assert_num_queries(1):
        found = linked(articles, meetings)
    assert [(link.kind, link.title) for link in found["related"]] == [
        *(("Beitrag", title) for title in titles),
        *(("Treffen", title) for title in titles),
    ]
    assert (found["previous"], found["next"]) == (None, None)


def test_a_draft_has_the_neighbours_its_published_version_has():
    make_article(slug="vorher", title="Vorher")
    content = make_article()
    make_article(slug="nachher", title="Nachher")

    arms = neighbours(ArticleContent.objects.all(), content, by="date", url_name="news:article")

    assert linked(*arms) == {
        "related": [],
        "previous": Link("Zurück", "Vorher", "/aktuelles/vorher/"),
        "next": Link("Weiter", "Nachher", "/aktuelles/nachher/"),
    }
