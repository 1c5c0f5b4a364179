"""G36: what to read next. Chosen by hand first, then what has subjects in common."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError

from news.models import RelatedArticle, Topic
from publishing.models import Manner
from publishing.withdrawal import withdraw
from tests.factories import (
    editor,
    make_article,
    make_initiative,
    make_partner,
    new_draft,
    publish,
    version_of,
)
from tests.news.shelves import about

pytestmark = pytest.mark.django_db


@pytest.fixture
def subjects():
    """What articles can have in common."""
    return {
        "topics": [Topic.objects.create(name="Wasser", slug="wasser")],
        "partners": [make_partner()],
        "initiatives": [make_initiative()],
    }


def article(year, **subjects):
    return about(make_article(published=False, date=date(year, 1, 1), slug=str(year)), **subjects)


def choose(content, *articles):
    """Choose articles for the end of a published page; the last one named comes first."""
    for place, one in enumerate(reversed(articles)):
        RelatedArticle.objects.create(content=content, article=one.article, position=place)


def more(client, content) -> list[str]:
    """Return the last step of the address of each article at the end of a page."""
    html = client.get(content.get_absolute_url()).content
    links = BeautifulSoup(html, "html.parser").select(".detail__more .teaser a")
    return [link["href"].strip("/").rpartition("/")[2] for link in links]


def test_who_shares_more_comes_first_then_the_newest(client, subjects):
    content = article(2022, **subjects)
    article(2010, topics=subjects["topics"], partners=subjects["partners"])
    article(2011, topics=subjects["topics"])
    article(2012, partners=subjects["partners"])
    article(2013, initiatives=subjects["initiatives"])
    article(2014)

    assert more(client, content) == ["2010", "2013", "2012"]


def test_what_was_chosen_comes_first_in_its_order_and_is_filled_up(client, subjects):
    content = article(2022, **subjects)
    article(2020, **subjects)
    article(2019, **subjects)
    choose(content, article(2001), article(2021, **subjects))

    assert more(client, content) == ["2021", "2001", "2020"]


def test_whoever_chooses_more_than_three_gets_them_all(client, subjects):
    content = article(2022, **subjects)
    article(2020, **subjects)
    choose(content, *[article(year) for year in (2001, 2002, 2003, 2004)])

    assert more(client, content) == ["2004", "2003", "2002", "2001"]


@pytest.mark.parametrize("manner", [Manner.NOTICE, Manner.GONE])
def test_itself_drafts_and_what_was_withdrawn_are_never_shown(client, subjects, manner):
    content = article(2022, **subjects)
    withdrawn = article(2021, **subjects)
    draft = make_article(published=False, slug="entwurf")
    draft.topics.set(subjects["topics"])
    choose(content, content, withdrawn, draft)
    withdraw(version_of(withdrawn), editor(), manner=manner)

    assert more(client, content) == []


def test_a_choice_in_a_draft_is_not_seen_before_it_is_published(client):
    content = article(2022)
    draft = new_draft(content)
    choose(draft, article(2001))

    before = more(client, content)
    publish(draft)

    assert (before, more(client, content)) == ([], ["2001"])


def test_an_article_does_not_lead_to_itself_nor_twice_to_another():
    content, other = article(2022), article(2021)
    choose(content, other)

    with pytest.raises(ValidationError, match="nicht zu sich selbst"):
        RelatedArticle(content=content, article=content.article).full_clean()
    with pytest.raises(ValidationError, match="schon gewählt"):
        RelatedArticle(content=content, article=other.article).full_clean()
