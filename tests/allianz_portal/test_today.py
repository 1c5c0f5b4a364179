"""G24, G18: each number on the editors' index is the length of the list that it leads to."""

import csv
from datetime import date, timedelta
from io import StringIO

import pytest
from cms.toolbar.utils import get_object_preview_url
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils import timezone

from news.plain_language import begin
from publishing.approval import note_bypass, note_writing, request_approval
from publishing.change_notes import write_note
from publishing.models import Step
from publishing.notes import write
from publishing.page_actions import change_url
from publishing.timetable import plan
from tests.factories import (
    add_block,
    add_text,
    editor,
    make_article,
    make_page,
    new_draft,
    picture,
    publish,
    version_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def rita(client):
    """An editor who is signed in."""
    rita = get_user_model().objects.create_user("rita", is_staff=True)
    rita.groups.set(Group.objects.filter(name="Redaktion"))
    client.force_login(rita)
    return rita


def numbers(client) -> dict:
    return {board.key: count for board, count in client.get("/admin/").context["today"]}


def listed(client, key: str) -> list:
    return client.get(f"/admin/heute/{key}/").context["rows"]


def asked(writer, **values):
    """Return a press release whose writer asked for its release."""
    content = make_article(kind="press-release", published=False, **values)
    note_writing(version_of(content), writer)
    request_approval(version_of(content), writer)
    return content


def planned(days=0):
    """Plan a publication; the first moment of a day."""
    content = make_article(title="Geplant", published=False)
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    moment = midnight + timedelta(days=days)
    plan(version_of(content), editor(), step=Step.PUBLISH, run_at=moment)


def due(**values):
    content = make_article(**values)
    content.article.review_on = timezone.localdate()
    content.article.save()
    return content.article


def test_each_number_is_the_length_of_its_list(client, rita):
    asked(editor("anna"))
    in_haste = make_article(kind="press-release", published=False)
    note_bypass(version_of(in_haste), editor("anna"), reason="Eilt.")
    publish(in_haste)
    planned()
    write(due(), editor(), text="Bitte prüfen.", task_of=rita)
    add_text(make_article(published=False), '<p><a href="unfug">dort</a></p>')
    picture(valid_until=timezone.localdate() + timedelta(days=30))
    make_article(published=False, embargo_until=timezone.now() + timedelta(days=1))

    found = numbers(client)

    ones = dict.fromkeys(["aufgaben", "geplant", "sperrfrist", "bildrechte", "links", "pruefen"], 1)
    assert found == {"freigabe": 2, **ones}
    assert {key: len(listed(client, key)) for key in found} == found


def test_nothing_waits_on_an_empty_desk(client, rita):
    assert set(numbers(client).values()) == {0}
    assert "Nichts offen." in client.get("/admin/heute/pruefen/").content.decode()


def test_a_release_waits_for_everybody_but_its_writer(client, rita):
    asked(rita, title="Eigene")
    asked(editor("anna"), title="Fremde")

    rows = listed(client, "freigabe")

    assert [(row.title, row.hint) for row in rows] == [("Fremde", "anna bittet um Freigabe")]


def test_one_release_is_counted_as_one(client, rita):
    none = client.get("/admin/").text
    asked(editor("erste"))

    one = client.get("/admin/").text

    assert ["Freigaben für Sie" in page for page in (none, one)] == [True, False]
    assert ["Freigabe für Sie" in page for page in (none, one)] == [False, True]


def test_what_is_planned_for_tomorrow_is_not_planned_for_today(client, rita):
    planned(days=1)

    assert listed(client, "geplant") == []


def test_a_right_that_ended_counts_while_the_picture_is_used(client, rita):
    yesterday = timezone.localdate() - timedelta(days=1)
    picture("unbenutzt.png", valid_until=yesterday)
    make_article(hero=picture("benutzt.png", valid_until=yesterday), published=False)
    picture("noch-lange.png", valid_until=timezone.localdate() + timedelta(days=31))

    rows = listed(client, "bildrechte")

    assert [(row.title, row.hint) for row in rows] == [
        ("benutzt.png", f"abgelaufen am {yesterday:%d.%m.%Y}")
    ]


def test_a_right_that_ends_names_no_picture_of_a_text_that_is_kept_back(client, rita):
    today = timezone.localdate()
    picture("frei.png", valid_until=today)
    secret = picture("geheim.png", valid_until=today)
    make_article(hero=secret, published=False, embargo_until=timezone.now() + timedelta(days=1))
    rita.groups.set(Group.objects.filter(name="Mitarbeit"))

    assert [row.title for row in listed(client, "bildrechte")] == ["frei.png"]


def test_a_broken_link_is_named_with_its_place(client, rita):
    draft = make_article(title="Ziel", published=False)
    content = make_article(title="Mit Link", published=False)
    add_text(content, f'<p><a data-cms-href="news.article:{draft.article_id}">dort</a></p>')

    rows = listed(client, "links")
    publish(draft)

    assert [(row.title, row.hint, row.url) for row in rows] == [
        (
            "Mit Link",
            "„dort“ führt zu einem Entwurf; ist er veröffentlicht, stimmt der Link",
            get_object_preview_url(content),
        )
    ]
    assert listed(client, "links") == []


def test_links_in_what_somebody_may_not_change_are_not_theirs(client):
    press = get_user_model().objects.create_user("presse", is_staff=True)
    press.groups.set(Group.objects.filter(name="Presse"))
    client.force_login(press)
    add_text(make_page("Seite"), '<p><a href="unfug">dort</a></p>')
    add_text(make_article(title="Meldung"), '<p><a href="unfug">dort</a></p>')

    assert [row.title for row in listed(client, "links")] == ["Meldung"]


def test_an_old_number_is_to_be_checked_where_it_stands(client, rita):
    content = make_article(title="Mit Zahl", published=False)
    sheet = add_block(content, "FactSheetPlugin")
    number = {"label": "Mitglieder", "value": "130", "source": "Zeitung"}
    add_block(content, "FactLinePlugin", parent=sheet, **number, as_of=date(2021, 3, 1))
    publish(content)

    rows = listed(client, "pruefen")

    hint = "„Mitglieder: 130“, Stand 1.\u00a0März 2021: zu prüfen seit 01.03.2022"
    assert [(row.title, row.url, row.hint) for row in rows] == [
        ("Mit Zahl", get_object_preview_url(content), hint)
    ]
    assert numbers(client)["pruefen"] == 1
    assert hint in client.get("/admin/heute/pruefen/?format=csv").content.decode()


def test_a_version_in_plain_language_is_to_be_checked_after_its_original_changed(client, rita):
    original = make_article(title="Regen")
    twin = begin(original.article, rita)
    content = twin.latest_content
    content.title, content.lead = "Regen, einfach", "Es regnet."
    content.save()
    publish(content)
    draft = new_draft(original)
    write_note(version_of(draft), kind="correction", text="Es war Schnee.")
    publish(draft)

    rows = listed(client, "pruefen")

    assert [(row.title, row.url, row.hint.partition(":")[0]) for row in rows] == [
        ("Regen, einfach", change_url(twin), "Fassung in Einfacher Sprache prüfen")
    ]
    assert numbers(client)["pruefen"] == 1


def test_the_file_for_a_spreadsheet_holds_the_list_and_no_formula(client, rita):
    article = due(title='=HYPERLINK("https://boese.example")')
    article.owner = rita
    article.save()

    answer = client.get("/admin/heute/pruefen/?format=csv")

    rows = list(csv.reader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    (row,) = listed(client, "pruefen")
    address = f"http://127.0.0.1:8000{change_url(article)}"
    assert rows == [
        ["Titel", "Art", "Hinweis", "Zuständig", "Adresse"],
        [f"'{row.title}", row.kind, row.hint, "rita", address],
    ]


def test_an_unknown_list_is_not_found_and_no_list_is_open_to_strangers(client, rita):
    unknown = client.get("/admin/heute/unfug/").status_code
    client.logout()

    assert (unknown, client.get("/admin/heute/pruefen/").status_code) == (404, 302)
