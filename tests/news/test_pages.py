"""G23: the page „Text übernehmen“."""

import json

import pytest
from django.contrib.auth import get_user_model

from news.models import Article
from publishing.forms import UNSEEN
from tests.factories import make_article, make_person
from tests.news.taking import PAGE, blocks, bring, draft, errors, sent

pytestmark = pytest.mark.django_db
# What JSON can hold and no database takes.
BAD = "\\ud800\\u0000"
ROW = json.dumps([dict.fromkeys(["key", "title", "body", "lead", "url", "remark"], "BAD")])
ROW = ROW.replace("BAD", BAD).replace("}", ', "day": null, "tags": []}')
NO_CHOICE = "Bitte eine gültige Auswahl treffen. {} ist keine gültige Auswahl."


def test_what_is_unsure_is_marked_and_the_rest_of_a_page_is_shown_as_left(staff):
    said = "Das ist ein guter Tag für alle Menschen in dieser Stadt und für uns alle"
    head = "Titel\n\nUnterzeile\n\nDas ist der Anriss."
    text = f"{head}\n\n„{said}“, sagte Kurt Fremd.\n\n#Neues\n\nTeilen"

    shown = bring(staff, text=text).content.decode()

    assert "Person nicht gefunden. Der Name steht ohne Link auf der Seite." in shown
    assert "Diese Themen des Textes gibt es im Portal nicht: „Neues“." in shown
    assert "Teilen</textarea>" in shown


def test_nothing_that_was_pasted_is_markup_on_the_page(staff):
    shown = bring(staff, text="<script>x</script>\n\n<img src=x onerror=y> „<b>“").content.decode()

    assert "<script>x" not in shown
    assert "<img src=x" not in shown
    assert "&lt;script&gt;x&lt;/script&gt;" in shown


def test_an_article_of_the_same_title_is_pointed_at(staff):
    old = make_article(title="Fest am Rhein")

    shown = bring(staff, text="Fest am Rhein\n\nEs war schön.").content.decode()

    assert f'<a href="/admin/news/article/{old.article_id}/change/">ansehen</a>' in shown


def test_what_the_editor_changes_becomes_the_draft(staff):
    person = make_person("Kurt Fremd")
    shown = bring(staff, text="Titel\n\nErster Absatz des Textes.\n\nZweiter.", kind="news")
    body = "## Kopf\n\n**Kurt Fremd** kam.\n\n> Ein guter Tag.\n> – Kurt Fremd, Wirt"
    checked = staff.post(PAGE, sent(shown, _check="x", title="Neu", body=body))

    staff.post(PAGE, sent(checked, _create="x"))

    content = draft()
    assert (content.title, content.article.kind) == ("Neu", "news")
    assert list(content.people.all()) == [person]
    html = f'<a href="/personen/{person.slug}/"><strong>Kurt Fremd</strong></a>'
    assert [values.get("body") or values["text"] for _, values in blocks(content)] == [
        f"<h2>Kopf</h2> <p>{html} kam.</p>",
        "Ein guter Tag.",
    ]
    assert blocks(content)[1][1]["person"] == person


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"title": ""}, {"title": ["Dieses Feld ist zwingend erforderlich."]}),
        ({"date": "31.2.2021"}, {"date": ["Bitte ein gültiges Datum eingeben."]}),
        (
            {"body": f"> Gut.\n> – {'x' * 121}"},
            {"body": ["Zitat „Gut. …“: Name hat mehr als 120 Zeichen."]},
        ),
        ({"meeting": "1; drop"}, {"meeting": [NO_CHOICE.format("1; drop")]}),
        ({"kind": "x"}, {"kind": [NO_CHOICE.format("x")]}),
    ],
)
def test_the_text_survives_every_error_of_the_second_form(staff, changes, expected):
    shown = bring(staff, text="Titel\n\nErster Absatz.\n\nZweiter Absatz.")

    answer = staff.post(PAGE, sent(shown, _create="x", captions="Bleibt", **changes))

    assert errors(answer) == expected
    assert ">Bleibt</textarea>" in answer.content.decode().replace("\n", "")
    assert Article.objects.count() == 0


@pytest.mark.parametrize("step", ["_create", "_check", "_take", "_read", "rubbish"])
def test_rubbish_in_every_field_breaks_nothing(staff, step):
    names = ["kind", "title", "body", "topics", "people", "meeting", "date", "chosen", "articles"]
    for rubbish in ("\x00", "[1, 2]", '[{"key": null}]', "9" * 5000, "\u202e\ufffe", ROW):
        answer = staff.post(PAGE, {step: "x", **dict.fromkeys(names, rubbish)})

        assert answer.status_code in {200, 302}
    assert Article.objects.count() == 0


def test_a_title_that_nobody_sees_becomes_no_draft(staff):
    shown = bring(staff, text="Titel\n\nErster Absatz.")

    answer = staff.post(PAGE, sent(shown, title="\u200b", _create="x"))

    assert errors(answer) == {"title": [UNSEEN]}
    assert Article.objects.count() == 0


def test_the_same_text_becomes_one_draft_only(staff):
    shown = bring(staff, text="Titel\n\nErster Absatz.\n\nZweiter Absatz.")
    first = staff.post(PAGE, sent(shown, _create="x"))

    second = staff.post(PAGE, sent(shown, _create="x"))

    assert first.url == second.url
    assert Article.objects.count() == 1


def test_whoever_may_not_write_articles_may_not_take_them_over(client):
    client.force_login(get_user_model().objects.create_user("gast", is_staff=True))

    assert client.get(PAGE).status_code == 403
    assert bring(client, text="Titel\n\nText").status_code == 403
