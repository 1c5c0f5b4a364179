"""G04: whoever releases a text has read it as it is."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.utils import timezone

from publishing.approval import approval_of, note_writing, request_approval
from publishing.page_actions import page_actions
from tests.factories import editor, make_article, version_of

pytestmark = pytest.mark.django_db


def said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def fresh_version(content):
    return version_of(type(content).admin_manager.get(pk=content.pk))


def button(content, user, label: str) -> str:
    """Return the address behind a button."""
    actions = page_actions(content, user=user, back="/admin/")
    return {action.label: action.url for action in actions}[label]


@pytest.mark.parametrize("label", ["Veröffentlichen", "Freigeben"])
def test_who_releases_has_read_what_is_released(client, label):
    draft = make_article(kind="press-release", published=False)
    second = editor("zweite")
    request_approval(version_of(draft), editor())
    read = button(draft, second, label)
    note_writing(version_of(draft), editor())
    request_approval(version_of(draft), editor())
    read_again = button(draft, second, label)
    client.force_login(second)

    refused = said(client.post(read))
    before = (fresh_version(draft).state, approval_of(version_of(draft)).approved_by)
    client.post(read_again)

    assert len(refused) == 1
    assert "redaktion hat daran geschrieben, seit Sie die Seite geöffnet haben" in refused[0]
    assert before == ("draft", None)
    assert approval_of(version_of(draft)).approved_by == second


def test_what_one_wrote_oneself_was_read(client):
    draft = make_article(published=False)
    read = button(draft, editor(), "Veröffentlichen")
    note_writing(version_of(draft), editor())
    client.force_login(editor())

    client.post(read)

    assert fresh_version(draft).state == "published"


def test_a_text_that_another_changed_meanwhile_is_not_published_unread(client):
    draft = make_article(published=False)
    read = button(draft, editor(), "Veröffentlichen")
    note_writing(version_of(draft), editor("zweite"))
    client.force_login(editor())

    client.post(read)

    assert fresh_version(draft).state == "draft"


def test_a_sperrfrist_is_not_lifted_from_a_text_that_was_not_read(client):
    draft = make_article(published=False, embargo_until=timezone.now() + timedelta(days=1))
    read = button(draft, editor(), "Sperrfrist sofort aufheben")
    note_writing(version_of(draft), editor("zweite"))
    client.force_login(editor())

    client.post(read)
    before = fresh_version(draft).state
    client.post(button(draft, editor(), "Sperrfrist sofort aufheben"))

    assert (before, fresh_version(draft).state) == ("draft", "published")
