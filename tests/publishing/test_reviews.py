"""G18: on its review date an item is due; its owner is told by mail, once for each date."""

from datetime import date, timedelta

import pytest
from django.contrib.auth import get_user_model

from publishing.outdated_facts import outdated_facts
from publishing.reviews import AFTER, AFTER_FACT, due_items, remind
from tests.factories import (
    add_block,
    editor,
    make_article,
    make_partner,
    make_person,
    new_draft,
    publish,
)
from tests.publishing.planning import committed

pytestmark = pytest.mark.django_db
TODAY = date(2027, 3, 1)
DAY = timedelta(days=1)


@pytest.fixture
def mail(settings):
    settings.EMAIL_HOST = "mail.example"


@pytest.fixture
def owner():
    return get_user_model().objects.create_user("anna", email="anna@example.org", is_staff=True)


def item(owner=None, review_on=TODAY, **values):
    """Return an article with a review date."""
    article = make_article(**values).article
    article.owner, article.review_on = owner, review_on
    article.save()
    return article


def test_due_are_items_of_every_type_from_their_day_on_the_oldest_first():
    later = item(review_on=TODAY + DAY)
    partner = make_partner(facts={"review_on": TODAY - DAY}).partner
    person = make_person(review_on=TODAY - 2 * DAY)
    due = item()

    assert due_items(today=TODAY) == [person, partner, due]
    assert later in due_items(today=TODAY + DAY)


def test_who_may_not_change_a_type_has_nothing_due():
    item(review_on=date(2020, 1, 1))
    nobody = get_user_model().objects.create_user("fremd", is_staff=True)

    assert (len(due_items(editor())), due_items(nobody)) == (1, [])


@pytest.mark.parametrize("count", [1, 3])
def test_titles_are_fetched_at_once(count, django_assert_num_queries):
    for _ in range(count):
        item(title="Hafen")

    # Articles and their texts, meetings, partners, initiatives, people.
    with django_assert_num_queries(6):
        titles = [str(one) for one in due_items(today=TODAY)]

    assert titles == ["Hafen"] * count


def test_an_owner_gets_one_mail_with_everything_once(mail, owner, mailoutbox):
    first, second = item(owner, title="Hafen"), item(owner, title="Wasser")

    told = [committed(remind, TODAY), committed(remind, TODAY), committed(remind, TODAY + DAY)]

    assert told == [1, 0, 0]
    assert [(one.subject, one.to) for one in mailoutbox] == [
        ("Zu prüfen: 2 Einträge", ["anna@example.org"])
    ]
    for article, title in ((first, "Hafen"), (second, "Wasser")):
        link = f"http://127.0.0.1:8000/admin/news/article/{article.pk}/change/"
        assert f"{title} (seit 01.03.2027)\n{link}" in mailoutbox[0].body


def test_an_owner_is_told_of_an_old_number_once_whatever_else_is_published(mail, owner, mailoutbox):
    content = make_article(title="Hafen", published=False)
    content.article.owner = owner
    content.article.save()
    sheet = add_block(content, "FactSheetPlugin")
    number = {"label": "Schiffe", "value": "130", "source": "Zeitung"}
    add_block(content, "FactLinePlugin", parent=sheet, **number, as_of=TODAY - 400 * DAY)
    publish(content)

    told = [committed(remind, TODAY)]
    again = publish(new_draft(content))
    told.append(committed(remind, TODAY + DAY))

    assert told == [1, 0]
    (sent,) = mailoutbox
    assert (sent.subject, sent.to) == ("Zu prüfen: „Hafen“", ["anna@example.org"])
    assert (
        "Hafen: „Schiffe: 130“, Stand 25.\u00a0Januar 2026: zu prüfen seit 25.01.2027" in sent.body
    )
    assert AFTER_FACT in sent.body
    assert AFTER not in sent.body
    assert [one.place for one in outdated_facts(None, TODAY)] == [again]


def test_another_date_is_told_anew(mail, owner, mailoutbox):
    article = item(owner, title="Hafen")
    committed(remind, TODAY)
    article.review_on = TODAY + 10 * DAY
    article.save()

    told = [committed(remind, TODAY + DAY), committed(remind, TODAY + 10 * DAY)]

    assert told == [0, 1]
    assert [one.subject for one in mailoutbox] == ["Zu prüfen: „Hafen“"] * 2


def test_nobody_is_told_who_is_not_there(mail, mailoutbox):
    users = get_user_model().objects
    item(None)
    item(users.create_user("ohne Adresse"))
    item(users.create_user("weg", email="weg@example.org", is_active=False))

    assert (committed(remind, TODAY), mailoutbox) == (0, [])


def test_without_a_mail_server_the_mail_comes_when_there_is_one(settings, owner, mailoutbox):
    item(owner)
    silent = committed(remind, TODAY)
    settings.EMAIL_HOST = "mail.example"

    assert (silent, committed(remind, TODAY), len(mailoutbox)) == (0, 1, 1)
