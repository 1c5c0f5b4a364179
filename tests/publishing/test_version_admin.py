"""The versions' admin: each of its pages opens, and none leads to other sites."""

import pytest
from bs4 import BeautifulSoup

from publishing.page_actions import act
from tests.factories import editor, make_article, make_page, version_of

OWN = "/admin/news/article/"


@pytest.mark.django_db
@pytest.mark.parametrize("action", ["unpublish", "compare"])
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

    page = client.get(act(version, action), {"back": back, "compare_to": version.pk})

    links = {link["href"] for link in BeautifulSoup(page.content, "html.parser")("a", href=True)}
    assert page.status_code == 200
    assert (back in links) is is_ours


@pytest.mark.django_db
@pytest.mark.parametrize("make", [make_article, make_page])
def test_the_page_of_a_version_opens_and_cannot_delete_it(client, make):
    client.force_login(editor())
    options = version_of(make()).versionable.version_model_proxy._meta
    version = options.model.objects.get()

    url = f"/admin/{options.app_label}/{options.model_name}/{version.pk}/"
    answers = [client.get(f"{url}change/"), client.post(f"{url}delete/", {"post": "yes"})]

    assert [answer.status_code for answer in answers] == [200, 403]
    assert options.model.objects.get() == version
