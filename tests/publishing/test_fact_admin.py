"""Forms and lists of facts: named by what is in them, with nothing dangerous at hand."""

import re

import pytest

from tests.factories import editor

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client):
    client.force_login(editor())
    return client


@pytest.mark.parametrize(
    "path", ["news/article", "events/meeting", "partners/person", "events/programmeitem"]
)
def test_a_choice_may_be_added_to_but_not_changed_or_deleted_in_passing(admin, path):
    page = admin.get(f"/admin/{path}/add/").content.decode()

    offered = set(re.findall(r"related-widget-wrapper-link (\w+)-related", page))
    assert offered == {"add"}


@pytest.mark.parametrize(
    ("path", "title"),
    [("news/article", "Nachrichten und Presse"), ("partners/person", "Personen und Gruppen")],
)
def test_a_list_is_named_by_what_is_in_it(admin, path, title):
    assert f"<h1>{title}</h1>" in admin.get(f"/admin/{path}/").content.decode()


@pytest.mark.parametrize("rubbish", ["abc", "99999999999999999999", "-1", "\x00"])
def test_rubbish_in_a_choice_found_by_typing_is_refused_at_its_field(admin, rubbish):
    page = admin.post("/admin/events/programmeitem/add/", {"meeting": rubbish})

    assert (page.status_code, "meeting" in page.context["adminform"].form.errors) == (200, True)
