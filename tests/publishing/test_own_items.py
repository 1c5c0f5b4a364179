"""G11: who looks after one partner sees and changes the text of that one and nothing else."""

import pytest
from cms.toolbar.utils import get_object_edit_url, get_object_preview_url
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse

from publishing.page_actions import act
from tests.factories import make_partner, version_of

pytestmark = pytest.mark.django_db


def admin_url(identity, action):
    options = identity._meta
    arguments = [] if action == "changelist" else [identity.pk]
    return reverse(f"admin:{options.app_label}_{options.model_name}_{action}", args=arguments)


def fresh(content):
    return type(content).admin_manager.get(pk=content.pk)


@pytest.fixture
def rita(client):
    """A member of Partner-Redaktion who is responsible for one of two partners."""
    user = get_user_model().objects.create_user("rita", is_staff=True)
    user.groups.set(Group.objects.filter(name="Partner-Redaktion"))
    client.force_login(user)
    own, other = (make_partner(title=title, published=False) for title in ("Meins", "Fremd"))
    type(own.partner).objects.filter(pk=own.partner_id).update(owner=user)
    return client, own, other


def answers(client, content) -> dict:
    return {
        "change": client.get(admin_url(content.identity, "change")).status_code,
        "preview": client.get(get_object_preview_url(content)).status_code,
        "edit": client.get(get_object_edit_url(content)).status_code,
        "compare": client.get(act(version_of(content), "compare")).status_code,
        "publish": client.post(act(version_of(content), "publish")).status_code,
        "schedule": client.get(act(version_of(content), "schedule")).status_code,
        "ask": client.post(act(version_of(content), "request_approval")).status_code,
        "delete": client.post(admin_url(content.identity, "delete"), {"post": "1"}).status_code,
    }


def test_opens_the_own_partner_and_no_other(rita):
    client, own, other = rita

    own_answers, other_answers = answers(client, own), answers(client, other)

    assert own_answers == {
        **dict.fromkeys(["change", "preview", "edit", "compare"], 200),
        **dict.fromkeys(["publish", "ask"], 302),
        **dict.fromkeys(["schedule", "delete"], 403),
    }
    gone = {"change": 302, "delete": 302}  # what is not there leads to the index
    assert {**other_answers, **gone} == {
        **dict.fromkeys(["preview", "edit"], 404),
        **dict.fromkeys(["compare", "publish", "schedule", "ask"], 403),
        **gone,
    }
    assert version_of(fresh(own)).state == version_of(fresh(other)).state == "draft"


def test_lists_only_the_own_one(rita):
    client, own, other = rita
    options = version_of(own).versionable.version_model_proxy._meta
    versions = reverse(f"admin:{options.app_label}_{options.model_name}_changelist")

    listed = client.get(admin_url(own.identity, "changelist")).content.decode()
    asked = [
        client.get(versions, {"partner": content.partner_id}).status_code
        for content in (own, other)
    ]

    assert ("Meins" in listed, "Fremd" in listed) == (True, False)
    assert asked == [200, 403]


def test_changes_the_text_and_no_fact(rita):
    client, own, _ = rita

    page = client.get(admin_url(own.identity, "change"))

    fields = set(page.context["adminform"].form.fields)
    assert "content__lead" in fields
    assert {"kind", "owner", "is_founding", "member_until", "origin"} & fields == set()
    assert "Herkunft der Angaben" not in page.content.decode()
