"""G12: a change of one field is exactly one row."""

import pytest
from bs4 import BeautifulSoup

from news.models import ArticleImage, Topic
from publishing.comparison import Difference, Part, differences, list_differences
from publishing.page_actions import act
from tests.factories import (
    add_text,
    editor,
    make_article,
    make_page,
    new_draft,
    picture,
    version_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def old():
    content = make_article(title="Alt", lead="Gleich.")
    ArticleImage.objects.create(content=content, image=picture(), alt="Ein Fluss", position=1)
    content.topics.add(Topic.objects.create(name="Wasser", slug="wasser"))
    return content


def test_a_copy_differs_in_nothing(old):
    assert differences(old, new_draft(old)) == []


def test_a_changed_date_is_exactly_one_row(old):
    new = new_draft(old)
    new.date = new.date.replace(year=2022)

    assert differences(old, new) == [
        Difference("Datum der Veröffentlichung", "29.09.2021", "29.09.2022")
    ]


def test_a_changed_alternative_text_is_exactly_one_row(old):
    new = new_draft(old)
    new.images.update(alt="Der Rhein")

    (found,) = differences(old, new)
    assert (found.label, "Ein Fluss" in found.old, "Der Rhein" in found.new) == ("Bild", True, True)


def test_added_and_removed_topics_are_a_row_each(old):
    new = new_draft(old)
    new.topics.set([Topic.objects.create(name="Chemie", slug="chemie")])
    add_text(new, "<p>Ein <b>neuer</b> Absatz</p>")

    assert differences(old, new) == [
        Difference("Themen", "Wasser", "Chemie"),
        Difference("Baustein", "", "Text: Ein neuer Absatz"),
    ]


def test_only_the_words_that_differ_are_marked():
    (found,) = list_differences("Anriss", ["Am Montag am Rhein"], ["Am Dienstag am schönen Rhein"])

    assert found.old_parts == [Part("Am ", False), Part("Montag ", True), Part("am Rhein", False)]
    assert found.new_parts == [
        Part("Am ", False),
        Part("Dienstag ", True),
        Part("am ", False),
        Part("schönen ", True),
        Part("Rhein", False),
    ]


def test_two_versions_of_a_page_are_compared_field_by_field(client):
    old = make_page("Kontakt")
    new = new_draft(old)
    new.meta_description = "So erreichen Sie uns."
    new.save()
    add_text(new, "<p>Neu hier</p>")
    client.force_login(editor())

    page = client.get(act(version_of(old), "compare"), {"compare_to": version_of(new).pk})

    assert page.context["differences"] == [
        Difference('"Description" Meta-Tag', "", "So erreichen Sie uns."),
        Difference("Baustein", "", "Text: Neu hier"),
    ]


def test_a_screen_reader_hears_what_is_gone_and_what_is_new(client, old):
    new = new_draft(old)
    new.images.update(alt="Der Rhein")
    client.force_login(editor())

    page = client.get(act(version_of(old), "compare"), {"compare_to": version_of(new).pk})

    rows = BeautifulSoup(page.content, "html.parser").select(".differences tbody tr")
    texts = [" ".join(cell.get_text(" ").split()) for cell in rows[0].select("td")]
    assert len(rows) == 1
    assert texts == [
        "1 · bild.png · entfernt: Ein Fluss · nein",
        "1 · bild.png · hinzugefügt: Der Rhein · nein",
    ]
