"""Pages of meetings and their programme."""

from datetime import UTC, date, datetime

import pytest
from django.contrib.contenttypes.models import ContentType

from events.models import Meeting, MeetingImage
from publishing.related import Link
from tests.factories import (
    add_text,
    editor,
    make_article,
    make_meeting,
    make_person,
    new_draft,
    picture,
    publish,
)

pytestmark = pytest.mark.django_db
MEETING_QUERIES = 11
ITEM_QUERIES = 6


def full_meeting(count=1, **values):
    """Return a published meeting with `count` of everything that belongs to one."""
    content = make_meeting(published=False, **values)
    for number in range(count):
        item = content.meeting.programme_items.create(
            kind="talk", title=f"Vortrag {number}", position=number
        )
        for person in range(count):
            item.participations.create(person=make_person(f"Person {number} {person}"))
        content.people.add(make_person(f"Gast {number}"))
        MeetingImage.objects.create(content=content, image=picture(), alt="Ein Bild")
        make_article(meeting=content.meeting)
        content.meeting.attachments.create(title="Satzung", url="https://a.example/7", item=item)
    add_text(content, "<p>Absatz.</p>")
    return publish(content)


def at(year):
    return {"starts_at": datetime(year, 9, 28, 16, tzinfo=UTC)}


@pytest.mark.parametrize("count", [1, 3])
def test_a_meeting_needs_the_same_queries_whatever_belongs_to_it(
    client, count, django_assert_num_queries
):
    full_meeting(count, slug="2021")
    client.get("/jahrestreffen/2021/?warm")

    with django_assert_num_queries(MEETING_QUERIES):
        client.get("/jahrestreffen/2021/?kalt")


@pytest.mark.parametrize("count", [1, 3])
def test_a_programme_item_needs_the_same_queries(client, count, django_assert_num_queries):
    full_meeting(count, slug="2021")
    client.get("/jahrestreffen/2021/programm/vortrag-0/?warm")

    with django_assert_num_queries(ITEM_QUERIES):
        client.get("/jahrestreffen/2021/programm/vortrag-0/?kalt")


def test_a_meeting_shows_its_programme_in_order_and_its_published_articles(client):
    content = make_meeting(slug="2021")
    last = content.meeting.programme_items.create(kind="talk", title="Zuletzt", position=2)
    first = content.meeting.programme_items.create(kind="talk", title="Zuerst", position=1)
    article = make_article(meeting=content.meeting)
    make_article(meeting=content.meeting, published=False)

    context = client.get("/jahrestreffen/2021/").context

    assert context["programme"] == [first, last]
    assert list(context["articles"]) == [article]


def test_a_meeting_and_the_people_it_names_lead_to_each_other(client):
    content = make_meeting(slug="2021", title="Elftes Treffen")
    person = make_person("Rosa Pfeil")
    gone = make_person("Otto Weg", publish_until=date(2020, 1, 1))
    content.people.add(person, make_person("Die Mobilés", slug="die-mobiles", is_group=True), gone)
    make_meeting(published=False).people.add(person)

    people = client.get("/jahrestreffen/2021/").context["related"]
    meetings = client.get("/personen/rosa-pfeil/").context["related"]

    assert sorted((link.kind, link.title, link.url) for link in people) == [
        ("Gruppe", "Die Mobilés", "/personen/die-mobiles/"),
        ("Person", "Rosa Pfeil", "/personen/rosa-pfeil/"),
    ]
    assert [(link.kind, link.title, link.url) for link in meetings] == [
        ("Jahrestreffen", "Elftes Treffen", "/jahrestreffen/2021/")
    ]


def test_meetings_lead_to_the_one_before_and_after(client):
    for year in (2019, 2021, 2023):
        make_meeting(slug=str(year), title=f"Treffen {year}", facts=at(year))
    make_meeting(slug="2020", facts=at(2020), published=False)

    context = client.get("/jahrestreffen/2021/").context

    assert (context["previous"], context["next"]) == (
        Link("Zurück", "Treffen 2019", "/jahrestreffen/2019/"),
        Link("Weiter", "Treffen 2023", "/jahrestreffen/2023/"),
    )


def test_an_item_leads_to_the_one_before_and_after(client):
    content = make_meeting(slug="2021")
    for position, title in enumerate(["Begrüßung", "Größe zählt", "Schluss"]):
        content.meeting.programme_items.create(kind="talk", title=title, position=position)

    context = client.get("/jahrestreffen/2021/programm/groesse-zaehlt/").context

    assert (context["previous"], context["next"]) == (
        Link("Zurück", "Begrüßung", "/jahrestreffen/2021/programm/begruessung/"),
        Link("Weiter", "Schluss", "/jahrestreffen/2021/programm/schluss/"),
    )
    ends = [
        client.get(f"/jahrestreffen/2021/programm/{slug}/") for slug in ("begruessung", "schluss")
    ]
    assert (ends[0].context["previous"], ends[1].context["next"]) == (None, None)


def test_an_items_address_stays_and_is_its_own_in_the_meeting():
    meeting = Meeting.objects.create(**at(2021))
    first, second = (
        meeting.programme_items.create(kind="talk", title="Grußwort") for _ in range(2)
    )
    first.title = "Begrüßung"
    first.save()

    assert (first.slug, second.slug) == ("grusswort", "grusswort-2")


def test_unknown_items_and_those_of_drafts_are_not_found(client):
    make_meeting(slug="2021")
    draft = make_meeting(slug="2022", published=False)
    draft.meeting.programme_items.create(kind="talk", title="Geheim")

    paths = ["2021/programm/fehlt/", "2022/programm/geheim/", "2022/", "2021/programm/"]
    assert [client.get(f"/jahrestreffen/{path}").status_code for path in paths] == [404] * 4


def test_the_preview_of_a_draft_shows_the_draft(client):
    draft = new_draft(make_meeting(title="Öffentlich"))
    type(draft).admin_manager.filter(pk=draft.pk).update(title="Entwurf")
    client.force_login(editor())
    kind = ContentType.objects.get_for_model(draft).pk

    response = client.get(f"/admin/cms/placeholder/object/{kind}/preview/{draft.pk}/")

    assert response.context["content"].title == "Entwurf"
