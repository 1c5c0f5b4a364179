"""The versions' admin leads nowhere else."""

import pytest
from bs4 import BeautifulSoup

from publishing.page_actions import act
from tests.factories import editor, make_article, version_of

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
