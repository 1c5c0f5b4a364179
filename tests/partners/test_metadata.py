"""What partners and people say to machines."""

import pytest

from tests.factories import make_initiative, make_partner, make_person
from tests.reading import empty_values, thing, things

pytestmark = pytest.mark.django_db
ORIGIN = "http://127.0.0.1:8000"
ALLIANCE = {
    "@type": "Organization",
    "@id": f"{ORIGIN}/#buendnis",
    "name": "Lokale Allianz Dormagen",
    "url": f"{ORIGIN}/",
}


def test_a_partner_is_an_organisation_of_the_alliance(client):
    make_partner(slug="stadt", title="Stadt Dormagen", short_name="Stadt", website="https://x.de/")

    assert thing(client.get("/partner/stadt/"), "Organization") == {
        "@type": "Organization",
        "name": "Stadt Dormagen",
        "alternateName": "Stadt",
        "description": "Anriss 1.",
        "url": f"{ORIGIN}/partner/stadt/",
        "sameAs": "https://x.de/",
        "memberOf": ALLIANCE,
    }


def test_a_former_partner_is_no_member(client):
    make_partner(slug="stadt", facts={"member_until": 2015})

    assert "memberOf" not in thing(client.get("/partner/stadt/"), "Organization")


def test_a_person_has_the_function_that_the_page_shows(client):
    make_person("Rosa Pfeil", job_title="Leiterin", organisation="Chempark", description="Über.")

    assert thing(client.get("/personen/rosa-pfeil/"), "Person") == {
        "@type": "Person",
        "name": "Rosa Pfeil",
        "url": f"{ORIGIN}/personen/rosa-pfeil/",
        "description": "Über.",
        "jobTitle": "Leiterin",
        "affiliation": {"@type": "Organization", "name": "Chempark"},
    }


def test_a_group_is_no_person_and_nothing_is_empty(client):
    make_person("Jugendchor", is_group=True)
    make_initiative(slug="lauf")

    group, initiative = client.get("/personen/jugendchor/"), client.get("/initiativen/lauf/")

    assert thing(group, "Organization")["name"] == "Jugendchor"
    assert empty_values(things(group)) + empty_values(things(initiative)) == []


@pytest.mark.parametrize(
    ("values", "description"),
    [
        ({"description": "Über sie.", "job_title": "Leiterin"}, "Über sie."),
        ({"job_title": "Leiterin", "organisation": "Chempark"}, "Leiterin, Chempark"),
        ({}, "Was auf diesen Seiten zu Rosa Pfeil steht."),
    ],
)
def test_every_person_has_a_description(client, values, description):
    make_person("Rosa Pfeil", **values)

    assert client.get("/personen/rosa-pfeil/").context["meta"].description == description
