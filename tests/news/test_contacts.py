"""Whom journalists call, today and about an old release."""

import re
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from news.models import ArticleContact, ArticleContent, PressContact
from publishing.gate import problems
from publishing.page_actions import change_url
from tests.factories import editor, make_article, new_draft, press_contact, publish
from tests.news.taking import PAGE, bring, sent
from tests.publishing.test_admin import filled

pytestmark = pytest.mark.django_db
DAY = date(2024, 5, 1)
TITLE, BODY = "Neues vom Rathaus", "Dormagen baut um. Die Arbeiten beginnen bald."


def test_who_left_is_followed_by_the_first_who_is_there():
    third = press_contact("Dritte")
    second = press_contact("Zweite", valid_until=date(2023, 1, 1), successor=third)
    first = press_contact("Erste", valid_until=date(2022, 1, 1), successor=second)

    days = [date(2021, 12, 31), date(2022, 1, 2), DAY]
    assert [first.in_charge(day) for day in days] == [first, second, third]


def test_nobody_answers_where_nobody_was_named_or_all_lead_in_a_circle():
    first = press_contact("Erste", valid_until=date(2022, 1, 1))
    second = press_contact("Zweite", valid_until=date(2022, 1, 1), successor=first)
    PressContact.objects.filter(pk=first.pk).update(successor=second)
    first.refresh_from_db()

    assert (first.in_charge(DAY), second.in_charge(DAY)) == (None, None)
    with pytest.raises(ValidationError, match="im Kreis"):
        first.full_clean()


def test_somebody_who_is_their_own_successor_is_refused():
    contact = press_contact()
    contact.successor = contact

    with pytest.raises(ValidationError, match="im Kreis"):
        contact.full_clean()


@pytest.mark.parametrize(
    "phone", ["kein Telefon", "+", "12", "0" * 40, "02133 <b>", "javascript:1"]
)
def test_what_cannot_be_dialled_is_refused(phone):
    with pytest.raises(ValidationError) as refused:
        PressContact(name="A", email="a@example.org", phone=phone).full_clean()

    assert list(refused.value.message_dict) == ["phone"]


def test_general_contacts_are_those_who_answer_today():
    today = timezone.localdate()
    here = press_contact("Hier", valid_from=today, valid_until=today)
    press_contact("Vorbei", valid_until=today - timedelta(days=1))
    press_contact("Noch nicht", valid_from=today + timedelta(days=1))
    press_contact("Nur für eine Mitteilung", is_general=False)

    assert list(PressContact.objects.general()) == [here]


# --- At a release ---


def test_a_recent_release_needs_somebody_who_answers():
    content = make_article(kind="press-release", date=timezone.localdate(), published=False)
    gone = press_contact("Weg", valid_until=date(2022, 1, 1))
    ArticleContact.objects.create(content=content, contact=gone)
    without = [str(problem) for problem in problems(content)]
    gone.successor = press_contact("Da")
    gone.save()

    assert (without, problems(content)) == (
        [
            "Pressekontakt: Niemand ist heute erreichbar. Wählen Sie unten einen Pressekontakt, "
            "der heute zuständig ist."
        ],
        [],
    )


def test_news_and_old_releases_need_nobody():
    old = make_article(kind="press-release", date=date(2012, 1, 1), published=False)
    news = make_article(date=timezone.localdate(), published=False)

    assert (problems(old), problems(news)) == ([], [])


def test_the_only_general_contact_is_the_usual_one():
    assert PressContact.objects.usual() is None
    one = press_contact("Eine")
    assert PressContact.objects.usual() == one
    press_contact("Zweite")
    assert PressContact.objects.usual() is None


def written(client, **changes):
    """Return the text of an article that was written in the form of a new one."""
    client.force_login(editor())
    url = "/admin/news/article/add/"
    client.post(url, {**filled(client.get(url)), "content__title": "Neu", **changes})
    return ArticleContent.admin_manager.get()


@pytest.mark.parametrize(("kind", "names"), [("press-release", ["Eine"]), ("news", [])])
def test_a_new_release_gets_the_usual_contact_and_news_none(client, kind, names):
    press_contact("Eine")

    content = written(client, kind=kind)

    assert [row.name for row in content.contacts.all()] == names


def test_news_that_become_a_release_get_the_usual_contact(client):
    content = written(client, kind="news")
    press_contact("Eine")
    url = change_url(content.article)

    client.post(url, {**filled(client.get(url)), "kind": "press-release"})
    client.post(url, {**filled(client.get(url)), "content__title": "Anders"})

    assert [row.name for row in content.contacts.all()] == ["Eine"]


def test_a_text_taken_over_gets_the_usual_contact(staff):
    press_contact("Eine")

    staff.post(PAGE, sent(bring(staff, text=f"{TITLE}\n\n{BODY}"), _create="x"))

    assert [row.name for row in ArticleContent.admin_manager.get().contacts.all()] == ["Eine"]


def release(contact, **values):
    """Return a published release with this contact."""
    content = make_article(kind="press-release", slug="rhein", published=False)
    ArticleContact.objects.create(content=content, contact=contact, **values)
    return publish(content)


def offer_of(client) -> str:
    """Return what the release says of its contact."""
    html = client.get("/presse/rhein/").content.decode()
    part = html.partition('<div class="press-contact">')[2].partition("</div>")[0]
    return " ".join(re.sub(r"<[^>]*>", "", part).split())


def test_a_release_names_its_contact_with_links_that_dial_and_write(client):
    release(press_contact(role="Pressestelle", hours="Mo–Fr", out_of_hours="Bereitschaft"))

    html = client.get("/presse/rhein/").content.decode()

    assert re.findall(r'href="((?:tel|mailto):[^"?]*)"', html) == [
        "tel:021332570",
        "mailto:presse@example.org",
    ]
    assert offer_of(client) == (
        "Erika Beispiel Pressestelle 02133 257-0 presse@example.org Erreichbar: Mo–Fr "
        "Sonst: Bereitschaft"
    )


def test_after_a_change_the_old_name_stays_and_the_new_one_answers(client):
    contact = press_contact("Alt", role="Sprecherin")
    release(contact)
    contact.name = "Umbenannt"
    contact.valid_until = date(2022, 1, 1)
    contact.successor = press_contact("Neu")
    contact.save()

    assert offer_of(client) == (
        "Damals: Alt, Sprecherin Heute zuständig: Neu 02133 257-0 presse@example.org"
    )


def test_where_nobody_follows_the_press_page_helps(client):
    release(press_contact("Alt", valid_until=date(2022, 1, 1)))

    assert offer_of(client) == "Damals: Alt Heute antwortet, wer auf der Seite Presse steht."


def test_a_new_draft_has_the_contacts_of_its_own():
    content = release(press_contact())
    new_draft(content).contacts.update(name="Anders")

    assert [row.name for row in content.contacts.all()] == ["Erika Beispiel"]
