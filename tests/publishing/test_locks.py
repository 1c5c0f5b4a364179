"""D13: whoever is second sees what the first has done, whatever the two of them do."""

from functools import partial

import pytest
from django.test import Client
from djangocms_text.models import Text
from djangocms_versioning.models import Version

from publishing.approval import request_approval
from publishing.models import Approval, AuditEntry, Schedule, Withdrawal
from publishing.page_actions import act, change_url
from publishing.together import publish_together
from tests.factories import add_text, editor, make_article, version_of
from tests.publishing.test_admin import filled
from tests.publishing.turns import at_once, in_the_middle, only_on_postgresql

pytestmark = pytest.mark.django_db(transaction=True)


def signed_in(name) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(editor(name))
    return client


def states() -> list[str]:
    return sorted(Version.objects.values_list("state", flat=True))


def publish(content) -> None:
    Version.objects.get(pk=version_of(content).pk).publish(editor("freigabe"))


def test_a_draft_can_be_laid_aside(known_types):
    draft = make_article(published=False)

    answer = signed_in("eins").post(act(version_of(draft), "archive"))

    assert (answer.status_code, states()) == (302, ["archived"])


@only_on_postgresql
@pytest.mark.parametrize("step", ["discard", "archive"])
def test_what_was_published_meanwhile_is_not_thrown_away(known_types, step):
    draft = make_article(published=False)
    client = signed_in("eins")
    throw_away = partial(client.post, act(version_of(draft), step), {"discard": "1"})

    _, answer = in_the_middle(partial(publish, draft), throw_away)

    assert (answer.status_code, states()) == (302, ["published"])


@only_on_postgresql
def test_an_item_that_was_published_meanwhile_is_not_deleted(known_types):
    draft = make_article(published=False)
    url = change_url(draft.article).replace("change", "delete")

    delete = partial(signed_in("eins").post, url, {"post": "yes"})

    in_the_middle(partial(publish, draft), delete)

    assert states() == ["published"]


def test_taken_back_by_two_at_once_is_taken_back_once(known_types):
    url = act(version_of(make_article()), "unpublish")
    values = {"manner": "gone", "reason": "Vorbei."}

    answers = at_once([partial(signed_in(f"editor{n}").post, url, values) for n in range(4)])

    assert {answer.status_code for answer in answers} == {302}
    assert Withdrawal.objects.count() == 1


def test_planned_by_two_at_once_is_planned_once(known_types):
    url = act(version_of(make_article(published=False)), "schedule")
    values = {"day": "2027-03-01", "time": "10:00"}

    answers = at_once([partial(signed_in(f"editor{n}").post, url, values) for n in range(4)])

    assert {answer.status_code for answer in answers} == {302}
    assert Schedule.objects.filter(state="waiting").count() == 1


def test_requested_by_many_at_once_is_requested_once(known_types):
    draft = make_article(kind="press-release", published=False)
    url = act(version_of(draft), "request_approval")

    answers = at_once([partial(signed_in(f"editor{n}").post, url) for n in range(4)])

    assert {answer.status_code for answer in answers} == {302}
    assert AuditEntry.objects.filter(action="requested").count() == 1


@only_on_postgresql
def test_a_text_that_is_written_meanwhile_is_not_released_unseen(known_types):
    draft = make_article(kind="press-release", title="Alt", published=False)
    request_approval(version_of(draft), editor())
    url, release = change_url(draft.article), act(version_of(draft), "approve")
    writer, chief = signed_in("zwei"), signed_in("zwei")
    form = filled(writer.get(url), content__title="Neu")

    written, _ = in_the_middle(partial(writer.post, url, form), partial(chief.post, release))

    approval = Approval.objects.get()
    assert written.status_code == 302
    assert (approval.written_by.username, approval.approved_by) == ("zwei", None)


@only_on_postgresql
def test_two_who_publish_the_same_two_drafts_together_do_not_wait_for_each_other(known_types):
    versions = [version_of(make_article(published=False)) for _ in range(2)]
    one, other = versions

    def both(order):
        return publish_together([Version.objects.get(pk=v.pk) for v in order], editor())

    results = at_once([partial(both, [one, other]), partial(both, [other, one])])

    assert [type(found).__name__ for found in results if found] == ["ConditionFailed"]
    assert states() == ["published", "published"]


@only_on_postgresql
@pytest.mark.parametrize("address", ["edit-plugin/{}/", "delete-plugin/{}/"])
def test_a_block_is_not_changed_once_its_text_is_published(known_types, address):
    draft = make_article(published=False)
    text = add_text(draft, "<p>Freigegeben</p>")
    url = "/admin/cms/placeholder/" + address.format(text.pk)
    values = {"body": "<p>Hinterher</p>", "json": "", "post": "yes"}
    client = signed_in("eins")

    _, answer = in_the_middle(partial(publish, draft), partial(client.post, url, values))

    assert answer.status_code == 403
    assert Text.objects.get().body == "<p>Freigegeben</p>"
