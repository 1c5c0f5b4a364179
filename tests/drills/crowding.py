"""D13: twenty editors at one item in the same moment, from several processes."""

import random
import threading
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from tests.drills.ground import FORK, Result, start

PROCESSES, THREADS = 4, 5
EDITORS = PROCESSES * THREADS
REFUSALS = {"ConditionFailed", "TransitionNotAllowed"}
PRESS_STEPS = ("publish", "publish", "request_approval", "approve", "bypass", "archive")


def by_operation(rounds: int) -> Result:
    """Publish two drafts of one article, called as the portal calls it."""
    return crowd("D13 Zwei Entwürfe, als Vorgang", rounds, two_drafts, publish)


def by_button(rounds: int) -> Result:
    """Publish two drafts of one article with the editors' button."""
    return crowd("D13 Zwei Entwürfe, mit dem Knopf", rounds, two_drafts, press_publish)


def with_four_eyes(rounds: int) -> Result:
    """Do with a press release whatever its buttons offer."""
    return crowd("D13 Pressemitteilung, vier Augen", rounds, press_draft, press_any)


def crowd(name: str, rounds: int, prepare: Callable, attempt: Callable) -> Result:
    """Let all editors try at once, round after round; look after each what has come of it."""
    result, outcomes = Result(name), Counter()
    barrier = FORK.Barrier(EDITORS)
    pipes = [FORK.Pipe() for _ in range(PROCESSES)]
    workers = [
        start(work, attempt, barrier, number, theirs) for number, (_, theirs) in enumerate(pipes)
    ]
    busy = 0.0
    for _ in range(rounds):
        versions = prepare()
        begun = time.monotonic()
        for ours, _ in pipes:
            ours.send(versions)
        found = [one for ours, _ in pipes for one in ours.recv()]
        busy += time.monotonic() - begun
        outcomes.update(found)
        judge(versions, found, result)
    for ours, _ in pipes:
        ours.send(None)
    for worker in workers:
        worker.join()
    counted = ", ".join(f"{word} {count}" for word, count in sorted(outcomes.items()))
    result.figures = f"{rounds} Runden × {EDITORS}, {rounds / busy:.1f} Runden/s; {counted}"
    return result


def work(attempt: Callable, barrier, number: int, pipe) -> None:
    """Be some of the editors: try when everybody is ready, tell what came of it."""
    own = threading.local()

    def one(task):
        editor_number, version = task
        if not hasattr(own, "user"):
            own.user, own.client = signed_in(f"person-{editor_number}")
        barrier.wait(timeout=60)
        try:
            return attempt(version, own, random.Random(f"{editor_number} {version}"))  # noqa: S311
        except Exception as error:  # noqa: BLE001 - it is what the drill looks for
            return type(error).__name__

    with ThreadPoolExecutor(THREADS) as pool:
        while (versions := pipe.recv()) is not None:
            numbers = range(number * THREADS, (number + 1) * THREADS)
            tasks = [(one, versions[one % len(versions)]) for one in numbers]
            pipe.send(list(pool.map(one, tasks)))


def signed_in(name: str):
    """Return an editor and a browser in which that person is signed in."""
    from django.test import Client

    from tests.factories import editor

    user, client = editor(name), Client()
    client.force_login(user)
    return user, client


def two_drafts() -> list[int]:
    """Return the versions of two drafts of a published article."""
    from djangocms_versioning.models import Version

    from tests.factories import make_article, new_draft, version_of

    content = make_article()
    drafts = [version_of(new_draft(content)).pk for _ in range(2)]
    Version.objects.filter(pk__in=drafts).update(state="draft")  # a second one was laid aside
    return drafts


def press_draft() -> list[int]:
    """Return the version of a press release's draft that the first editor has written."""
    from publishing.approval import note_writing
    from tests.factories import editor, make_article, version_of

    version = version_of(make_article(kind="press-release", published=False))
    note_writing(version, editor("person-0"))
    return [version.pk]


def publish(pk: int, own, dice) -> str:
    from djangocms_versioning.models import Version

    version = Version.objects.get(pk=pk)
    version.check_publish(own.user)
    version.publish(own.user)
    return "veröffentlicht"


def press_publish(pk: int, own, dice) -> str:
    return press(pk, own, "publish")


def press_any(pk: int, own, dice) -> str:
    return press(pk, own, dice.choice(PRESS_STEPS))


def press(pk: int, own, step: str) -> str:
    """Press a button in the admin; return what it answers."""
    from djangocms_versioning.models import Version

    from publishing.page_actions import act

    url = act(Version.objects.get(pk=pk), step)
    return str(own.client.post(url, {"reason": "Es eilt."}).status_code)


def judge(versions: list[int], found: list[str], result: Result) -> None:
    """One version at most is published, each publication is in the log, nothing else went wrong."""
    from djangocms_versioning.models import StateTracking, Version

    from publishing.models import AuditEntry

    version = Version.objects.get(pk=versions[0])
    states = list(
        Version.objects.filter_by_content_grouping_values(version.content).values_list(
            "state", flat=True
        )
    )
    published = states.count("published")
    if published > 1 or (len(versions) > 1 and published != 1):
        result.faults.append(f"Nach einer Runde ist der Stand {sorted(states)}")
    tracked = StateTracking.objects.filter(version__in=versions, new_state="published").count()
    logged = AuditEntry.objects.filter(
        action="published", subject_id=str(version.grouper.pk), subject_type="news.article"
    )
    if logged.filter(new__in=[f"Version {one}" for one in numbers(versions)]).count() != tracked:
        result.faults.append(f"{tracked} Veröffentlichungen, {logged.count()} Zeilen im Protokoll")
    wrong = set(found) - REFUSALS - {"veröffentlicht", "302"}
    result.faults += [f"Antwort {one}" for one in sorted(wrong)]
    if version.state == "published":
        judge_release(version, result)


def numbers(versions: list[int]) -> list[int]:
    from djangocms_versioning.models import Version

    return list(Version.objects.filter(pk__in=versions).values_list("number", flat=True))


def judge_release(version, result: Result) -> None:
    """A press release is public only if a second person or a reason stands behind it."""
    from publishing.approval import approval_of, needs_second_person

    approval = approval_of(version)
    is_alone = approval.approved_by_id in {None, approval.written_by_id}
    if needs_second_person(version) and is_alone and not approval.bypass_reason:
        result.faults.append("Eine Pressemitteilung hat nur eine Person gesehen")
