"""N05: when a draft has leaked: out at once or taken back, and those who have it know."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from publishing.change_notes import write_note
from publishing.models import AuditEntry, Schedule, Step
from publishing.page_actions import act, page_actions
from publishing.preview_links import make_link
from publishing.timetable import plan
from tests.factories import editor, make_article, new_draft, version_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def leaked():
    """A planned release that one of two journalists has opened."""
    draft = make_article(kind="press-release", slug="eins", title="Fund", published=False)
    version = version_of(draft)
    tomorrow = timezone.now() + timedelta(days=1)
    plan(version, editor("zweite"), step=Step.PUBLISH, run_at=tomorrow)
    for name in ("offen", "zu"):
        address = f"{name}@example.org"
        token = make_link(version, editor(), label=name, email=address, days=3)
        if name == "offen":
            Client().get(f"/vorschau/{token}/")
    return draft


@pytest.fixture
def press(client, django_capture_on_commit_callbacks):
    """Return a function that presses a button as the second person."""
    client.force_login(editor("zweite"))

    def pressed(content, step, **data):
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(act(version_of(content), step), data)

    return pressed


def sent() -> list:
    return [(message.to, message.subject) for message in mail.outbox]


def fresh(content):
    return type(content).admin_manager.get(pk=content.pk)


def test_one_click_makes_it_public_at_once_and_tells_who_has_opened_it(client, leaked, press):
    labels = [one.label for one in page_actions(leaked, user=editor("zweite"), back="/")]

    press(leaked, "publish")

    assert labels[0] == "Sofort veröffentlichen"
    assert Client().get("/presse/eins/").status_code == 200
    assert sent() == [(["offen@example.org"], "Sofort frei: „Fund“")]
    assert "http://127.0.0.1:8000/presse/eins/" in mail.outbox[0].body
    assert Schedule.objects.get().state == "cancelled"
    assert AuditEntry.objects.latest("pk").action == "published"


def test_two_clicks_take_a_public_text_back_and_tell(leaked, press):
    press(leaked, "publish")
    mail.outbox.clear()

    press(fresh(leaked), "unpublish", manner="gone", reason="Der Fund ist keiner.")

    assert Client().get("/presse/eins/").status_code == 410
    assert sent() == [(["offen@example.org"], "Zurückgezogen: „Fund“")]
    assert "Der Fund ist keiner." in mail.outbox[0].body
    assert AuditEntry.objects.latest("pk").reason == "Der Fund ist keiner."


def test_two_clicks_set_a_draft_aside_close_its_links_and_tell(leaked, press):
    press(leaked, "archive")

    assert sent() == [(["offen@example.org"], "Zurückgezogen: „Fund“")]
    assert Schedule.objects.get().state == "cancelled"


def test_published_at_its_moment_nobody_is_told(client, monkeypatch, leaked):
    from publishing.schedule import run_due

    later = timezone.now() + timedelta(days=2)
    monkeypatch.setattr(timezone, "now", lambda: later)
    run_due()

    assert Client().get("/presse/eins/").status_code == 200
    assert sent() == []


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("correction", [(["offen@example.org"], "Korrigiert: „Fund“")]),
        ("update", []),
        ("minor", []),
    ],
)
def test_a_correction_and_nothing_less_is_told_to_who_knows_the_text(leaked, press, kind, told):
    press(leaked, "publish")
    draft = new_draft(fresh(leaked))
    write_note(version_of(draft), kind=kind, text="Es waren drei Scherben.")
    mail.outbox.clear()

    press(draft, "publish")

    assert sent() == told
    assert [
        "Es waren drei Scherben." in message.body and "/presse/eins/" in message.body
        for message in mail.outbox
    ] == [True] * len(told)
