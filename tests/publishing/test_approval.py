"""G04: a press release is released by a second person, or with a reason that somebody checks."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from djangocms_versioning.exceptions import ConditionFailed

from publishing.approval import approval_of, note_writing, refusal, request_approval
from publishing.models import AuditEntry
from publishing.page_actions import act, change_url, page_actions
from publishing.steps import NOT_YET
from tests.factories import add_text, editor, make_article, make_page, new_draft, version_of
from tests.publishing.test_admin import filled

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return make_article(kind="press-release", published=False)


def fresh(content):
    return type(content).admin_manager.get(pk=content.pk)


def offered(content, user) -> list[str]:
    """Return the labels of the buttons that have to do with the release."""
    labels = [action.label for action in page_actions(content, user=user, back="/admin/")]
    return [
        label
        for label in labels
        if "reigeb" in label or "ffentlichen" in label or "Freigabe" in label
    ]


def said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def steps() -> list:
    """Return the log's lines about releases: action, user, reason."""
    entries = AuditEntry.objects.exclude(action="drafted").order_by("pk")
    return [(entry.action, entry.user_name, entry.reason) for entry in entries]


def test_the_writer_is_offered_to_ask_and_a_second_person_to_publish(draft):
    writer, second = editor(), editor("zweite")

    assert offered(draft, writer) == ["Freigabe anfordern", "Ohne zweite Person veröffentlichen"]
    assert offered(draft, second) == ["Veröffentlichen"]
    assert offered(make_article(published=False), writer) == ["Veröffentlichen"]


def test_the_writer_cannot_publish_by_any_way(client, draft):
    client.force_login(editor())

    response = client.post(act(version_of(draft), "publish"))
    with pytest.raises(ConditionFailed):
        version_of(fresh(draft)).publish(editor())

    assert response.url == change_url(draft.article)
    assert said(response)[0].startswith("Sie haben zuletzt daran geschrieben.")
    assert version_of(fresh(draft)).state == "draft"
    assert steps() == []


def test_asked_for_and_released_is_published_by_the_second_person(client, draft):
    client.force_login(editor())
    client.post(act(version_of(draft), "request_approval"))
    asked = offered(draft, editor())
    client.force_login(editor("zweite"))
    waiting = client.get("/admin/").context["waiting"]
    client.post(act(version_of(draft), "publish"))

    assert asked == ["Ohne zweite Person veröffentlichen"]
    assert [link.label for link in waiting] == [draft.title]
    assert steps() == [("requested", "redaktion", ""), ("published", "zweite", "")]
    assert approval_of(version_of(draft)).approved_by == editor("zweite")
    assert client.get("/admin/").context["waiting"] == []


def test_released_beforehand_the_writer_may_publish_until_a_word_is_changed(client, draft):
    request_approval(version_of(draft), editor())
    client.force_login(editor("zweite"))
    client.post(act(version_of(draft), "approve"))
    released = refusal(version_of(draft), editor())
    note_writing(version_of(draft), editor())

    assert released == ""
    assert refusal(version_of(draft), editor()) != ""


def test_a_text_that_was_changed_since_it_was_asked_for_is_read_again(client, draft):
    text = add_text(draft, "<p>Alt</p>")
    request_approval(version_of(draft), editor())
    client.force_login(editor())
    values = {"body": "<p>Neu</p>", "json": ""}
    client.post(f"/admin/cms/placeholder/edit-plugin/{text.pk}/", values)  # no ?cms_path=
    client.force_login(editor("zweite"))

    response = client.post(act(version_of(draft), "approve"))

    assert said(response)[0].startswith("Um Freigabe bittet gerade niemand")
    assert approval_of(version_of(draft)).approved_by is None


def test_nobody_releases_what_they_wrote_last(client, draft):
    note_writing(version_of(draft), editor("zweite"))
    client.force_login(editor("zweite"))

    response = client.post(act(version_of(draft), "approve"))

    assert said(response)[0].startswith("Sie haben zuletzt daran geschrieben.")
    assert approval_of(version_of(draft)).approved_by is None
    assert offered(draft, editor()) == ["Veröffentlichen"]


