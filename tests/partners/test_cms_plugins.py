"""Partners, initiatives, people and quotes as building blocks."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError

from partners.models import AnnualTheme, Membership, Person
from partners.plugin_models import AnnualThemeList, InitiativeList, PartnerLogos, PeopleList, Quote
from tests.factories import (
    add_block,
    make_initiative,
    make_page,
    make_partner,
    make_person,
    picture,
)

pytestmark = pytest.mark.django_db


def main_of(client, plugin, **values) -> BeautifulSoup:
    make_page(blocks=[(plugin, values)])
    return BeautifulSoup(client.get("/seite/").content, "html.parser").main


def words(element) -> str:
    return " ".join(element.get_text(" ").split())


def test_initiatives_are_chosen_by_who_carries_them():
    own = make_initiative(last_year=2018)
    accompanied = make_initiative(last_year=2020, facts={"is_partner_project": True})
    make_initiative(published=False)

    assert list(InitiativeList(scope="all").contents()) == [accompanied, own]
    assert list(InitiativeList(scope="own").contents()) == [own]
    assert list(InitiativeList(scope="partner-projects").contents()) == [accompanied]
    assert list(InitiativeList(scope="all", count=1).contents()) == [accompanied]


def test_partners_are_listed_in_the_alliances_order():
    second = make_partner(title="B", facts={"is_founding": True, "position": 2})
    first = make_partner(title="C", facts={"is_founding": True, "position": 1})
    names = {"zahn": "Zahn", "aepfel": "Äpfel", "evd": "evd"}
    zahn, apples, evd = (make_partner(slug=slug, title=names[slug]) for slug in names)
    make_partner(published=False)

    assert list(PartnerLogos(scope="founding").contents()) == [first, second]
    assert list(PartnerLogos(scope="further").contents()) == [apples, evd, zahn]
    assert list(PartnerLogos(scope="all").contents()) == [first, second, apples, evd, zahn]


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("block", "make", "identity"),
    [(InitiativeList, make_initiative, "initiative"), (PartnerLogos, make_partner, "partner")],
)
def test_lists_need_one_query_for_any_length(
    django_assert_num_queries, count, block, make, identity
):
    for number in range(count):
        make(hero=picture(f"bild{number}.png"), hero_is_decorative=True)

    with django_assert_num_queries(1):
        found = [
            (content.hero.credit, getattr(content, identity).pk) for content in block().contents()
        ]

    assert len(found) == count


def test_a_partner_without_logo_is_its_name(client):
    make_partner(title="Bürgerstiftung", slug="buergerstiftung")

    main = main_of(client, "PartnerLogosPlugin", heading="Partner")

    assert main.select_one(".partner-tile img") is None
    assert words(main.select_one(".partner-tile a")) == "Bürgerstiftung"


def test_people_are_listed_by_name_with_their_years(client):
    for name in ("Jobst Wierich", "Erika Beispiel"):
        Membership.objects.create(person=make_person(name), body="speakers", from_year=2010)
    make_person("Otto Andere")
    erika = Person.objects.get(name="Erika Beispiel")
    Membership.objects.create(person=erika, body="speakers", from_year=2017, until_year=2017)

    main = main_of(client, "PeoplePlugin", heading="Sprecherteam", body="speakers")

    assert [words(card) for card in main.select(".person-card")] == [
        "Erika Beispiel belegt ab 2010, belegt 2017",
        "Jobst Wierich belegt ab 2010",
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_people_need_two_queries_for_any_number(django_assert_num_queries, count):
    for number in range(count):
        Membership.objects.create(person=make_person(f"Person {number}"), body="speakers")

    with django_assert_num_queries(2):
        found = [
            (person.portrait, len(person.times)) for person in PeopleList(body="speakers").people()
        ]

    assert found == [(None, 1)] * count


def test_annual_themes_run_from_the_first_year_on(client, django_assert_num_queries):
    AnnualTheme.objects.create(year=2012, title="Bildung")
    AnnualTheme.objects.create(year=2010, title="Natur", motto="Grün")
    with django_assert_num_queries(1):
        years = [theme.year for theme in AnnualThemeList().entries()]

    main = main_of(client, "AnnualThemesPlugin", heading="Themen")

    assert years == [2010, 2012]
    assert words(main.select_one(".timeline")) == "2010 Natur „Grün“ 2012 Bildung"


def test_a_quote_leads_to_the_person_and_keeps_the_function_of_that_day(client):
    person = make_person("Jobst Wierich", job_title="heute etwas anderes")

    main = main_of(
        client, "QuotePlugin", text="Wir packen an.", person=person, role="Sprecher", source="2021"
    )

    assert words(main.blockquote) == "Wir packen an."
    assert " ".join(main.figcaption.text.split()) == "Jobst Wierich, Sprecher, 2021"
    assert main.figcaption.a["href"] == "/personen/jobst-wierich/"


def test_a_quote_without_an_entry_has_a_name_without_a_link(client):
    main = main_of(client, "QuotePlugin", text="Schön.", name="Eine Besucherin")

    assert (words(main.figcaption), main.figcaption.a) == ("Eine Besucherin", None)


def test_a_quote_needs_somebody_who_said_it():
    with pytest.raises(ValidationError) as refusal:
        Quote(text="Wer?").clean()

    assert refusal.value.message_dict == {"person": ["Wer hat das gesagt? Wählen Sie eine Person."]}


def test_who_is_quoted_cannot_be_deleted():
    person = make_person()
    add_block(make_page(published=False), "QuotePlugin", text="Ja.", person=person)

    with pytest.raises(ProtectedError):
        person.delete()
