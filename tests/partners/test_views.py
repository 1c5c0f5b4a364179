"""Pages of partners, initiatives and people."""

from datetime import date, timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from partners.models import District, Edition, InitiativeImage
from publishing.related import Link
from tests.events.recordings import add_chapter, make_recording
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
from tests.reading import text_of, thing

pytestmark = pytest.mark.django_db
INITIATIVE_QUERIES = 12
PARTNER_QUERIES = 10
PERSON_QUERIES = 8


def full_initiative(count, **values):
    content = make_initiative(published=False, **values)
    for number in range(count):
        Edition.objects.create(content=content, number=number + 1)
        InitiativeImage.objects.create(content=content, image=picture(), alt="Ein Bild")
        content.districts.add(District.objects.create(name=f"Ort {number}"))
        content.partners.add(make_partner().partner)
        make_article().initiatives.add(content.initiative)
    add_text(content, "<p>Absatz.</p>")
    return publish(content)


def full_partner(count, **values):
    content = make_partner(published=False, **values)
    for number in range(count):
        make_initiative().partners.add(content.partner)
        make_article().partners.add(content.partner)
        make_person(f"Person {number}", partner=content.partner, portrait=picture())
    add_text(content, "<p>Absatz.</p>")
    return publish(content)


def full_person(count):
    person = make_person("Rosa Pfeil", portrait=picture())
    for number in range(count):
        person.memberships.create(body="speakers", from_year=2010 + number)
        content = make_meeting()
        item = content.meeting.programme_items.create(kind="talk", title="Vortrag")
        item.participations.create(person=person)
        add_chapter(make_recording(content=content), 60, item=item)
        make_meeting().people.add(person)
        make_article().people.add(person)
    return person


@pytest.mark.parametrize("count", [1, 3])
def test_an_initiative_needs_the_same_queries(client, count, django_assert_num_queries):
    full_initiative(count, slug="lauf")
    client.get("/initiativen/lauf/?warm")

    with django_assert_num_queries(INITIATIVE_QUERIES):
        client.get("/initiativen/lauf/?kalt")


@pytest.mark.parametrize("count", [1, 3])
def test_a_partner_needs_the_same_queries(client, count, django_assert_num_queries):
    full_partner(count, slug="stadt")
    client.get("/partner/stadt/?warm")

    with django_assert_num_queries(PARTNER_QUERIES):
        client.get("/partner/stadt/?kalt")


@pytest.mark.parametrize("count", [1, 3])
def test_a_person_needs_the_same_queries(client, count, django_assert_num_queries):
    full_person(count)
    client.get("/personen/rosa-pfeil/?warm")

    with django_assert_num_queries(PERSON_QUERIES):
        client.get("/personen/rosa-pfeil/?kalt")


def test_initiative_and_partner_lead_to_each_other_and_to_their_articles(client):
    partner = make_partner(slug="stadt")
    initiative = make_initiative(slug="lauf")
    initiative.partners.add(partner.partner)
    make_initiative(published=False).partners.add(partner.partner)
    article = make_article()
    article.initiatives.add(initiative.initiative)
    article.partners.add(partner.partner)
    make_article(published=False).initiatives.add(initiative.initiative)

    of_initiative = client.get("/initiativen/lauf/").context
    of_partner = client.get("/partner/stadt/").context

    assert (list(of_initiative["partners"]), list(of_initiative["articles"])) == (
        [partner],
        [article],
    )
    assert (list(of_partner["initiatives"]), list(of_partner["articles"])) == (
        [initiative],
        [article],
    )


def test_who_left_is_marked_wherever_named_and_old_news_stay(client):
    gone = make_partner(slug="alt", title="Alt GmbH", facts={"member_until": 2015})
    here = make_partner(slug="neu", title="Neu GmbH")
    initiative = make_initiative(slug="lauf")
    article = make_article(slug="frueher", date=date(2012, 5, 1))
    for partner in (gone, here):
        initiative.partners.add(partner.partner)
        article.partners.add(partner.partner)

    page = client.get("/aktuelles/frueher/")
    kinds = {link.title: link.kind for link in page.context["related"]}
    tiles = client.get("/initiativen/lauf/").text.count("ehemaliger Partner")
    partner = client.get("/partner/alt/")

    assert kinds == {"Alt GmbH": "Ehemaliger Partner", "Neu GmbH": "Partner"}
    assert [one["name"] for one in thing(page, "NewsArticle")["mentions"]] == [
        *("Neu GmbH", "Alt GmbH")
    ]
    assert (tiles, list(partner.context["articles"])) == (1, [article])
    assert "Ehemaliger Partner, dabei bis 2015" in text_of(partner)
    assert "memberOf" not in thing(partner, "Organization")


