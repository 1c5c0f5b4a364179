"""G21: notes in the forms of all four types: written at a field, ticked off, logged."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission

from publishing.approval import approval_of, note_writing
from publishing.models import AuditEntry
from publishing.note_forms import MAY_NOT_SEE, NO_TEXT
from publishing.notes import resolve, write
from publishing.page_actions import change_url
from tests.factories import (
    editor,
    make_article,
    make_initiative,
    make_meeting,
    make_partner,
    version_of,
)
from tests.publishing.colleagues import form_of, notes, person, save
from tests.publishing.test_admin import filled

pytestmark = pytest.mark.django_db
MAKERS = (make_article, make_meeting, make_partner, make_initiative)
LEAD = ("content__lead", "Anriss")


@pytest.fixture
def rita(client):
    rita = person("rita")
    client.force_login(rita)
    return rita


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("published", [True, False])
def test_a_note_is_written_at_a_field_of_every_type_and_read_there(client, rita, make, published):
    draft = make(published=False)
    item = draft.identity
    if published:
        version_of(draft).publish(rita)

    save(client, item, note_text="Ist das <b>so</b>?\nNoch offen.", note_field="content__lead")
    page = client.get(change_url(item))

    label = str(draft._meta.get_field("lead").verbose_name)
    assert notes() == [(label, "Ist das <b>so</b>?\nNoch offen.", "Rita", None, None)]
    html = page.content.decode()
    assert "Eine Notiz ist offen." in html
    assert "Ist das &lt;b&gt;so&lt;/b&gt;?" in html
    field = form_of(page).fields.get("content__lead")
    assert field is None or "Rita, " in field.help_text
    entry = AuditEntry.objects.get(action="noted")
    assert (entry.user, entry.new, entry.reason) == (rita, label, "")


def test_a_note_is_ticked_off_logged_and_leaves_field_and_today(client, rita):
    draft, anna = make_article(published=False), person("anna")
    done = write(draft.article, anna, text="Eins", place=LEAD, task_of=rita)
    left = write(draft.article, anna, text="Zwei")
    other = write(make_article().article, anna, text="Fremd")

    save(client, draft.article, notes_done=[done.pk, other.pk, 999, "x"])
    page = client.get(change_url(draft.article))

    assert [one[4] for one in notes()] == [rita, None, None]
    assert [note.pk for note in form_of(page).open_notes] == [left.pk]
    assert "Eins" not in form_of(page).fields["content__lead"].help_text
    assert "Erledigt (1)" in page.content.decode()
    entry = AuditEntry.objects.get(action="note-done")
    assert (entry.user, entry.old, entry.subject) == (rita, "Anriss", str(draft))
    assert client.get("/admin/heute/aufgaben/").context["rows"] == []


def test_notes_change_no_text_and_void_no_release(client, rita):
    draft = make_article(kind="press-release", published=False)
    note_writing(version_of(draft), editor())

    save(client, draft.article, note_text="Nur eine Frage.")

    assert approval_of(version_of(draft)).written_by == editor()
    assert len(notes()) == 1


def test_a_note_survives_errors_and_conflicts_of_the_form(client, rita):
    draft = make_article(published=False)
    url = change_url(draft.article)
    old = write(draft.article, rita, text="Alt")
    data = filled(client.get(url), note_text="Nicht verlieren.", notes_done=[old.pk])
    save(client, draft.article, content__title="Inzwischen anders")

    wrong = client.post(url, {**data, "content__title": ""})
    conflict = client.post(url, data)

    for answer in (wrong, conflict):
        assert form_of(answer)["note_text"].value() == "Nicht verlieren."
        box = BeautifulSoup(answer.content, "html.parser").find(attrs={"name": "notes_done"})
        assert (box["value"], box.has_attr("checked")) == (str(old.pk), True)
    assert conflict.status_code == 409
    assert "Neue Notiz" not in [one.label for one in conflict.context["conflict"]]
    assert [(one[1], one[4]) for one in notes()] == [("Alt", None)]


@pytest.mark.parametrize(
    ("values", "field", "message"),
    [
        ({"note_for": "rita"}, "note_text", NO_TEXT),
        ({"note_for": "paula", "note_text": "x"}, "note_for", MAY_NOT_SEE.format(name="Paula")),
    ],
)
def test_a_task_needs_words_and_somebody_who_may_see_it(client, rita, values, field, message):
    person("paula", "Partner-Redaktion")
    users = {user.username: user.pk for user in get_user_model().objects.all()}
    draft = make_article(published=False)

    answer = save(client, draft.article, **{**values, "note_for": users[values["note_for"]]})

    assert form_of(answer).errors == {field: [message]}
    assert notes() == []


def test_who_may_only_look_reads_notes_and_writes_none(client):
    reader = person("leser", "Keine")
    reader.user_permissions.set(
        Permission.objects.filter(codename__in=["view_article", "view_articlecontent"])
    )
    content = make_article(published=False)
    write(content.article, editor(), text="Bitte prüfen.")
    client.force_login(reader)
    url = change_url(content.article)

    page = client.get(url)

    assert "Bitte prüfen." in page.content.decode()
    assert 'name="note_text"' not in page.content.decode()
    assert client.post(url, filled(page, note_text="Doch.")).status_code == 403


def test_form_and_today_need_the_same_queries_for_any_number(
    client, rita, django_assert_max_num_queries
):
    items = [make_article(published=False).article for _ in range(3)]
    costs = []
    for count in (1, 3):
        for item in items[:count]:
            write(item, rita, text="Alt", place=LEAD, task_of=rita)
            resolve([write(items[0], rita, text="Erledigt")], rita)
        client.get(change_url(items[0]))
        with django_assert_max_num_queries(12) as today:
            client.get("/admin/heute/aufgaben/")
        with django_assert_max_num_queries(100) as form:
            client.get(change_url(items[0]))
        costs.append((len(today.captured_queries), len(form.captured_queries)))

    assert costs[0] == costs[1]
