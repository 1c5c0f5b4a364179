"""The toolbar offers what the form offers, and leads back to it."""

import re

import pytest
from bs4 import BeautifulSoup
from cms.toolbar.utils import get_object_edit_url, get_object_preview_url

from publishing.approval import request_approval
from publishing.page_actions import act, change_url
from tests.factories import editor, make_article, version_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return make_article(kind="press-release", published=False)


@pytest.mark.parametrize(
    ("name", "label"), [("redaktion", "Freigabe anfordern"), ("zweite", "Veröffentlichen")]
)
def test_the_toolbar_offers_what_may_be_done(client, draft, name, label):
    client.force_login(editor(name))

    page = client.get(get_object_edit_url(draft)).content.decode()

    buttons = [
        word
        for word in ("Freigabe anfordern", "Veröffentlichen")
        if f"{word}\n" in page or f">{word}<" in page
    ]
    assert buttons == [label]


def toolbar_of(page) -> list[tuple[str, str]]:
    """Return words and address of the toolbar's buttons that lead to a form or change the state."""
    soup = BeautifulSoup(page.content, "html.parser")
    return [
        (" ".join(link.get_text().split()), link["href"])
        for link in soup.select(".cms-toolbar-right .cms-btn[href]")
        if re.search(r"/(change|publish|approve|request_approval)/", link["href"])
    ]


def test_the_preview_offers_the_second_person_what_the_form_offers(client, draft):
    request_approval(version_of(draft), editor())
    client.force_login(editor("zweite"))
    version = version_of(draft)

    shown = toolbar_of(client.get(get_object_preview_url(draft)))

    form = change_url(draft.article)
    assert shown == [
        ("Veröffentlichen", act(version, "publish", next=form, stand="-")),
        ("Freigeben", act(version, "approve", stand="-")),
        ("Zum Formular", form),
    ]
    writing = toolbar_of(client.get(get_object_edit_url(draft)))
    assert [words for words, _ in writing] == ["Veröffentlichen", "Zum Formular"]
