"""G28 for CMS pages: what is different is noted with the draft and stands above the text."""

from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup
from cms.toolbar.utils import get_object_edit_url
from django.contrib.auth import get_user_model
from django.contrib.messages import get_messages
from django.utils import timezone

from publishing.change_notes import NO_WORDS
from publishing.models import ChangeNote
from publishing.page_actions import act
from tests.factories import add_text, editor, make_page, new_draft, publish, version_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client):
    client.force_login(editor())
    return client


def url(content) -> str:
    return act(version_of(content), "change_note")


def told(client, path="/seite/") -> list[str]:
    page = BeautifulSoup(client.get(path, {"frisch": 1}).content, "html.parser")
    return [" ".join(item.get_text().split()) for item in page.select(".change-notes li")]


@pytest.mark.parametrize("template", ["cms/standard.html", "cms/plain.html"])
def test_a_note_is_public_with_its_version_and_not_before(admin, client, monkeypatch, template):
    draft = new_draft(make_page(template=template))
    response = admin.post(url(draft), {"kind": "update", "text": " Neue Öffnungszeiten. "})
    before = told(client)

    monkeypatch.setattr(timezone, "now", lambda: datetime(2027, 3, 1, 9, tzinfo=UTC))
    publish(draft)

    assert response.status_code == 302
    assert (before, told(client)) == (
        [],
        ["Geändert am 1. März 2027, 10:00 Uhr: Neue Öffnungszeiten."],
    )


def test_a_trifle_is_told_to_nobody_and_a_note_can_be_changed(admin, client):
    draft = new_draft(make_page())
    admin.post(url(draft), {"kind": "correction", "text": "Falsch war die Nummer."})
    form = admin.get(url(draft)).context["form"]

    admin.post(url(draft), {"kind": "minor", "text": "Komma"})
    publish(draft)

    assert form.initial == {"kind": "correction", "text": "Falsch war die Nummer."}
    assert (told(client), ChangeNote.objects.get().text) == ([], "")


def test_a_change_without_words_is_refused_at_the_field(admin):
    draft = new_draft(make_page())

    answer = admin.post(url(draft), {"kind": "update", "text": "  "})
    unknown = admin.post(url(draft), {"kind": "unfug"})

    assert answer.context["form"].errors == {"text": [NO_WORDS]}
    assert list(unknown.context["form"].errors) == ["kind"]
    assert not ChangeNote.objects.exists()


def test_only_a_draft_of_what_readers_know_has_a_change(admin):
    never_seen = make_page("Neu", published=False)
    public = make_page("Alt")

    for content, word in ((never_seen, "noch niemand gesehen"), (public, "nur an einem Entwurf")):
        answer = admin.post(url(content), {"kind": "update", "text": "Anders."})
        assert word in str(list(get_messages(answer.wsgi_request))[-1])
    assert not ChangeNote.objects.exists()


def test_the_page_offers_it_while_it_is_changed(admin):
    public = make_page()
    draft = new_draft(public)
    add_text(draft, "<p>Neu.</p>")
    never_seen = make_page("Neu", published=False)

    pages = [admin.get(get_object_edit_url(one)).content.decode() for one in (draft, never_seen)]

    assert [url(draft) in pages[0], "Änderung vermerken" in pages[1]] == [True, False]


def test_who_may_not_change_pages_notes_nothing(client):
    draft = new_draft(make_page())
    client.force_login(get_user_model().objects.create_user("fremd", is_staff=True))

    assert client.post(url(draft), {"kind": "update", "text": "Anders."}).status_code == 403
    assert not ChangeNote.objects.exists()