@pytest.mark.parametrize(("count", "is_cut"), [(11, False), (12, True)])
def test_a_full_list_of_articles_leads_to_all_of_them(client, count, is_cut):
    partner, initiative = make_partner(slug="stadt"), make_initiative(slug="lauf")
    for _ in range(count):
        article = make_article()
        article.partners.add(partner.partner)
        article.initiatives.add(initiative.initiative)

    of_partner, of_initiative = client.get("/partner/stadt/"), client.get("/initiativen/lauf/")

    assert ('"/aktuelles/archiv/?partner=stadt"' in of_partner.text) == is_cut
    assert ('"/presse/archiv/?initiative=lauf"' in of_initiative.text) == is_cut


def test_neighbours_follow_the_alphabet(client):
    for title in ("Änne", "berta", "Cäsar"):
        slug = title.lower().replace("ä", "ae")
        make_partner(slug=slug, title=title)
        make_initiative(slug=slug, title=title)

    for path in ("partner", "initiativen"):
        context = client.get(f"/{path}/berta/").context
        assert (context["previous"], context["next"]) == (
            Link("Zurück", "Änne", f"/{path}/aenne/"),
            Link("Weiter", "Cäsar", f"/{path}/caesar/"),
        )


def test_a_person_is_shown_with_contributions_to_published_meetings_newest_first(client):
    person = make_person("Rosa Pfeil")
    contents = [
        make_meeting(facts={"starts_at": timezone.now() - timedelta(days=days)}, published=shown)
        for days, shown in ((800, True), (400, True), (10, False))
    ]
    for content in contents:
        item = content.meeting.programme_items.create(kind="talk", title="Vortrag")
        item.participations.create(person=person)
    person.memberships.create(body="speakers", from_year=2010)
    article = make_article()
    article.people.add(person)

    context = client.get("/personen/rosa-pfeil/").context

    assert [one.meeting_content for one in context["participations"]] == [contents[1], contents[0]]
    assert [str(one) for one in context["memberships"]] == ["Rosa Pfeil, Sprecherteam"]
    assert list(context["articles"]) == [article]


def test_a_person_past_the_last_day_is_gone_and_named_without_a_link(client):
    today = timezone.localdate()
    gone = make_person("Gone Person", publish_until=today - timedelta(days=1))
    last_day = make_person("Letzter Tag", publish_until=today)

    answers = [client.get(f"/personen/{person.slug}/") for person in (gone, last_day)]

    assert [answer.status_code for answer in answers] == [410, 200]
    assert (gone.get_absolute_url(), last_day.get_absolute_url()) == (
        "",
        "/personen/letzter-tag/",
    )
    assert client.get(gone.get_short_url()).status_code == 410
    assert client.get("/personen/niemand/").status_code == 404


@pytest.mark.parametrize("make", [make_partner, make_initiative])
def test_the_preview_of_a_draft_shows_the_draft(client, make):
    draft = new_draft(make(title="Öffentlich"))
    type(draft).admin_manager.filter(pk=draft.pk).update(title="Entwurf")
    client.force_login(editor())
    kind = ContentType.objects.get_for_model(draft).pk

    response = client.get(f"/admin/cms/placeholder/object/{kind}/preview/{draft.pk}/")

    assert response.context["content"].title == "Entwurf"


def test_editions_keep_their_dates(client):
    content = make_initiative(slug="lauf")
    Edition.objects.create(content=content, starts_on=date(2012, 6, 29), precision="month")

    (edition,) = client.get("/initiativen/lauf/").context["content"].editions.all()

    assert edition.when == "Juni 2012"


@pytest.mark.parametrize(
    ("status", "first", "last", "years"),
    [
        ("done", 2012, 2018, "2012–2018"),
        ("unknown", 2012, 2012, "2012"),
        ("running", 2012, 2026, "seit 2012"),
    ],
)
def test_an_initiative_says_when_and_claims_no_end_while_it_runs(
    client, status, first, last, years
):
    facts = {"status": status}
    content = make_initiative(facts=facts, first_year=first, last_year=last)

    assert f"Zeitraum {years} " in text_of(client.get(content.get_absolute_url()))
