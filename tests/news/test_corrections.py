"""Corrections: listed, fed, and told to machines."""

import json

import feedparser
import pytest
from django.core.cache import cache

from publishing.change_notes import write_note
from tests.factories import editor, make_article, new_draft, publish, version_of
from tests.reading import thing

pytestmark = pytest.mark.django_db
LIST_QUERIES = 4


def corrected(slug="rhein", *, kind="correction", text="Es waren 1000 Gäste.", **values):
    """Return an article whose second version says what was wrong."""
    content = make_article(slug=slug, title="Rhein", **values)
    draft = new_draft(content)
    write_note(version_of(draft), kind=kind, text=text)
    return publish(draft)


def test_only_what_was_wrong_is_listed_with_its_article(client):
    corrected()
    corrected("presse", kind="update")
    corrected("klein", kind="minor")
    draft = new_draft(make_article(slug="entwurf"))
    write_note(version_of(draft), kind="correction", text="GEHEIM")

    response = client.get("/presse/korrekturen/")

    shown = [
        (one.note.text, one.content.get_absolute_url()) for one in response.context["corrections"]
    ]
    assert shown == [("Es waren 1000 Gäste.", "/aktuelles/rhein/")]
    assert "GEHEIM" not in response.content.decode()


def test_a_correction_goes_with_its_article(client):
    content = corrected()
    version_of(content).unpublish(editor())

    assert client.get("/presse/korrekturen/").context["corrections"] == []


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_needs_the_same_queries_for_any_length(client, count, django_assert_num_queries):
    for number in range(count):
        corrected(f"rhein-{number}")
    client.get("/presse/korrekturen/?warm")

    with django_assert_num_queries(LIST_QUERIES):
        client.get("/presse/korrekturen/?kalt")


def test_an_empty_list_and_rubbish_in_the_address_are_answered(client):
    paths = ["", "?seite=9999", "?seite=x", "feed.atom", "feed.exe"]

    answers = [client.get(f"/presse/korrekturen/{path}").status_code for path in paths]
    assert answers == [200, 200, 200, 200, 404]


def test_the_feed_names_each_correction_by_an_id_that_stays(client):
    content = corrected()
    before = feedparser.parse(client.get("/presse/korrekturen/feed.atom").content).entries
    draft = new_draft(content)
    type(draft).admin_manager.filter(pk=draft.pk).update(slug="anders")
    write_note(version_of(draft), kind="minor", text="")
    publish(type(draft).admin_manager.get(pk=draft.pk))

    cache.clear()
    after = feedparser.parse(client.get("/presse/korrekturen/feed.atom").content).entries
    items = json.loads(client.get("/presse/korrekturen/feed.json").content)["items"]

    assert [entry.summary for entry in after] == ["Es waren 1000 Gäste."]
    assert ([entry.id for entry in before], [entry.link for entry in after]) == (
        [items[0]["id"]],
        ["http://127.0.0.1:8000/aktuelles/anders/"],
    )


def test_machines_read_the_correction_on_the_article(client):
    content = corrected()
    note = version_of(content).change_note

    article = thing(client.get("/aktuelles/rhein/"), "NewsArticle")

    assert [(one["@type"], one["text"]) for one in article["correction"]] == [
        ("CorrectionComment", note.text)
    ]
