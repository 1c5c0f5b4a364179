"""The editors' lists of all four types: found, filtered, and no slower when they grow."""

import pytest
from django.urls import reverse

from tests.factories import (
    editor,
    make_article,
    make_initiative,
    make_meeting,
    make_partner,
    new_draft,
    version_of,
)

pytestmark = pytest.mark.django_db

MAKERS = {
    "article": make_article,
    "meeting": make_meeting,
    "partner": make_partner,
    "initiative": make_initiative,
}


@pytest.fixture
def admin(client):
    client.force_login(editor())
    return client


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("count", [1, 3])
def test_a_list_needs_the_same_queries_for_any_length(
    admin, kind, count, django_assert_max_num_queries
):
    items = [MAKERS[kind](published=number != 1) for number in range(count)]
    options = items[0].identity._meta
    url = reverse(f"admin:{options.app_label}_{options.model_name}_changelist")
    admin.get(url)

    with django_assert_max_num_queries(16):
        page = admin.get(url, {"q": "Titel"})

    assert len(page.context["cl"].result_list) == count


def test_search_finds_by_title_only_what_matches(admin):
    make_article(title="Wasserstoff im Hafen")
    make_article(title="Kinderbaustelle")

    page = admin.get(reverse("admin:news_article_changelist"), {"q": "Wasserstoff"})

    assert [str(item) for item in page.context["cl"].result_list] == ["Wasserstoff im Hafen"]


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("draft", ["Entwurf", "Beides"]),
        ("published", ["Draußen", "Beides"]),
        ("unpublished", ["Zurück"]),
        ("never", ["Entwurf"]),
    ],
)
def test_the_list_is_filtered_by_state(admin, state, expected):
    make_article(title="Entwurf", published=False)
    make_article(title="Draußen")
    new_draft(make_article(title="Beides"))
    version_of(make_article(title="Zurück")).unpublish(editor())

    page = admin.get(reverse("admin:news_article_changelist"), {"stand": state, "o": "2"})

    assert {str(item) for item in page.context["cl"].result_list} == set(expected)
