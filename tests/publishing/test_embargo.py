"""N04: what a Sperrfrist says, and that nothing is published before it ends, by whatever way."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from djangocms_versioning.exceptions import ConditionFailed

from news.models import ArticleContent
from publishing import dates
from publishing.approval import note_bypass
from publishing.embargo import exactly, kept_back
from publishing.models import Step
from publishing.timetable import plan
from publishing.together import publish_together
from tests.factories import editor, make_article, new_draft, publish, version_of
from tests.publishing.planning import SECOND, T, publications, run

BERLIN = ZoneInfo("Europe/Berlin")


def embargoed(until=T, **values) -> ArticleContent:
    """Return a draft with a Sperrfrist."""
    values = {"slug": "fund", "title": "Fund", "published": False, **values}
    return make_article(embargo_until=until, **values)


def answer(path="/aktuelles/fund/") -> tuple:
    response = Client().get(path)
    return response.status_code, "Fund" in response.content.decode()


# --- In words, whatever clocks do ---


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (
            datetime(2027, 3, 1, 9, tzinfo=UTC),
            "Montag, 1. März 2027, 10:00 Uhr, Ortszeit Berlin (Winterzeit, MEZ)",
        ),
        (
            datetime(2026, 3, 29, 0, 59, tzinfo=UTC),
            "Sonntag, 29. März 2026, 01:59 Uhr, Ortszeit Berlin (Winterzeit, MEZ)",
        ),
        (
            datetime(2026, 3, 29, 1, tzinfo=UTC),
            "Sonntag, 29. März 2026, 03:00 Uhr, Ortszeit Berlin (Sommerzeit, MESZ)",
        ),
        (
            datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
            "Sonntag, 25. Oktober 2026, 02:30 Uhr, Ortszeit Berlin (Sommerzeit, MESZ; diese Stunde "
            "gibt es in der Nacht der Zeitumstellung zweimal, gemeint ist die erste)",
        ),
        (
            datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
            "Sonntag, 25. Oktober 2026, 02:30 Uhr, Ortszeit Berlin (Winterzeit, MEZ; diese Stunde "
            "gibt es in der Nacht der Zeitumstellung zweimal, gemeint ist die zweite)",
        ),
        (
            datetime(2026, 10, 25, 2, tzinfo=UTC),
            "Sonntag, 25. Oktober 2026, 03:00 Uhr, Ortszeit Berlin (Winterzeit, MEZ)",
        ),
    ],
    ids=["usual", "before-spring", "after-spring", "first", "second", "after-autumn"],
)
def test_a_moment_is_said_so_that_nobody_mistakes_it(moment, words):
    assert exactly(moment).replace(dates.NBSP, " ") == words


# --- The gate ---

WAYS = {
    "check": lambda version, user: version.check_publish(user),
    "publish": lambda version, user: version.publish(user),
    "together": lambda version, user: publish_together([version], user),
    "bypass": lambda version, user: (
        note_bypass(version, user, reason="Eilt."),
        version.publish(user),
    ),
}


@pytest.mark.django_db
@pytest.mark.parametrize("way", WAYS)
def test_no_way_leads_out_before_the_end(clock, way):
    draft = embargoed()
    clock(T - SECOND)

    with pytest.raises(ConditionFailed, match=r"Sperrfrist bis Montag, 1\.\sMärz 2027, 10:00"):
        WAYS[way](version_of(draft), editor())

    assert (answer(), version_of(draft).state) == ((404, False), "draft")


@pytest.mark.django_db
def test_several_at_once_leave_it_out(client, clock):
    draft, other = embargoed(), make_article(slug="frei", published=False)
    client.force_login(editor())
    keys = [draft.article_id, other.article_id]

    page = client.post(
        "/admin/news/article/", {"action": "publish_ticked", "_selected_action": keys}
    )

    assert [one.title for one in page.context["done"]] == [other.title]
    assert ["Sperrfrist" in one.reasons for one in page.context["blocked"]] == [True]
    assert answer() == (404, False)


# --- The end ---


@pytest.mark.django_db
def test_it_appears_at_its_moment_and_has_no_sperrfrist_any_more(clock):
    draft = embargoed()
    plan(version_of(draft), editor(), step=Step.PUBLISH, run_at=T)

    clock(T - SECOND)
    before = (run(), answer())
    clock(T)
    after = (run(), answer())

    assert (before, after) == ((0, (404, False)), (1, (200, True)))
    assert publications() == [
        ("redaktion", "Version 1", "Zeitplan: Veröffentlichen am 01.03.2027 10:00")
    ]
    assert list(kept_back()) == []
    fresh = ArticleContent.objects.get(pk=draft.pk)
    assert new_draft(fresh).embargo_until is None


@pytest.mark.django_db
def test_a_new_version_waits_while_the_old_one_stays(clock):
    public = make_article(slug="fund", title="Alt")
    draft = new_draft(public)
    draft.title, draft.embargo_until = "Fund", T
    draft.save()
    plan(version_of(draft), editor(), step=Step.PUBLISH, run_at=T)

    found = []
    for moment in (T - timedelta(days=1), T - SECOND, T):
        clock(moment)
        run()
        found.append(answer())

    assert found == [(200, False), (200, False), (200, True)]


@pytest.mark.django_db
def test_after_its_end_it_can_be_published_by_hand(clock):
    draft = embargoed()
    clock(T)

    publish(draft)

    assert answer() == (200, True)


@pytest.mark.django_db
def test_every_text_with_a_sperrfrist_is_found():
    make_article(published=False)
    first, second = embargoed(), embargoed(slug="zwei")
    version_of(second).archive(editor())

    assert list(kept_back()) == [first, second]
