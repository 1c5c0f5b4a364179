"""The versions' screens: German, with our head, in the portal's time, leading nowhere else."""

from datetime import UTC, datetime
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from djangocms_versioning.helpers import version_list_url
from djangocms_versioning.models import Version

from publishing.page_actions import act
from tests.factories import editor, make_article, make_page, new_draft, publish, version_of
from tests.publishing.colleagues import person

pytestmark = pytest.mark.django_db
OWN = "/admin/news/article/"
SUMMER_EVENING = datetime(2026, 7, 1, 20, 30, tzinfo=UTC)


@pytest.fixture
def admin(client):
    client.force_login(editor())
    return client


@pytest.mark.parametrize("group", [None, "Mitarbeit"])
@pytest.mark.parametrize("key", ["", "abc", "-1", "1" * 24, "٣"])
@pytest.mark.parametrize("address", ["articlecontentversion/?article", "pagecontentversion/?page"])
def test_versions_of_rubbish_are_not_found(client, address, key, group):
    client.force_login(person("mia", group) if group else editor())

    response = client.get(f"/admin/djangocms_versioning/{address}={quote(key)}")

    assert response.status_code in ({404} if group is None else {403, 404})


def url_of(content, action):
    options = version_of(content).versionable.version_model_proxy._meta
    name = f"admin:{options.app_label}_{options.model_name}_{action}"
    return reverse(name, args=[version_of(content).pk])


@pytest.fixture
def three_versions():
    """Return the contents of an old, a published and a new version."""
    old = make_article(title="Rhein")
    published = publish(new_draft(old))
    return old, published, new_draft(published)


def test_every_question_before_a_step_names_the_item_and_has_our_head(admin, three_versions):
    old, published, draft = three_versions
    questions = {
        ("unpublish", published): "„Rhein“ zurückziehen?",
        ("archive", draft): "Entwurf von „Rhein“ ablegen?",
        ("discard", draft): "Entwurf von „Rhein“ löschen?",
        ("revert", old): "Version 1 von „Rhein“ zurückholen?",
    }

    asked = {key: admin.get(url_of(key[1], key[0])).content.decode() for key in questions}

    assert {key for key, text in questions.items() if f"<h1>{text}</h1>" in asked[key]} == set(
        asked
    )
    assert all("Lokale Allianz Dormagen – Redaktion" in page for page in asked.values())


def test_bringing_back_asks_what_becomes_of_the_draft_only_if_there_is_one(admin, three_versions):
    old, _, draft = three_versions
    warning = "Es gibt schon einen Entwurf"

    with_draft = admin.get(url_of(old, "revert")).content.decode()
    version_of(draft).archive(editor())
    without = admin.get(url_of(old, "revert")).content.decode()

    assert (warning in with_draft, warning in without) == (True, False)


def test_the_list_of_versions_counts_and_names_them_in_german(admin, three_versions):
    page = admin.get(version_list_url(three_versions[0])).content.decode()

    assert "3 Versionen" in page
    assert "content version" not in page
    assert ">Überschrift<" in page


def test_a_step_is_called_in_the_list_as_everywhere_else(admin, three_versions):
    page = admin.get(version_list_url(three_versions[0])).content
    rows = BeautifulSoup(page, "html.parser").select("#result_list tbody tr")

    assert [[step["title"] for step in row.select("a[title]")] for row in rows] == [
        *(["Bearbeiten", "Ablegen", "Veröffentlichen", "Entwurf löschen", "Zum Formular"],),
        *(["Vorschau", "Zurückziehen", "Zum Formular"],),
        *(["Vorschau", "Zurückholen", "Zum Formular"],),
    ]


def test_the_name_of_a_version_gives_the_portals_time(three_versions):
    Version.objects.update(created=SUMMER_EVENING)

    assert [version.verbose_name() for version in Version.objects.order_by("pk")] == [
        "Version 1 (Veröffentlichung aufgehoben, 01.07.2026 22:30)",
        "Version 2 (Veröffentlicht, 01.07.2026 22:30)",
        "Version 3 (Entwurf, 01.07.2026 22:30)",
    ]


@pytest.mark.parametrize("action", ["revert", "compare"])
@pytest.mark.parametrize(
    ("back", "is_ours"),
    [
        (OWN, True),
        ("https://evil.example/", False),
        ("//evil.example/", False),
        ("javascript:/media/;alert(1)", False),
    ],
)
def test_the_way_back_stays_on_this_site(client, action, back, is_ours):
    client.force_login(editor())
    version = version_of(make_article())
    new_draft(publish(new_draft(version.content)))

    page = client.get(act(version, action), {"back": back, "compare_to": version.pk})

    links = {link["href"] for link in BeautifulSoup(page.content, "html.parser")("a", href=True)}
    assert page.status_code == 200
    assert (back in links) is is_ours


@pytest.mark.parametrize("make", [make_article, make_page])
def test_the_page_of_a_version_opens_and_cannot_delete_it(client, make):
    client.force_login(editor())
    options = version_of(make()).versionable.version_model_proxy._meta
    version = options.model.objects.get()

    url = f"/admin/{options.app_label}/{options.model_name}/{version.pk}/"
    answers = [
        client.get(f"{url}change/", follow=True),
        client.post(f"{url}delete/", {"post": "yes"}),
    ]

    assert [answer.status_code for answer in answers] == [200, 403]
    assert options.model.objects.get() == version
