"""The editors' lists of all four types: found, filtered, and no slower when they grow."""

import re
from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from news.models import Topic
from partners.models import AnnualTheme
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
def test_a_list_needs_the_same_queries_for_any_length(admin, kind):
    items = [MAKERS[kind]()]
    options = items[0].identity._meta
    url = reverse(f"admin:{options.app_label}_{options.model_name}_changelist")
    admin.get(url)

    with CaptureQueriesContext(connection) as alone:
        admin.get(url, {"q": "Titel"})
    items += [MAKERS[kind](published=number != 1) for number in range(3)]
    with CaptureQueriesContext(connection) as together:
        page = admin.get(url, {"q": "Titel"})

    assert len(page.context["cl"].result_list) == len(items)
    assert (len(together), len(together) <= 16) == (len(alone), True)


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


def rows(page) -> list[str]:
    """Return the titles in the order of the list."""
    return [str(item) for item in page.context["cl"].result_list]


def test_news_stand_newest_first_with_dates_as_exact_as_known(admin):
    make_article(title="Alt", date=date(2018, 1, 1), date_precision="year")
    make_article(title="Neu", date=date(2023, 11, 1), date_precision="month")
    make_article(title="Dazwischen", date=date(2021, 9, 29))

    page = admin.get(reverse("admin:news_article_changelist"))

    assert rows(page) == ["Neu", "Dazwischen", "Alt"]
    dates = re.findall(r'class="field-when">([^<]*)<', page.content.decode())
    assert [text.replace("\xa0", " ") for text in dates] == [
        "November 2023",
        "29. September 2021",
        "2018",
    ]


def test_only_a_draft_can_be_edited_on_its_page(admin):
    make_article(title="Draußen", date=date(2021, 1, 2))
    make_article(title="Entwurf", date=date(2021, 1, 1), published=False)

    page = admin.get(reverse("admin:news_article_changelist")).content.decode()

    links = re.findall(r">(Vorschau|Bearbeiten)<span[^>]*> von (\w+)<", page)
    assert links == [("Vorschau", "Draußen"), ("Vorschau", "Entwurf"), ("Bearbeiten", "Entwurf")]


def test_the_list_is_filtered_by_who_looks_after_an_item(admin):
    mine = make_article(title="Meins").article
    mine.owner = editor("rita")
    mine.save()
    make_article(title="Niemands")

    url = reverse("admin:news_article_changelist")
    pages = [admin.get(url, {"zustaendig": key}) for key in (mine.owner_id, "niemand", "x")]

    assert [rows(page) for page in pages[:2]] == [["Meins"], ["Niemands"]]
    assert len(rows(pages[2])) == 2


def test_lists_are_filtered_by_topic_or_annual_theme_of_any_version(admin):
    topic = Topic.objects.create(name="Natur", slug="natur")
    theme = AnnualTheme.objects.create(year=2020, title="Wasser")
    new_draft(make_article(title="Thema im Entwurf")).topics.add(topic)
    make_article(title="Ohne Thema")
    make_initiative(title="Initiative mit Thema").annual_themes.add(theme)
    make_initiative(title="Initiative ohne Thema")

    article = admin.get(reverse("admin:news_article_changelist"), {"thema": topic.pk})
    initiative = admin.get(
        reverse("admin:partners_initiative_changelist"), {"jahresthema": theme.pk}
    )
    rubbish = admin.get(reverse("admin:news_article_changelist"), {"thema": "x"})

    assert (rows(article), rows(initiative)) == (["Thema im Entwurf"], ["Initiative mit Thema"])
    assert len(rows(rubbish)) == 2


def test_a_field_that_nobody_filled_in_says_so_in_german(admin):
    content = make_article(event_date=None)

    page = admin.get(reverse("admin:news_article_change", args=[content.article_id]))

    soup = BeautifulSoup(page.content, "html.parser")
    fields = soup.select(".fieldBox.field-content__event_date .readonly")
    assert [field.get_text(strip=True) for field in fields] == ["–"]
