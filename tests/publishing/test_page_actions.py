"""N19: what cannot be done is not offered in grey; what is refused says why and what to do."""

import pytest
from bs4 import BeautifulSoup
from cms.toolbar.utils import get_object_edit_url, get_object_preview_url
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from djangocms_versioning.helpers import version_list_url

from publishing.page_actions import act, change_url, page_actions
from tests.factories import editor, make_article, make_page, new_draft, publish, version_of

pytestmark = pytest.mark.django_db
GREY = "[disabled], [aria-disabled=true], .inactive, .cms-btn-disabled"
# The CMS's own switch between page and structure: its script wakes it up.
SWITCH = "[data-cms-structure-btn]"
ROLES = ["Redaktion", "Presse", "Administration", "Mitarbeit"]


@pytest.fixture
def sign_in(client):
    def signed_in(role):
        user = get_user_model().objects.create_user("rita", is_staff=True)
        user.groups.set(Group.objects.filter(name=role))
        client.force_login(user)
        return client

    return signed_in


def grey_without_reason(page) -> list[str]:
    found = BeautifulSoup(page.content, "html.parser").select(GREY)
    return [
        str(control)[:200]
        for control in found
        if not control.get("aria-describedby") and not control.select(SWITCH)
        if not control.has_attr("data-cms-structure-btn")
    ]


@pytest.mark.parametrize("role", ROLES)
def test_no_control_is_grey_without_a_reason(sign_in, role):
    release = make_article(kind="press-release")
    draft = new_draft(release)
    closed = publish(new_draft(make_article()))
    version_of(closed).unpublish(editor())
    client = sign_in(role)

    pages = [
        "/admin/",
        "/admin/news/article/",
        "/admin/news/article/add/",
        *(change_url(content.article) for content in (release, closed)),
        *(version_list_url(content) for content in (release, closed)),
        *(get_object_edit_url(draft), get_object_preview_url(closed)),
    ]
    found = {path: grey_without_reason(client.get(path)) for path in pages}

    assert {path: controls for path, controls in found.items() if controls} == {}


@pytest.mark.parametrize("step", ["publish", "approve", "unpublish", "schedule", "archive"])
def test_each_refusal_says_why_in_a_sentence_and_leads_to_the_item(client, step):
    content = make_article(kind="press-release", lead="", published=False)
    if step in {"schedule", "archive"}:
        version_of(content).archive(editor())
    client.force_login(editor())

    page = client.post(act(version_of(content), step), follow=True)

    messages = [str(message) for message in page.context["messages"]]
    assert page.status_code == 200
    assert [text for text in messages if len(text) > 25] != []


def test_a_page_of_the_cms_offers_the_plans_in_its_menu(client):
    page = make_page(published=False)
    client.force_login(editor())

    text = client.get(get_object_edit_url(page)).content.decode()

    version = version_of(page)
    steps = [act(version, step) for step in ("schedule", "expire", "preview_links")]
    assert [f'href="{url}"' in text for url in steps] == [True] * 3


def test_the_buttons_follow_the_order_of_working():
    content = make_article()
    draft = new_draft(content)

    labels = [action.label for action in page_actions(draft, user=editor(), back="/")]

    assert labels == [
        "Veröffentlichen",
        "Zurückziehen",
        "Veröffentlichung planen",
        "Außenstehenden zeigen",
        "Ablauf planen",
        "Was ist geändert?",
        "Vorschau",
        "Bearbeiten auf der Seite",
        "Auf der Website ansehen",
        "Versionen",
    ]
