"""G20: many items at once; the gate judges each, and a page says what became of each and why."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from djangocms_versioning.models import Version

from publishing.bulk import MAY_NOT_PUBLISH, MAY_NOT_WITHDRAW
from publishing.models import AuditEntry, Withdrawal
from publishing.moments import OWN_TARGET
from publishing.page_actions import change_url
from tests.factories import make_article, make_meeting, make_partner, version_of

pytestmark = pytest.mark.django_db
LIST = "/admin/news/article/"
END = {"manner": "gone", "reason": "Vorbei."}


@pytest.fixture
def rita(client):
    rita = get_user_model().objects.create_user("rita", is_staff=True)
    rita.groups.set(Group.objects.filter(name="Redaktion"))
    client.force_login(rita)
    return rita


def tick(client, action: str, contents, path=LIST, **values):
    keys = [content.identity.pk for content in contents]
    return client.post(path, {"action": action, "_selected_action": keys, **values})


def shown(response) -> tuple:
    context = response.context
    return len(context["done"]), {one.title: one.reasons for one in context["blocked"]}


def states(contents) -> list:
    return [Version.objects.get(pk=version_of(content).pk).state for content in contents]


def test_eighteen_of_twenty_are_published_and_two_say_why_not(client, rita):
    good = [make_article(published=False) for _ in range(18)]
    bare = make_article(published=False, title="Ohne Anriss", lead="")
    done = make_article(title="Schon da")

    response = tick(client, "publish_ticked", [*good, bare, done])

    count, blocked = shown(response)
    assert (count, list(blocked)) == (18, ["Ohne Anriss", "Schon da"])
    assert blocked["Ohne Anriss"].startswith("Noch nicht veröffentlicht. (1) Anriss: fehlt.")
    assert blocked["Schon da"] == "Es gibt keinen Entwurf; zu veröffentlichen ist nichts."
    assert set(states(good)) == {"published"}
    assert states([bare]) == ["draft"]
    assert AuditEntry.objects.filter(action="published", user=rita).count() == 18
    assert change_url(bare.article) in response.content.decode()


def test_a_press_release_still_needs_a_second_person(client, rita):
    draft = make_article(kind="press-release", published=False, title="Mitteilung")
    draft.versions.update(created_by=rita)

    count, blocked = shown(tick(client, "publish_ticked", [draft]))

    assert (count, list(blocked), states([draft])) == (0, ["Mitteilung"], ["draft"])


def test_many_are_taken_back_with_one_reason(client, rita):
    public = [make_article(), make_article()]
    draft = make_article(published=False, title="Entwurf")

    asked = tick(client, "withdraw_ticked", [*public, draft])
    unfinished = tick(client, "withdraw_ticked", public, manner="gone", reason=" ")
    before = states(public)
    count, blocked = shown(tick(client, "withdraw_ticked", [*public, draft], **END))

    assert sorted(asked.context["ticked"]) == [one.article_id for one in [*public, draft]]
    assert list(unfinished.context["form"].errors) == ["reason"]
    assert before == ["published"] * 2
    assert (count, list(blocked)) == (2, ["Entwurf"])
    assert states(public) == ["unpublished"] * 2
    assert [one.reason for one in Withdrawal.objects.all()] == ["Vorbei."] * 2


@pytest.mark.parametrize(
    ("make", "path"),
    [(make_meeting, "/admin/events/meeting/"), (make_partner, "/admin/partners/partner/")],
)
def test_every_type_can_be_published_so(client, rita, make, path):
    draft = make(published=False)

    assert shown(tick(client, "publish_ticked", [draft], path)) == (1, {})
    assert states([draft]) == ["published"]


def test_who_may_not_publish_is_told_whom_to_ask(client):
    helper = get_user_model().objects.create_user("hilfe", is_staff=True)
    helper.groups.set(Group.objects.filter(name="Mitarbeit"))
    client.force_login(helper)
    draft = make_article(published=False, title="Entwurf")
    public = make_article(title="Draußen")

    publish = shown(tick(client, "publish_ticked", [draft]))
    withdraw = shown(tick(client, "withdraw_ticked", [public], **END))

    assert publish == (0, {"Entwurf": MAY_NOT_PUBLISH})
    assert withdraw == (0, {"Draußen": MAY_NOT_WITHDRAW})
    assert states([draft, public]) == ["draft", "published"]


def test_many_lead_to_another_page_but_none_to_itself(client, rita):
    one, other = make_article(slug="eins"), make_article(slug="zwei", title="Zwei")
    end = {"manner": "redirect", "reason": "Ersetzt."}

    home = tick(client, "withdraw_ticked", [one], target="/", **end)
    circle = tick(client, "withdraw_ticked", [other], target="/aktuelles/zwei/", **end)

    assert shown(home) == (1, {})
    assert shown(circle) == (0, {"Zwei": OWN_TARGET})


def test_more_than_a_hundred_are_refused_and_several_are_never_deleted(client, rita, monkeypatch):
    monkeypatch.setattr("publishing.bulk.MOST", 1)
    drafts = [make_article(published=False), make_article(published=False)]

    refused = tick(client, "publish_ticked", drafts)
    tick(client, "delete_selected", drafts, post="yes")

    assert (refused.status_code, states(drafts)) == (302, ["draft"] * 2)


def test_each_item_costs_the_same_and_the_page_nothing_more(
    client, rita, django_assert_max_num_queries
):
    tick(client, "publish_ticked", [make_article(published=False)])
    costs = []
    for count in (1, 3, 5):
        drafts = [make_article(published=False) for _ in range(count)]
        with django_assert_max_num_queries(400) as counted:
            tick(client, "publish_ticked", drafts)
        costs.append(len(counted.captured_queries))

    assert costs[2] - costs[1] == costs[1] - costs[0]
