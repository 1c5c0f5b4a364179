"""N04, G07, G24: the Sperrfrist in form and list; what it means at the hours that clocks skip."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.messages import get_messages

from news.models import ArticleContent
from publishing.dates import NBSP
from publishing.models import Schedule, Step
from publishing.page_actions import act, change_url
from publishing.timetable import plan
from tests.factories import editor, make_article, version_of
from tests.publishing.planning import T
from tests.publishing.test_admin import filled

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
FIELD = "content__embargo_until"
EARLY = T - timedelta(days=400)  # before the nights in which clocks change


@pytest.fixture
def admin(client):
    client.force_login(editor())
    return client


def saved(client, content, *, day: str, time: str, **changes):
    """Save the form with a Sperrfrist; return the answer."""
    url = change_url(content.article)
    changes = {f"{FIELD}_0": day, f"{FIELD}_1": time, **changes}
    return client.post(url, filled(client.get(url), **changes))


def until(content):
    return ArticleContent.admin_manager.get(pk=content.pk).embargo_until


def said(response) -> list[str]:
    return [str(one).replace(NBSP, " ") for one in get_messages(response.wsgi_request)]


def error(response) -> list[str]:
    found = response.context["adminform"].form.errors
    return [text.replace(NBSP, " ") for text in found.get(FIELD, [])]


def plans() -> list:
    return [(line.step, line.state, line.run_at) for line in Schedule.objects.order_by("pk")]


def test_saving_it_plans_the_release_without_a_second_click(admin):
    draft = make_article(published=False)

    response = saved(admin, draft, day="01.03.2027", time="10:00")

    assert (response.status_code, until(draft)) == (302, T)
    assert plans() == [("publish", "waiting", T)]
    assert (
        "Sperrfrist bis Montag, 1. März 2027, 10:00 Uhr, Ortszeit Berlin (Winterzeit, MEZ). Dann "
        "erscheint der Text von selbst."
    ) in said(response)


def test_the_first_hour_that_can_be_typed_is_over_as_any_other(admin):
    draft = make_article(published=False)

    response = saved(admin, draft, day="01.01.0001", time="00:00")

    assert error(response) == [
        "Der Zeitpunkt ist schon vorbei. Wählen Sie einen späteren, oder lassen Sie beides leer."
    ]


def test_saving_the_form_again_changes_nothing(admin):
    draft = make_article(published=False)
    saved(admin, draft, day="01.03.2027", time="10:00")

    response = saved(admin, draft, day="01.03.2027", time="10:00:00")

    assert plans() == [("publish", "waiting", T)]
    assert [line for line in said(response) if "Sperrfrist" in line] == []


def test_emptying_it_says_that_nothing_is_public_by_that(admin):
    draft = make_article(published=False, embargo_until=T)

    response = saved(admin, draft, day="", time="")

    assert until(draft) is None
    assert "Keine Sperrfrist mehr. Veröffentlicht ist der Text damit nicht." in said(response)
    assert version_of(draft).state == "draft"


@pytest.mark.parametrize(
    ("day", "time", "words"),
    [
        (
            "01.02.2020",
            "10:00",
            "Der Zeitpunkt ist schon vorbei. Wählen Sie einen späteren, oder lassen Sie beides "
            "leer.",
        ),
        ("01.03.2027", "", "Nennen Sie Tag und Uhrzeit, oder lassen Sie beides leer."),
        ("", "10:00", "Nennen Sie Tag und Uhrzeit, oder lassen Sie beides leer."),
        (
            "29.03.2026",
            "02:30",
            "Diese Uhrzeit gibt es am 29. März 2026 nicht: Die Uhren springen von 2 auf 3 Uhr. "
            "Wählen Sie eine andere.",
        ),
        ("31.02.2027", "10:00", "Bitte ein gültiges Datum eingeben."),
        ("01.03.2027", "Mittag", "Bitte eine gültige Uhrzeit eingeben."),
    ],
)
def test_what_is_no_moment_to_come_is_refused(admin, clock, day, time, words):
    clock(EARLY)
    draft = make_article(published=False)

    response = saved(admin, draft, day=day, time=time)

    assert (response.status_code, error(response)) == (200, [words])
    assert (until(draft), plans()) == (None, [])


def test_of_the_hour_that_comes_twice_the_second_is_meant_and_said(admin, clock):
    clock(EARLY)
    draft = make_article(published=False)

    response = saved(admin, draft, day="25.10.2026", time="02:30")
    again = saved(admin, draft, day="25.10.2026", time="02:30:00")

    assert until(draft) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert any("gemeint ist die zweite" in line for line in said(response))
    assert [line for line in said(again) if "Sperrfrist" in line] == []


def test_what_is_over_already_keeps_nobody_from_saving(admin, clock):
    draft = make_article(published=False, embargo_until=T)
    clock(T + timedelta(seconds=1))
    admin.force_login(editor())  # the session of the day before has ended

    response = saved(admin, draft, day="01.03.2027", time="10:00:00", content__title="Neu")

    assert (response.status_code, until(draft)) == (302, T)


def test_no_plan_is_made_for_a_moment_before_its_end(admin):
    draft = make_article(published=False, embargo_until=T)
    url = act(version_of(draft), "schedule")

    offered = admin.get(url).context["form"].initial
    refused = admin.post(url, {"day": "2027-03-01", "time": "09:59"})
    admin.post(url, {"day": "2027-03-01", "time": "10:00"})

    assert (str(offered["day"]), str(offered["time"])) == ("2027-03-01", "10:00:00")
    assert [text.replace(NBSP, " ") for text in refused.context["form"].errors["day"]] == [
        "Bis Montag, 1. März 2027, 10:00 Uhr, Ortszeit Berlin (Winterzeit, MEZ) gilt eine "
        "Sperrfrist; vorher veröffentlicht das Portal nicht."
    ]
    assert plans() == [("publish", "waiting", T)]


def test_the_list_marks_it_and_filters_by_it(admin):
    make_article(title="Frei", published=False)
    draft = make_article(title="Fund", published=False, embargo_until=T)
    plan(version_of(draft), editor(), step=Step.PUBLISH, run_at=T)

    page = admin.get("/admin/news/article/?sperrfrist=ja")

    assert [item.pk for item in page.context["cl"].result_list] == [draft.article_id]
    words = "Entwurf, geplant für 01.03.2027 10:00, Sperrfrist bis 01.03.2027 10:00"
    assert f'<span class="state state--embargo">{words}</span>' in page.content.decode()


def test_the_index_counts_what_its_list_shows(admin, clock):
    plan(
        version_of(make_article(title="Geplant", published=False, embargo_until=T)),
        editor(),
        step=Step.PUBLISH,
        run_at=T,
    )
    late = T + timedelta(days=1)
    make_article(title="Ungeplant", published=False, embargo_until=late)
    over = make_article(title="Vorbei", published=False, embargo_until=T - timedelta(days=9))
    version_of(make_article(published=False, embargo_until=T)).archive(editor())

    counts = {one.key: count for one, count in admin.get("/admin/").context["today"]}
    rows = admin.get("/admin/heute/sperrfrist/").context["rows"]

    assert (counts["sperrfrist"], len(rows)) == (3, 3)
    assert [(row.title, row.hint.partition(";")[2]) for row in rows] == [
        (over.title, ""),
        ("Geplant", " geplant"),
        ("Ungeplant", " das Erscheinen ist nicht geplant"),
    ]
    assert rows[0].hint.endswith("der Text ist noch nicht veröffentlicht.")
