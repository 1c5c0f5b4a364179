"""N05, G07: set, moved, lifted: what follows each time, and who hears of it."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client

from news.models import ArticleContent
from publishing.approval import note_writing, request_approval
from publishing.dates import NBSP
from publishing.embargo_steps import follow
from publishing.models import AuditEntry, Schedule, Step
from publishing.page_actions import act, page_actions
from publishing.preview_links import make_link
from publishing.timetable import plan
from tests.factories import editor, make_article, picture, version_of
from tests.publishing.planning import T, run

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
DAY = timedelta(days=1)
WORDS = "Montag, 1.~März 2027, 10:00~Uhr, Ortszeit Berlin (Winterzeit, MEZ)".replace("~", NBSP)


def member(group: str):
    """Return an account in a group."""
    user = get_user_model().objects.create_user(group.lower(), is_staff=True)
    user.groups.set(Group.objects.filter(name=group))
    return user


def release(kind="press-release", *, until=T, **values) -> ArticleContent:
    values = {"slug": "fund", "title": "Fund", "published": False, **values}
    content = make_article(kind=kind, embargo_until=until, **values)
    make_link_opened(content)
    return content


def make_link_opened(content) -> None:
    """Let one of two journalists open the link."""
    for name in ("offen", "zu"):
        values = {"label": name, "email": f"{name}@example.org", "days": 3}
        token = make_link(version_of(content), editor(), **values)
        if name == "offen":
            Client().get(f"/vorschau/{token}/")


@pytest.fixture
def press(client, django_capture_on_commit_callbacks):
    """Return a function that presses a button as somebody."""

    def pressed(content, step, *, user, **data):
        client.force_login(user)
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(act(version_of(content), step), data)

    return pressed


def labels(content, user) -> list[str]:
    fresh = ArticleContent.admin_manager.get(pk=content.pk)
    return [one.label for one in page_actions(fresh, user=user, back="/")]


def lines() -> list:
    return [
        (line.state, line.run_at, str(line.created_by)) for line in Schedule.objects.order_by("pk")
    ]


def actions() -> list:
    return list(AuditEntry.objects.order_by("pk").values_list("action", flat=True))


def sent() -> list:
    return [(message.to, message.subject) for message in mail.outbox]


# --- Set and moved ---


def test_setting_it_plans_the_release_of_who_may_publish():
    content = release("news")

    said = follow(version_of(content), editor(), old=None)

    assert lines() == [("waiting", T, "redaktion")]
    assert said == f"Sperrfrist bis {WORDS}. Dann erscheint der Text von selbst."
    assert AuditEntry.objects.filter(action="embargoed").values_list("old", "new").get() == (
        "",
        WORDS,
    )


def test_the_writer_of_a_release_is_told_that_a_second_person_is_missing(client):
    content = release()
    note_writing(version_of(content), editor())

    said = follow(version_of(content), editor(), old=None)

    client.force_login(editor())
    hint = client.get("/admin/heute/sperrfrist/").context["rows"][0].hint
    assert "wenn ihn bis dahin eine zweite Person freigibt" in said
    assert hint == f"bis {WORDS}; geplant, die Freigabe fehlt noch"


def test_who_may_not_publish_sets_it_and_the_release_plans_it(press):
    writer, second = member("Mitarbeit"), member("Presse")
    content = release()
    note_writing(version_of(content), writer)
    said = follow(version_of(content), writer, old=None)
    request_approval(version_of(content), writer)
    before = lines()

    press(content, "approve", user=second)

    assert "Wer veröffentlichen darf, plant das Erscheinen" in said
    assert (before, lines()) == ([], [("waiting", T, "presse")])


def test_the_plan_moves_along_and_who_knows_the_text_is_told(django_capture_on_commit_callbacks):
    content = release("news")
    plan(version_of(content), editor("andere"), step=Step.PUBLISH, run_at=T)
    content.embargo_until = T + DAY
    content.save()

    with django_capture_on_commit_callbacks(execute=True):
        follow(version_of(content), member("Mitarbeit"), old=T)

    assert lines() == [("waiting", T + DAY, "andere")]
    assert sent() == [
        (["offen@example.org"], f"Sperrfrist geändert: Text mit Sperrfrist bis {WORDS}")
    ]
    assert "Jetzt gilt sie bis Dienstag, 2." in mail.outbox[0].body
    assert "Fund" not in mail.outbox[0].subject + mail.outbox[0].body


# --- Lifted ---


@pytest.mark.parametrize("is_planned", [True, False])
def test_one_click_lifts_it_publishes_and_tells_who_has_opened_a_link(press, is_planned):
    content = release()
    if is_planned:
        plan(version_of(content), editor("zweite"), step=Step.PUBLISH, run_at=T)
    mail.outbox.clear()

    press(content, "lift", user=editor("zweite"))

    assert Client().get("/presse/fund/").status_code == 200
    assert sent() == [(["offen@example.org"], "Sofort frei: „Fund“")]
    assert actions()[-2:] == ["lifted", "published"]
    assert AuditEntry.objects.get(action="lifted").reason == f"Galt bis {WORDS}"


def test_the_writer_alone_lifts_it_with_a_reason_in_two_clicks(client, press):
    content = release()
    note_writing(version_of(content), editor())

    asked = press(content, "lift", user=editor())
    press(content, "lift", user=editor(), reason="Steht schon in der Zeitung.")

    assert "Sperrfrist von „Fund“ sofort aufheben?" in asked.content.decode()
    assert actions()[-3:] == ["lifted", "bypassed", "published"]
    assert Client().get("/presse/fund/").status_code == 200


def test_what_forbids_publishing_leaves_the_sperrfrist_as_it_is(press):
    content = release("news", hero=picture(credit=""), hero_alt="Ein Fund")

    press(content, "lift", user=editor())

    assert ArticleContent.admin_manager.get(pk=content.pk).embargo_until == T
    assert Client().get("/aktuelles/fund/").status_code == 404
    assert ("lifted" in actions(), sent()) == (False, [])


def test_who_may_not_publish_cannot_lift_it(press):
    content = release()

    assert press(content, "lift", user=member("Mitarbeit")).status_code == 404
    assert version_of(content).state == "draft"


def test_two_clicks_take_the_draft_back_and_tell_without_its_title(press):
    content = release()

    press(content, "archive", user=editor())

    assert sent() == [(["offen@example.org"], f"Zurückgezogen: Text mit Sperrfrist bis {WORDS}")]
    assert actions()[-1] == "archived"


# --- The buttons ---


def test_the_buttons_say_what_can_be_done():
    content = release()
    note_writing(version_of(content), editor())

    assert labels(content, editor("zweite"))[:3] == [
        "Sperrfrist sofort aufheben",
        "Entwurf zurückziehen",
        "Veröffentlichung planen",
    ]
    assert labels(content, editor())[:3] == [
        "Freigabe anfordern",
        "Sperrfrist sofort aufheben",
        "Entwurf zurückziehen",
    ]


def test_once_it_has_ended_the_usual_buttons_are_back(clock):
    content = release("news")
    clock(T)

    assert labels(content, editor())[0] == "Veröffentlichen"


# --- When the gate says no at the moment (G07) ---


def test_what_cannot_appear_stays_hidden_and_the_owner_is_told(client, clock):
    hero = picture(valid_until=T.date() - DAY)
    content = release("news", hero=hero, hero_alt="Ein Fund")
    content.article.owner = get_user_model().objects.create_user("eva", email="eva@example.org")
    content.article.save()
    plan(version_of(content), editor(), step=Step.PUBLISH, run_at=T)
    mail.outbox.clear()

    clock(T)
    run()

    client.force_login(editor())
    assert lines() == [("blocked", T, "redaktion")]
    assert sent() == [(["eva@example.org"], "Nicht ausgeführt: Veröffentlichen „Fund“")]
    assert "Das Nutzungsrecht ist abgelaufen" in client.get("/admin/").context["alarms"][0].hint
    assert Client().get("/aktuelles/fund/").status_code == 404
