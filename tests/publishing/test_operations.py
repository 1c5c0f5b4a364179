"""D2, D12, D13: at the same moment, and killed half-way: once and wholly, or not at all."""

import threading

import pytest
from django.db import connection
from djangocms_versioning.models import Version

from publishing import schedule
from publishing.models import Schedule
from tests.factories import editor, make_article, new_draft
from tests.publishing.planning import T, planned, publications, run

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


def at_once(calls) -> list:
    """Make calls in threads that start together; return what each gave or raised."""
    start = threading.Barrier(len(calls))
    results = []

    def work(call):
        start.wait(timeout=10)
        try:
            results.append(call())
        except Exception as error:  # noqa: BLE001 - the test looks at it
            results.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=[call]) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return results
