"""D2, D12, D13: at the same moment, and killed half-way: once and wholly, or not at all."""

from functools import partial

import pytest
from django.core import mail
from django.test import Client
from djangocms_versioning.models import Version

from publishing import schedule
from publishing.models import AuditEntry, Schedule, Step
from publishing.page_actions import act, change_url
from publishing.timetable import plan
from tests.factories import editor, make_article, new_draft, version_of
from tests.publishing.planning import T, planned, publications, run
from tests.publishing.test_admin import filled
from tests.publishing.turns import at_once

pytestmark = pytest.mark.django_db(transaction=True)


class Killed(BaseException):
    """What a process that is killed half-way looks like from inside."""


def test_killed_half_way_nothing_has_happened_and_the_next_round_does_it(
    client, known_types, clock, monkeypatch
):
    first = make_article(slug="eins", title="Alt")
    second = new_draft(first)
    planned(second)

    def killed(*args, **kwargs):
        raise Killed

    clock(T)
    with monkeypatch.context() as patch:
        patch.setattr(schedule, "finish", killed)
        with pytest.raises(Killed):
            run()
    between = sorted(Version.objects.values_list("state", flat=True))
    audited = len(publications())

    assert between == ["draft", "published"]
    assert audited == 1
    assert Schedule.objects.get().state == "waiting"
    assert run() == 1
    assert len(publications()) == 2


def test_many_runners_and_an_editor_publish_once(known_types, clock):
    draft = make_article(slug="eins", published=False)
    planned(draft)
    clock(T)

    results = at_once([schedule.run_due] * 6 + [lambda: Version.objects.get().publish(editor())])

    errors = [one for one in results if isinstance(one, Exception)]
    assert {type(one).__name__ for one in errors} <= {"ConditionFailed", "TransitionNotAllowed"}
    assert Version.objects.get().state == "published"
    assert len(publications()) == 1
    assert Schedule.objects.get().state in {"done", "cancelled"}


def test_two_lines_for_one_moment_are_run_by_many_runners_once_each(known_types, clock):
    for number in range(4):
        planned(make_article(slug=f"nummer-{number}", published=False))
    clock(T)

    results = at_once([schedule.run_due] * 5)

    assert [one for one in results if isinstance(one, Exception)] == []
    run()
    assert len(publications()) == 4
    assert {line.state for line in Schedule.objects.all()} == {"done"}


def signed_in(name) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(editor(name))
    return client


def test_many_runners_say_once_that_a_line_was_refused(known_types, clock):
    person = editor("planung", email="planung@example.org")
    for number in range(4):
        draft = make_article(slug=f"nummer-{number}", lead="", published=False)
        plan(version_of(draft), person, step=Step.PUBLISH, run_at=T)
    clock(T)

    at_once([schedule.run_due] * 5)

    assert AuditEntry.objects.filter(action="blocked").count() == 4
    assert [message.to for message in mail.outbox] == [["planung@example.org"]] * 4


def test_two_editors_who_save_at_once_lose_no_word(known_types):
    draft = make_article(title="Alt", published=False)
    url = change_url(draft.article)
    clients = [signed_in(name) for name in ("eins", "zwei")]
    forms = [
        filled(client.get(url), content__title=title)
        for client, title in zip(clients, ("Erstes", "Zweites"), strict=True)
    ]

    answers = at_once(
        [partial(client.post, url, form) for client, form in zip(clients, forms, strict=True)]
    )

    by_status = {answer.status_code: answer for answer in answers}
    warned = by_status[409].context["adminform"].form
    title = type(draft).admin_manager.get().title
    assert sorted(by_status) == [302, 409]
    assert warned.non_field_errors()[0].startswith("Jemand anderes hat diesen Eintrag inzwischen")
    assert {title, warned["content__title"].value()} == {"Erstes", "Zweites"}


def test_a_draft_begun_twice_at_once_is_one(known_types):
    url = act(version_of(make_article()), "edit_redirect")

    answers = at_once([partial(signed_in(f"editor{n}").post, url) for n in range(4)])

    assert {answer.status_code for answer in answers} == {302}
    assert sorted(Version.objects.values_list("state", flat=True)) == ["draft", "published"]


def test_published_by_two_people_at_once_nobody_gets_an_error_page(known_types):
    url = act(version_of(make_article(published=False)), "publish")

    answers = at_once([partial(signed_in(f"editor{n}").post, url) for n in range(4)])

    assert {answer.status_code for answer in answers} == {302}
    assert len(publications()) == 1


def test_saved_and_published_at_once_readers_get_one_of_both_texts_whole(known_types):
    draft = make_article(title="Alt", lead="Alt.", published=False)
    url, publish = change_url(draft.article), act(version_of(draft), "publish")
    writer, chief = signed_in("eins"), signed_in("zwei")
    form = filled(writer.get(url), content__title="Neu", content__lead="Neu.")

    answers = at_once([partial(writer.post, url, form), partial(chief.post, publish)])

    public = type(draft).objects.get()
    assert {answer.status_code for answer in answers} <= {200, 302}
    assert (public.title, public.lead) in {("Alt", "Alt."), ("Neu", "Neu.")}
