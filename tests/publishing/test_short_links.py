"""N08: the short link works after every rename and says so when something was taken back."""

import pytest

from publishing.short_links import ALPHABET, LENGTH, new_short_code
from tests.factories import (
    editor,
    make_article,
    make_initiative,
    make_meeting,
    make_partner,
    make_person,
    new_draft,
    publish,
    version_of,
)

pytestmark = pytest.mark.django_db


MAKERS = [make_article, make_meeting, make_partner, make_initiative]


@pytest.mark.parametrize("make", MAKERS)
def test_the_short_link_leads_to_the_item_whatever_its_type(client, make):
    content = make()

    response = client.get(content.identity.get_short_url())

    assert (response.status_code, response["Location"]) == (302, content.get_absolute_url())


def test_people_have_one_too_and_lower_case_is_read(client):
    person = make_person()

    response = client.get(person.get_short_url().lower())

    assert response["Location"] == person.get_absolute_url()


@pytest.mark.parametrize("make", MAKERS)
def test_it_follows_every_rename(client, make):
    content = make(slug="eins")
    short = content.identity.get_short_url()
    for slug in ("zwei", "drei", "eins"):
        content = new_draft(content)
        content.slug = slug
        content.save()
        publish(content)

        assert content.get_absolute_url().endswith(f"/{slug}/")
        assert client.get(short)["Location"] == content.get_absolute_url()


@pytest.mark.parametrize("make", MAKERS)
def test_it_says_that_an_item_was_taken_back_and_leads_to_it_when_it_is_back(client, make):
    content = make()
    short = content.identity.get_short_url()
    version_of(content).unpublish(editor())

    gone = client.get(short)
    publish(new_draft(content))

    assert (gone.status_code, "zurückgezogen" in gone.content.decode()) == (410, True)
    assert client.get(short)["Location"] == content.get_absolute_url()


def test_a_draft_and_an_unknown_code_are_not_found(client):
    draft = make_article(published=False)

    codes = [draft.article.short_code, "XXXXX"]
    assert [client.get(f"/n/{code}").status_code for code in codes] == [404, 404]


def test_codes_avoid_letters_that_are_mixed_up_when_read_out():
    code = new_short_code()

    assert len(code) == LENGTH
    assert set(code) <= set(ALPHABET)
    assert not set("01ILO") & set(ALPHABET)
