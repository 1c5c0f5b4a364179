"""G28: readers are told of what is new and of what was wrong, and nothing of commas."""

from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from publishing.change_notes import note_of, write_note
from publishing.gate import problems
from publishing.models import ChangeNote
from publishing.page_actions import change_url
from tests.factories import (
    editor,
    make_article,
    make_initiative,
    make_meeting,
    make_partner,
    new_draft,
    publish,
    version_of,
)
from tests.publishing.test_admin import filled

pytestmark = pytest.mark.django_db
MAKERS = [make_article, make_meeting, make_partner, make_initiative]
NOT_KEPT = {"frisch": "1"}  # a query that the response cache passes by
BEGIN = datetime(2027, 3, 1, 9, tzinfo=UTC)


@pytest.fixture
def changed(monkeypatch):
    """Return a function that publishes a change of a content some days after its beginning."""

    def done(content, *, kind, text, day):
        monkeypatch.setattr(timezone, "now", lambda: BEGIN.replace(day=day))
        draft = new_draft(content)
        write_note(version_of(draft), kind=kind, text=text)
        return publish(draft)

    monkeypatch.setattr(timezone, "now", lambda: BEGIN)
    return done


def told(client, path) -> list[str]:
    page = BeautifulSoup(client.get(path, NOT_KEPT).content, "html.parser")
    return [" ".join(item.get_text().split()) for item in page.select(".change-notes li")]


def updated(client) -> list[str]:
    items = client.get("/aktuelles/feed.json", NOT_KEPT).json()["items"]
    return [item["date_modified"][:10] for item in items]


def test_an_update_and_a_correction_stand_on_the_page_and_a_comma_does_not(client, changed):
    content = make_article(slug="eins")
    first = updated(client)
    content = changed(content, kind="update", text="Der Saal steht fest.", day=3)
    content = changed(content, kind="correction", text="Beginn ist um 18 Uhr.", day=5)
    changed(content, kind="minor", text="Komma", day=9)

    assert told(client, "/aktuelles/eins/") == [
        "Korrigiert am 5. März 2027, 10:00 Uhr: Beginn ist um 18 Uhr. Fassung davor",
        "Geändert am 3. März 2027, 10:00 Uhr: Der Saal steht fest. Fassung davor",
    ]
    assert (first, updated(client)) == (["2027-03-01"], ["2027-03-05"])
    assert (
        '"dateModified": "2027-03-05T10:00:00+01:00"'
        in client.get("/aktuelles/eins/").content.decode()
    )


def test_what_is_written_with_a_draft_is_told_only_when_it_is_public(client, changed):
    draft = new_draft(make_article(slug="eins"))
    write_note(version_of(draft), kind="update", text="Noch geheim.")

    assert told(client, "/aktuelles/eins/") == []
    assert updated(client) == ["2027-03-01"]


def test_a_new_draft_starts_without_a_note(changed):
    content = changed(make_article(), kind="update", text="Neues.", day=3)

    assert note_of(version_of(new_draft(content))) is None


@pytest.mark.parametrize("make", MAKERS)
def test_the_form_asks_once_readers_have_seen_something(client, make):
    client.force_login(editor())
    draft = make(published=False)
    url = change_url(draft.identity)
    before = client.get(url).content.decode()
    new_draft(publish(draft))

    after = client.get(url)
    client.post(url, filled(after, change_kind="correction", change_note="Der Ort stimmte nicht."))

    assert ("Was ist anders?" in before, "Was ist anders?" in after.content.decode()) == (
        False,
        True,
    )
    assert [(note.kind, note.text) for note in ChangeNote.objects.all()] == [
        ("correction", "Der Ort stimmte nicht.")
    ]
    assert "Der Ort stimmte nicht." in client.get(url).content.decode()


@pytest.mark.parametrize(("kind", "count"), [("update", 1), ("correction", 1), ("minor", 0)])
def test_a_change_that_matters_needs_words(kind, count):
    draft = new_draft(make_article())
    write_note(version_of(draft), kind=kind, text="  ")

    found = [problem.field for problem in problems(draft)]

    assert found == ["Was ist anders?"] * count


@pytest.mark.parametrize("values", [{"change_kind": "unfug"}, {"change_note": "x" * 301}])
def test_rubbish_is_refused_at_its_field(client, values):
    client.force_login(editor())
    draft = new_draft(make_article())
    url = change_url(draft.article)

    page = client.post(url, filled(client.get(url), **values))

    assert list(page.context["adminform"].form.errors) == list(values)
    assert ChangeNote.objects.count() == 0
