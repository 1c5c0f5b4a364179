"""G21: notes and tasks among editors: told, bound to their item, never seen by readers."""

from datetime import UTC, datetime

import pytest

from publishing.notes import open_words, resolve, write
from publishing.page_actions import act, change_url
from tests.factories import (
    editor,
    make_article,
    make_partner,
    new_draft,
    version_of,
)
from tests.publishing.colleagues import form_of, notes, person, save

pytestmark = pytest.mark.django_db
LEAD = ("content__lead", "Anriss")


@pytest.fixture
def rita(client):
    rita = person("rita")
    client.force_login(rita)
    return rita


def test_a_task_is_told_once_and_stands_under_today(
    client, rita, mailoutbox, django_capture_on_commit_callbacks
):
    draft, anna = make_article(published=False, title="Hafen"), person("anna")

    with django_capture_on_commit_callbacks(execute=True):
        save(client, draft.article, note_text="Bitte prüfen.", note_for=anna.pk)
        save(client, draft.article, note_text="Mache ich selbst.", note_for=rita.pk)
    client.force_login(anna)
    (row,) = client.get("/admin/heute/aufgaben/").context["rows"]
    counts = {board.key: n for board, n in client.get("/admin/").context["today"]}

    (mail,) = mailoutbox
    assert (mail.to, mail.subject) == (["anna@example.org"], "Aufgabe für Sie: „Hafen“")
    assert mail.body.startswith("Rita schreibt zu „Hafen“ (allgemein):\n\nBitte prüfen.\n\n")
    assert f"{change_url(draft.article)}#notizen" in mail.body
    assert (row.title, row.hint) == ("Hafen", "Rita (allgemein): Bitte prüfen.")
    assert row.url == f"{change_url(draft.article)}#notizen"
    assert counts["aufgaben"] == 1


def test_who_no_longer_may_see_an_item_no_longer_sees_its_tasks(client):
    paula = person("paula", "Partner-Redaktion")
    content = make_partner(facts={"owner": paula}, published=False)
    write(content.partner, editor(), text="Bitte prüfen.", task_of=paula)
    client.force_login(paula)
    before = client.get("/admin/heute/aufgaben/").context["rows"]

    type(content.partner).objects.update(owner=None)

    assert [row.title for row in before] == [str(content)]
    assert client.get("/admin/heute/aufgaben/").context["rows"] == []


def test_a_sperrfrist_keeps_tasks_from_who_may_not_know(client):
    helper = person("hilfe", "Mitarbeit")
    until = datetime(2099, 1, 1, tzinfo=UTC)
    content = make_article(published=False, embargo_until=until)
    write(content.article, editor(), text="Geheim.", task_of=helper)
    client.force_login(helper)

    assert client.get("/admin/heute/aufgaben/").context["rows"] == []
    assert "Geheim." not in client.get(change_url(content.article), follow=True).content.decode()


def test_notes_belong_to_the_item_and_go_with_it(client, rita):
    content = make_article(published=False)
    write(content.article, rita, text="Bleibt.")
    version_of(content).publish(rita)
    draft = new_draft(content)

    assert form_of(client.get(change_url(draft.article))).open_words == open_words(1)
    kept = make_article(published=False)
    write(kept.article, rita, text="Auch.")
    client.post(f"/admin/news/article/{kept.article_id}/delete/", {"post": "yes"})
    assert [one[1] for one in notes()] == ["Bleibt."]


def test_readers_never_see_a_note(client):
    content = make_article(slug="eins")
    before = client.get("/aktuelles/eins/").content

    write(content.article, editor(), text="Nur intern.", place=LEAD)

    assert client.get("/aktuelles/eins/").content == before


def test_publishing_says_that_notes_are_open_and_goes_on(client, rita):
    content = make_article(published=False)
    write(content.article, rita, text="Eins")
    resolve([write(content.article, rita, text="Erledigt")], rita)
    write(content.article, rita, text="Zwei")

    page = client.get(change_url(content.article)).content.decode()
    answer = client.post(act(version_of(content), "publish"), follow=True)

    assert "2 Notizen sind offen." in page
    said = [str(message) for message in answer.context["messages"]]
    link = f'<a href="{change_url(content.article)}#notizen">Ansehen</a>'
    assert said[1:] == [f"2 Notizen sind offen. {link}"]
    assert type(content).objects.get() == content


def test_a_note_outlives_the_account_that_wrote_it(client, rita):
    content, anna = make_article(published=False), person("anna")
    write(content.article, anna, text="Bitte prüfen.", task_of=rita)
    anna.delete()

    assert "<strong>Anna</strong>" in client.get(change_url(content.article)).content.decode()
