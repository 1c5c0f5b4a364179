"""G05-G08: published, replaced and taken back at a planned moment, once, wholly or not at all."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import OperationalError
from djangocms_versioning.models import Version

from news.models import ArticleContent
from publishing import schedule
from publishing.models import Schedule, Step
from publishing.timetable import plan
from tests.factories import editor, make_article, make_page, new_draft, version_of
from tests.publishing.planning import SECOND, T, planned, publications, run

pytestmark = pytest.mark.django_db


def test_a_planned_draft_is_public_from_its_moment_on(client, clock):
    draft = make_article(slug="eins", published=False)
    planned(draft)

    clock(T - SECOND)
    early = (run(), client.get("/aktuelles/eins/").status_code)
    clock(T + 60 * SECOND)
    late = (run(), client.get("/aktuelles/eins/").status_code)
    again = run()

    assert (early, late, again) == ((0, 404), (1, 200), 0)
    draft.article.refresh_from_db()
    assert draft.article.first_published_at == T
    assert publications() == [
        ("redaktion", "Version 1", "Zeitplan: Veröffentlichen am 01.03.2027 10:00")
    ]
    assert Schedule.objects.get().state == "done"


def test_a_page_is_published_at_its_moment_too(client, clock):
    planned(make_page("Eins", published=False))

    clock(T)
    run()

    assert client.get("/eins/").status_code == 200


def test_a_planned_update_leaves_the_old_text_until_its_moment(client, clock):
    first = make_article(slug="eins", title="Alt")
    second = new_draft(first)
    second.title = "Neu"
    second.save()
    planned(second)

    seen = []
    for seconds in range(-3, 3):
        clock(T + seconds * SECOND)
        run()
        page = client.get("/aktuelles/eins/")
        seen.append((page.status_code, "Neu" in page.content.decode()))

    assert seen == [(200, False)] * 3 + [(200, True)] * 3


@pytest.mark.parametrize(
    ("manner", "target", "expected"),
    [
        ("notice", "", (200, None, True)),
        ("gone", "", (410, None, True)),
        ("redirect", "/aktuelles/zwei/", (301, "/aktuelles/zwei/", False)),
    ],
)
def test_an_end_is_the_one_that_was_chosen(client, clock, manner, target, expected):
    content = make_article(slug="eins", title="Das Hafenfest")
    make_article(slug="zwei")
    planned(content, Step.WITHDRAW, manner=manner, target=target, reason="Vorbei ist vorbei.")

    clock(T)
    run()
    page = client.get("/aktuelles/eins/")

    text = page.content.decode()
    assert (page.status_code, page.get("Location"), "Vorbei ist vorbei." in text) == expected
    assert "Das Hafenfest" not in client.get("/aktuelles/feed.atom").content.decode()
    assert [one.slug for one in ArticleContent.objects.all()] == ["zwei"]


def test_an_end_is_for_whatever_is_public_by_then(client, clock):
    content = make_article(slug="eins")
    planned(content, Step.WITHDRAW, manner="gone", reason="Vorbei.")
    second = new_draft(content)
    version_of(second).publish(editor())

    clock(T)
    run()

    assert client.get("/aktuelles/eins/").status_code == 410


def test_what_the_gate_refuses_is_told_by_mail_and_on_the_index(client, clock):
    user = editor(email="redaktion@example.org")
    draft = make_article(slug="eins", title="Ohne", lead="", published=False)
    planned(draft)

    clock(T)
    with_mail = run()
    client.force_login(user)
    (row,) = client.get("/admin/").context["alarms"]

    assert with_mail == 1
    assert (row.label, "Anriss: fehlt." in row.hint) == ("Ohne", True)
    assert client.get("/aktuelles/eins/").status_code == 404
    (sent,) = mail.outbox
    assert sent.to == ["redaktion@example.org"]
    assert sent.subject == "Nicht ausgeführt: Veröffentlichen „Ohne“"
    assert "Anriss: fehlt. Schreiben Sie" in sent.body


def test_a_release_without_its_second_person_is_not_sent_out(clock):
    draft = make_article(kind="press-release", published=False)
    planned(draft)

    clock(T)
    run()

    line = Schedule.objects.get()
    assert (line.state, line.message[:33]) == ("blocked", "Sie haben zuletzt daran geschrieb")


def test_whoever_plans_the_text_of_somebody_else_releases_it(client, clock):
    draft = make_article(kind="press-release", slug="eins", published=False)
    plan(version_of(draft), editor("zweite"), step=Step.PUBLISH, run_at=T)

    clock(T)
    run()

    assert client.get("/presse/eins/").status_code == 200


def test_a_line_that_nobody_runs_is_shouted(client, clock):
    planned(make_article(title="Liegt", published=False))

    clock(T + timedelta(minutes=1))
    client.force_login(editor())
    in_time = client.get("/admin/").context["alarms"]
    clock(T + timedelta(minutes=3))
    (row,) = client.get("/admin/").context["alarms"]

    assert in_time == []
    assert (row.label, "überfällig" in row.hint) == ("Liegt", True)


def test_a_mistake_of_the_program_is_noted_and_changes_nothing(clock, monkeypatch):
    planned(make_article(published=False))

    def fail(*args):
        raise KeyError("kaputt")

    monkeypatch.setattr(schedule, "publish_planned", fail)
    clock(T)

    assert run() == 1
    assert Schedule.objects.get().message == schedule.BROKEN
    assert Version.objects.get().state == "draft"


def test_a_busy_database_puts_a_line_off(client, clock, monkeypatch):
    planned(make_article(slug="eins", published=False))

    def busy(*args):
        raise OperationalError("database is locked")

    clock(T)
    with monkeypatch.context() as patch:
        patch.setattr(schedule, "publish_planned", busy)
        first = run()

    assert (first, Schedule.objects.get().state) == (0, "waiting")
    assert run() == 1
    assert client.get("/aktuelles/eins/").status_code == 200
