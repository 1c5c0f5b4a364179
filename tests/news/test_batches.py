"""G23: many articles of one export."""

from datetime import date

import pytest
from django.contrib.messages import get_messages

from news.intake.batches import PICTURES
from news.intake.pages import NOTHING
from news.models import ArticleContent
from tests.factories import make_article
from tests.news.taking import PAGE, blocks, bring, upload
from tests.news.test_exports import ATOM, RSS, post, wordpress

pytestmark = pytest.mark.django_db


def take(client, shown, **changes):
    """Press „Entwürfe anlegen“ below a list."""
    context = shown.context
    chosen = [row.article.key for row in context["rows"] if row.is_chosen]
    names = ("articles", "kind", "source")
    values = {"_take": "x", "chosen": chosen, **{name: context[name] for name in names}}
    return client.post(PAGE, {**values, **changes})


def test_an_export_becomes_drafts_with_their_dates_and_a_second_one_none(staff):
    data = wordpress(post(1), post(2), post(3, kind="page"))
    make_article(title="Beitrag 2", published=False)

    first = bring(staff, kind="news", file=upload(data, "alt.xml"))
    take(staff, first)
    second = bring(staff, kind="news", file=upload(data, "alt.xml"))
    take(staff, second, chosen=[row.article.key for row in second.context["rows"]][:1])

    assert [(row.draft.title, row.is_chosen) for row in first.context["rows"]] == [
        ("Beitrag 1", True),
        ("Beitrag 2", False),
    ]
    assert [row.is_taken for row in second.context["rows"]] == [True, False]
    content = ArticleContent.admin_manager.get(title="Beitrag 1")
    assert (content.date, content.lead) == (date(2014, 5, 6), "Ein Anriss.")
    (text,) = blocks(content)
    assert text[1]["body"] == "<p>Erster Absatz.</p> <p>Zweiter.</p>"
    assert content.versions.get().state == "draft"
    assert "https://alt.de/1" in content.article.origin


def test_pressing_twice_makes_each_draft_once_and_says_why_there_are_no_more(staff):
    shown = bring(staff, kind="news", file=upload(wordpress(post(1), post(2)), "alt.xml"))

    take(staff, shown)
    second = take(staff, shown)

    assert [str(one) for one in get_messages(second.wsgi_request)] == [
        "2 Entwürfe sind angelegt. Veröffentlicht ist nichts. Nicht übernommen: 0.",
        NOTHING,
    ]
    assert ArticleContent.admin_manager.count() == 2


def test_a_feed_is_shown_with_what_is_unsure(staff):
    shown = bring(staff, file=upload(ATOM.encode(), "feed.xml"))

    assert [(row.draft.title, row.draft.date.day) for row in shown.context["rows"]] == [
        ("Eins", 29),
        ("Zwei", 30),
    ]
    assert "Veröffentlicht wird nichts." in shown.content.decode()


def test_pictures_of_an_export_are_not_fetched_and_that_is_said(staff):
    image = "<p>Text.</p><img src='https://alt.de/a.jpg'><img src='//alt.de/b.jpg'>"
    data = RSS.replace("<p>Lang.</p>", image).encode()

    shown = bring(staff, file=upload(data, "feed.xml"))

    first, second = shown.context["rows"]
    told = PICTURES.format(count="2 Bilder")
    assert (told in first.remarks, told in second.remarks) == (True, False)
    assert "alt.de/a.jpg" not in "".join(passage.html() for passage in first.draft.body)


@pytest.mark.parametrize("count", [1, 3])
def test_a_list_needs_the_same_queries_for_any_length(staff, count, django_assert_num_queries):
    data = wordpress(*(post(number) for number in range(count)))
    bring(staff, file=upload(data, "warm.xml"))

    with django_assert_num_queries(12):
        bring(staff, file=upload(data, "alt.xml"))