def test_whoever_saves_the_form_has_written_last(client, draft):
    client.force_login(editor("zweite"))
    url = change_url(draft.article)

    client.post(url, filled(client.get(url)))
    unchanged = approval_of(version_of(draft)).written_by
    client.post(url, filled(client.get(url), content__title="Neu"))

    assert unchanged == editor()
    assert approval_of(version_of(draft)).written_by == editor("zweite")


def test_whoever_changes_a_building_block_has_written_last(client, draft):
    plugin = add_text(draft, "<p>Alt</p>")
    client.force_login(editor("zweite"))

    url = reverse("admin:cms_placeholder_edit_plugin", args=[plugin.pk])
    response = client.post(f"{url}?cms_path=/", {"body": "<p>Neu</p>"})

    assert response.status_code == 200
    assert approval_of(version_of(draft)).written_by == editor("zweite")


def test_without_a_second_person_there_must_be_a_reason(client, draft):
    client.force_login(editor())
    url = act(version_of(draft), "bypass")

    empty = client.post(url, {"reason": "  "})
    client.post(url, {"reason": "Hochwasser, die Kollegin ist krank."})

    assert empty.context["form"].errors == {"reason": ["Dieses Feld ist zwingend erforderlich."]}
    assert version_of(fresh(draft)).state == "published"
    assert steps() == [
        ("bypassed", "redaktion", "Hochwasser, die Kollegin ist krank."),
        ("published", "redaktion", ""),
    ]


def test_what_went_out_alone_is_on_the_index_until_somebody_else_has_looked(client, draft):
    client.force_login(editor())
    client.post(act(version_of(draft), "bypass"), {"reason": "Eilig."})
    public = fresh(draft)
    own = offered(public, editor())
    refused = client.post(act(version_of(public), "approve"))
    still = client.get("/admin/").context["unseen"]
    client.force_login(editor("zweite"))
    other = offered(public, editor("zweite"))
    client.post(act(version_of(public), "approve"))

    assert (own, other) == ([], ["Nachträglich freigeben"])
    assert said(refused)[-1].startswith("Sie haben zuletzt daran geschrieben.")
    assert [link.label for link in still] == [draft.title]
    assert client.get("/admin/").context["unseen"] == []


def test_a_bypass_that_the_gate_refuses_leaves_nothing(client):
    draft = make_article(kind="press-release", published=False, lead="")
    client.force_login(editor())

    response = client.post(act(version_of(draft), "bypass"), {"reason": "Eilig."})

    assert "Anriss: fehlt." in said(response)[0]
    assert (steps(), approval_of(version_of(draft)).bypass_reason) == ([], "")


def test_a_new_draft_needs_a_release_of_its_own(draft):
    version_of(draft).publish(editor("zweite"))
    second = new_draft(fresh(draft))

    assert refusal(version_of(second), editor()) != ""
    assert refusal(version_of(second), editor("zweite")) == ""


def test_a_published_news_item_made_a_release_must_be_looked_at(client):
    content = make_article()
    client.force_login(editor())
    url = change_url(content.article)

    client.post(url, filled(client.get(url), kind="press-release"))

    assert [link.label for link in client.get("/admin/").context["unseen"]] == [content.title]


@pytest.mark.parametrize("step", ["request_approval", "approve", "publish", "edit_redirect"])
def test_opening_an_address_as_after_signing_in_takes_no_step_and_leads_back(client, draft, step):
    client.force_login(editor("zweite"))

    answer = client.get(act(version_of(draft), step))

    assert (answer.status_code, answer.url) == (302, change_url(draft.article))
    assert [str(one) for one in get_messages(answer.wsgi_request)] == [NOT_YET]
    assert (steps(), version_of(draft).state) == ([], "draft")


def test_a_page_can_be_asked_about_too(client):
    page = make_page(published=False)
    client.force_login(editor())

    client.post(act(version_of(page), "request_approval"))

    assert [link.label for link in client.get("/admin/").context["waiting"]] == ["Seite"]
