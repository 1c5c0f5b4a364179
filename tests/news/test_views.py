"""Pages of news and press releases."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache

from news.models import ArticleImage, ArticleSource, Topic
from publishing.related import Link
from tests.factories import (
    add_text,
    editor,
    make_article,
    make_initiative,
    make_meeting,
    make_partner,
    make_person,
    new_draft,
    picture,
    publish,
)

pytestmark = pytest.mark.django_db
ARTICLE_QUERIES = 9


def related_article(count=1, **values):
    """Return a published article with `count` of everything it can be related to."""
    content = make_article(published=False, meeting=make_meeting(slug="2021").meeting, **values)
    for number in range(count):
        content.topics.add(Topic.objects.create(name=f"Thema {number}", slug=f"thema-{number}"))
        content.initiatives.add(make_initiative(slug=f"initiative-{number}").initiative)
        content.partners.add(make_partner(slug=f"partner-{number}").partner)
        content.people.add(make_person(f"Person {number}"))
        ArticleImage.objects.create(content=content, image=picture(), alt="Ein Bild")
        ArticleSource.objects.create(content=content, title="Zeitung")
    add_text(content, "<p>Absatz.</p>")
    return publish(content)


@pytest.mark.parametrize("count", [1, 3])
def test_an_article_needs_the_same_queries_whatever_it_leads_to(
    client, count, django_assert_num_queries
):
    content = related_article(count, slug="rhein")
    for _ in range(count):
        make_article().topics.set(content.topics.all())
    client.get("/aktuelles/rhein/?warm")

    with django_assert_num_queries(ARTICLE_QUERIES):
        client.get("/aktuelles/rhein/?kalt")


def test_an_article_leads_to_what_it_belongs_to_in_a_fixed_order(client):
    content = related_article(slug="rhein")
    content.people.add(make_person("Jugendchor", is_group=True))

    assert client.get("/aktuelles/rhein/").context["related"] == [
        Link("Jahrestreffen", "Titel 1", "/jahrestreffen/2021/"),
        Link("Initiative", "Titel 1", "/initiativen/initiative-0/"),
        Link("Partner", "Titel 1", "/partner/partner-0/"),
        Link("Person", "Person 0", "/personen/person-0/"),
        Link("Gruppe", "Jugendchor", "/personen/jugendchor/"),
    ]


def test_drafts_and_people_without_a_page_are_not_related(client):
    content = make_article(slug="rhein")
    content.initiatives.add(make_initiative(published=False).initiative)
    content.people.add(make_person(publish_until=date(2020, 1, 1)))

    assert client.get("/aktuelles/rhein/").context["related"] == []


def test_neighbours_are_of_the_same_kind_and_ordered_by_date(client):
    make_article(slug="alt", title="Alt", date=date(2020, 1, 1))
    make_article(slug="aelter", title="Älter", date=date(2019, 1, 1))
    make_article(slug="mitte", date=date(2021, 1, 1))
    make_article(slug="neu", title="Neu", date=date(2022, 1, 1))
    make_article(kind="press-release", date=date(2021, 2, 1))

    context = client.get("/aktuelles/mitte/").context
    assert context["previous"] == Link("Zurück", "Alt", "/aktuelles/alt/")
    assert context["next"] == Link("Weiter", "Neu", "/aktuelles/neu/")
    assert client.get("/aktuelles/neu/").context["next"] is None
    assert client.get("/aktuelles/aelter/").context["previous"] is None


def test_neighbours_of_one_day_follow_each_other(client):
    for slug in ("eins", "zwei", "drei"):
        make_article(slug=slug)

    context = client.get("/aktuelles/zwei/").context
    assert (context["previous"].url, context["next"].url) == (
        "/aktuelles/eins/",
        "/aktuelles/drei/",
    )


# --- Addresses ---


@pytest.mark.parametrize(
    ("kind", "kicker", "shown"),
    [
        ("press-release", "Natur", "Pressemitteilung · Natur"),
        ("press-release", "", "Pressemitteilung"),
        ("news", "Natur", "Natur"),
        ("news", "", "Nachricht"),
    ],
)
def test_a_release_says_that_it_is_one_whatever_it_is_about(client, kind, kicker, shown):
    content = make_article(kind=kind, kicker=kicker)

    page = BeautifulSoup(client.get(content.get_absolute_url()).content, "html.parser")

    assert page.select_one(".page-header__kicker").get_text() == shown


def test_news_and_releases_do_not_answer_under_each_others_address(client):
    make_article(slug="neu")
    make_article(slug="frei", kind="press-release")

    paths = ["/aktuelles/neu/", "/presse/frei/", "/presse/neu/", "/aktuelles/frei/"]
    assert [client.get(path).status_code for path in paths] == [200, 200, 404, 404]


@pytest.mark.parametrize("path", ["/aktuelles/Rhein/", "/aktuelles/rhein"])
def test_a_mistyped_address_leads_to_the_right_one(client, path):
    make_article(slug="rhein")

    response = client.get(path)

    assert (response.status_code, response["Location"]) == (301, "/aktuelles/rhein/")


# --- Previews ---


def preview_of(client, content):
    cache.clear()
    path = f"/admin/cms/placeholder/object/{content_type(content)}/preview/{content.pk}/"
    return client.get(path)


def content_type(content) -> int:
    return ContentType.objects.get_for_model(content).pk


def test_a_draft_is_shown_only_to_staff_who_may_see_it(client):
    draft = new_draft(make_article(title="Öffentlich"))
    type(draft).admin_manager.filter(pk=draft.pk).update(title="GEHEIM")
    stranger = editor("fremd", is_superuser=False)
    colleague = editor("kollegin", is_superuser=False)
    colleague.user_permissions.add(Permission.objects.get(codename="view_articlecontent"))

    answers = {"anonymous": preview_of(client, draft)}
    for user in (stranger, colleague, editor()):
        client.force_login(user)
        answers[user.username] = preview_of(client, draft)

    assert {name: "GEHEIM" in answer.content.decode() for name, answer in answers.items()} == {
        "anonymous": False,
        "fremd": False,
        "kollegin": True,
        "redaktion": True,
    }
    assert answers["fremd"].status_code in {403, 404}
    assert answers["anonymous"].status_code in {302, 403, 404}


def test_the_public_page_stays_as_it_was_while_a_draft_is_written(client):
    content = make_article(title="Öffentlich", slug="rhein")
    draft = new_draft(content)
    type(draft).admin_manager.filter(pk=draft.pk).update(title="GEHEIM")
    client.force_login(editor())

    assert "GEHEIM" not in client.get("/aktuelles/rhein/").content.decode()
