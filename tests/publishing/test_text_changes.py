"""N10: what reads differently today, word for word, and nothing that readers never see."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from publishing import text_changes as module
from publishing.text_changes import Run, TextChange, text_changes
from tests.factories import (
    add_text,
    make_article,
    make_initiative,
    make_meeting,
    make_partner,
    picture,
    publish,
)
from tests.publishing.changing import address, changed_on, page, stop_clock, words

pytestmark = pytest.mark.django_db
MAKERS = [make_article, make_meeting, make_partner, make_initiative]


@pytest.fixture
def ask(rf):
    """Return a function that compares two contents as on a reader's page."""

    def compared(client, old, new) -> list[TextChange]:
        request = client.get("/presse/").wsgi_request
        return text_changes(request, old, new)

    return compared


def gone(text):
    return Run(text, "gone")


def new(text):
    return Run(text, "new")


def same(text):
    return Run(text, "same")


def with_text(*paragraphs, **values):
    content = make_article(published=False, **values)
    add_text(content, "".join(f"<p>{text}</p>" for text in paragraphs))
    return publish(content)


def test_fields_and_paragraphs_are_compared_word_for_word(client, ask):
    before = with_text("Beginn ist um 17 Uhr.", "Wie <b>gesagt</b>.", title="Um 17 Uhr")
    after = with_text("Beginn ist um 18 Uhr.", "Wie gesagt.", "Neu.", title="Um 18 Uhr", lead="L")
    type(after).objects.filter(pk=before.pk).update(lead="L")
    before.refresh_from_db()

    assert ask(client, before, after) == [
        TextChange("Überschrift", [same("Um "), gone("17 "), new("18 "), same("Uhr")]),
        TextChange("Text", [same("Beginn ist um "), gone("17 "), new("18 "), same("Uhr.")]),
        TextChange("Text", [new("Neu.")]),
    ]


def test_what_readers_never_see_is_no_change(client, ask):
    values = {"title": "Titel", "lead": "Anriss"}
    before = make_article(
        **values, slug="a", meta_description="GEHEIM", date_precision="year", date=date(2021, 1, 1)
    )
    after = make_article(
        **values,
        slug="b",
        date_precision="year",
        date=date(2021, 5, 5),
        hero=picture(),
        hero_alt="x",
    )

    assert ask(client, before, after) == []


def test_dates_and_background_are_compared_as_they_are_shown(client, ask):
    values = {"title": "Titel", "lead": "Anriss"}
    before = make_article(**values, boilerplate="Wir.", event_date=date(2021, 9, 1))
    after = make_article(**values, boilerplate="Wir alle.")

    assert ask(client, before, after) == [
        TextChange("Ereignis", [gone("1.\u00a0September 2021")]),
        TextChange("Hintergrund", [gone("Wir."), new("Wir alle.")]),
    ]


def test_a_body_that_would_take_seconds_is_left_out(client, ask, monkeypatch):
    before, after = with_text("A" * 20, title="T", lead="L"), with_text("B", title="T", lead="L")

    monkeypatch.setattr(module, "LONGEST", 19)

    assert ask(client, before, after) == []


@pytest.mark.parametrize("make", MAKERS)
def test_the_page_of_a_former_version_says_what_is_different_today(client, monkeypatch, make):
    stop_clock(monkeypatch, 1)
    old = make(title="Um <17> Uhr")
    after = changed_on(monkeypatch, old, day=5, title="Um <18> Uhr", meta_description="GEHEIM")
    changed_on(monkeypatch, after, day=9, title="Um <19> Uhr")

    box = page(client, address(after)).select_one(".text-changes")

    assert [one.get_text() for one in box.select("del, ins")] == ["<17> ", "<19> "]
    assert "GEHEIM" not in words(box)
    assert "entfernt: <17> hinzugefügt: <19> Uhr" in words(box)


def test_equal_texts_are_said_to_be_equal(client, monkeypatch):
    stop_clock(monkeypatch, 1)
    after = changed_on(monkeypatch, make_article(), day=5)

    box = page(client, address(after)).select_one(".text-changes")

    assert "Am Text hat sich nichts geändert." in words(box)
    assert BeautifulSoup(str(box), "html.parser").select("dl") == []
