"""The editors' first page: what each role may do, and what waits where."""

import pytest
from cms.toolbar.utils import get_object_preview_url
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from publishing.page_actions import change_url
from tests.factories import make_article, make_page

pytestmark = pytest.mark.django_db


def index(client, role) -> dict:
    """Return what the index shows to a member of a group."""
    user = get_user_model().objects.create_user(role, is_staff=True)
    user.groups.set(Group.objects.filter(name=role))
    client.force_login(user)
    return client.get("/admin/").context


@pytest.mark.parametrize(
    ("role", "tasks", "areas"),
    [
        ("Redaktion", 8, 19),
        ("Presse", 3, 5),
        ("Administration", 8, 21),
        ("Mitarbeit", 3, 3),
        ("Partner-Redaktion", 0, 2),
        ("ohne Gruppe", 0, 0),
    ],
)
def test_each_role_is_offered_what_it_may_do(client, role, tasks, areas):
    shown = index(client, role)

    assert (len(shown["tasks"]), len(shown["areas"])) == (tasks, areas)
    links = [link.url for link in [*shown["tasks"], *shown["areas"]]]
    assert {client.get(url, follow=True).status_code for url in links} <= {200}


def test_a_draft_is_named_as_editors_know_it_and_leads_to_where_it_is_written(client):
    article = make_article(title="Bericht", published=False)
    page = make_page("Kontakt", published=False)

    entries = {one.title: (one.kind, one.url) for one in index(client, "Redaktion")["drafts"]}

    assert entries == {
        "Bericht": ("Nachricht oder Pressemitteilung, Entwurf", change_url(article.article)),
        "Kontakt": ("Seite, Entwurf", get_object_preview_url(page)),
    }
