"""G07, N05: planning is one button, shown, changed and called off; taking back asks how and why."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth import get_user_model
from django.contrib.messages import get_messages
from django.utils import timezone

from news.models import ArticleContent
from publishing.models import AuditEntry, Schedule, Withdrawal
from publishing.page_actions import act, change_url
from tests.factories import (
    editor,
    make_article,
    make_initiative,
    make_meeting,
    make_page,
    make_partner,
    publish,
    version_of,
)

pytestmark = pytest.mark.django_db
MAKERS = [make_article, make_meeting, make_partner, make_initiative, make_page]
DAY = (timezone.localdate() + timedelta(days=30)).isoformat()
MOMENT = {"day": DAY, "time": "10:00"}
END = {**MOMENT, "manner": "gone", "reason": "Vorbei."}
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
def admin(client):
    client.force_login(editor())
    return client


def lines() -> list:
    return [(line.step, line.state, line.run_at) for line in Schedule.objects.order_by("pk")]


def at(clock="10:00"):
    return datetime.fromisoformat(f"{DAY}T{clock}").replace(tzinfo=BERLIN)


def errors(response) -> dict:
    return {name: list(found) for name, found in response.context["form"].errors.items()}


def test_without_a_plan_tomorrow_at_ten_is_proposed(admin):
    draft = make_article(published=False)
    tomorrow = timezone.localdate() + timedelta(days=1)

    form = admin.get(act(version_of(draft), "schedule")).context["form"]

    assert (form["day"].value(), form["time"].value()) == (tomorrow, time(10))


@pytest.mark.parametrize("make", MAKERS)
def test_one_button_plans_a_publication(admin, make):
    draft = make(published=False)

    response = admin.post(act(version_of(draft), "schedule"), MOMENT)

    assert response.status_code == 302
    assert lines() == [("publish", "waiting", at())]
    assert version_of(draft).state == "draft"


def test_the_plan_is_shown_changed_and_called_off(admin):
    draft = make_article(published=False)
    url = act(version_of(draft), "schedule")
    admin.post(url, MOMENT)

    form = admin.get(change_url(draft.article)).content.decode()
    listed = admin.get("/admin/news/article/").content.decode()
    asked = admin.get(url).context["form"].initial
    admin.post(url, {**MOMENT, "time": "12:30"})
    admin.post(url, {"call_off": "1"})

    day = f"{datetime.fromisoformat(DAY):%d.%m.%Y}"
    assert f"Geplant: {day} 10:00" in form
    assert f"geplant für {day} 10:00" in listed
    assert (asked["day"].isoformat(), f"{asked['time']:%H:%M}") == (DAY, "10:00")
    assert lines() == [
        ("publish", "cancelled", at()),
        ("publish", "cancelled", at("12:30")),
    ]
    logged = AuditEntry.objects.order_by("pk").values_list("action", flat=True)
    assert list(logged) == ["drafted", "planned", "called-off", "planned", "called-off"]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (
            {"day": "2020-01-01"},
            {"day": ["Der Zeitpunkt liegt in der Vergangenheit. Wählen Sie einen späteren."]},
        ),
        ({"day": "31. Februar"}, {"day": ["Bitte ein gültiges Datum eingeben."]}),
        ({"time": "25:99"}, {"time": ["Bitte eine gültige Uhrzeit eingeben."]}),
        ({"day": "9999999-01-01"}, {"day": ["Bitte ein gültiges Datum eingeben."]}),
        (
            {"day": "", "time": ""},
            {
                "day": ["Dieses Feld ist zwingend erforderlich."],
                "time": ["Dieses Feld ist zwingend erforderlich."],
            },
        ),
    ],
)
def test_rubbish_is_refused_at_its_field(admin, values, expected):
    draft = make_article(published=False)

    response = admin.post(act(version_of(draft), "schedule"), {**MOMENT, **values})

    assert errors(response) == expected
    assert lines() == []


def test_an_hour_that_does_not_exist_is_refused(admin):
    url = act(version_of(make_article(published=False)), "schedule")

    response = admin.post(url, {"day": "2027-03-28", "time": "02:30"})

    assert errors(response)["__all__"][0].startswith("Diese Uhrzeit gibt es am 28.")
    assert lines() == []


def test_of_an_hour_that_comes_twice_the_second_is_planned(admin):
    url = act(version_of(make_article(published=False)), "schedule")

    admin.post(url, {"day": "2027-10-31", "time": "02:30"})

    assert lines() == [("publish", "waiting", datetime(2027, 10, 31, 1, 30, tzinfo=UTC))]


def test_planning_says_what_would_keep_it_from_happening(admin):
    draft = make_article(kind="press-release", lead="", published=False)

    warnings = admin.get(act(version_of(draft), "schedule")).context["warnings"]

    assert [text.split(".")[0] for text in warnings] == ["Anriss: fehlt", "Freigabe: fehlt"]


def test_published_by_hand_the_plan_is_gone(admin):
    draft = make_article(published=False)
    admin.post(act(version_of(draft), "schedule"), MOMENT)

    publish(draft)

    assert lines() == [("publish", "cancelled", at())]


@pytest.mark.parametrize("make", MAKERS)
def test_an_end_is_planned_with_manner_and_reason(admin, make):
    content = make()

    admin.post(act(version_of(content), "expire"), END)

    line = Schedule.objects.get()
    assert (line.step, line.manner, line.reason, line.run_at) == (
        "withdraw",
        "gone",
        "Vorbei.",
        at(),
    )


@pytest.mark.parametrize("make", MAKERS)
def test_taking_back_is_asked_and_done_in_two_clicks(admin, client, make):
    content = make()
    url = act(version_of(content), "unpublish")

    question = admin.get(url)
    admin.post(url, {"manner": "gone", "reason": "Falsch."})

    assert question.status_code == 200
    assert client.get(content.get_absolute_url() or "/seite/").status_code in {404, 410}
    assert Withdrawal.objects.get().reason == "Falsch."


NOWHERE = ["", "//evil.example/", "javascript:alert(1)", "https://", "/zwei Wörter/"]
OVER = ["/aktuelles/eins/", "/aktuelles/frueher/"]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"reason": "  "}, "reason"),
        ({"manner": "weg"}, "manner"),
        *(({"manner": "redirect", "target": target}, "target") for target in NOWHERE + OVER),
    ],
)
def test_taking_back_refuses_what_leads_nowhere(admin, values, field):
    make_article(slug="frueher")
    version_of(ArticleContent.objects.get()).unpublish(editor())
    content = make_article(slug="eins")

    data = {"manner": "gone", "reason": "Falsch.", **values}
    response = admin.post(act(version_of(content), "unpublish"), data)

    assert list(errors(response)) == [field]
    assert version_of(content).state == "published"


def test_a_page_offers_no_notice_since_its_text_cannot_stay(admin):
    page = make_page()

    form = admin.get(act(version_of(page), "unpublish")).context["form"]

    assert [value for value, _ in form.fields["manner"].choices] == ["gone", "redirect"]


@pytest.mark.parametrize("step", ["schedule", "expire", "unpublish", "bypass"])
def test_who_may_not_change_it_gets_403(client, step):
    content = make_article(published=step in {"expire", "unpublish"})
    client.force_login(get_user_model().objects.create_user("fremd", is_staff=True))

    answers = [client.get(act(version_of(content), step)).status_code]
    answers.append(client.post(act(version_of(content), step), END).status_code)

    assert answers == [403, 403]


@pytest.mark.parametrize("step", ["schedule", "expire", "bypass", "unpublish", "approve"])
def test_a_version_that_is_none_is_not_found(admin, step):
    url = act(version_of(make_article()), step).rsplit("/", 3)

    answers = [
        admin.post(f"{url[0]}/{key}/{step}/").status_code for key in ("999999", "unfug", "0")
    ]

    assert answers == [404, 404, 404]


def test_what_is_set_aside_cannot_be_planned(admin):
    draft = make_article(published=False)
    version_of(draft).archive(editor())

    answers = [admin.post(act(version_of(draft), step), END) for step in ("schedule", "expire")]

    said = [[str(one) for one in get_messages(answer.wsgi_request)][-1] for answer in answers]
    assert [text.split(".")[0] for text in said] == [
        "Planen lässt sich nur ein Entwurf",
        "Diese Fassung ist abgelegt; planen lässt sich nur, was Leser sehen oder sehen sollen",
    ]
    assert lines() == []
