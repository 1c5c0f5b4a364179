"""D2: killed while publishing; readers get the old text or the new one, always and whole."""

import os
import signal
import time
from itertools import pairwise

from tests.drills.ground import FORK, Result, served, shown, start, wait_until

ROUNDS = 3  # kills at each moment
ANSWERS = 4  # that readers get while the one who is about to be killed stands still
PAUSE = 0.02  # seconds between two looks of a reader
FIRST = (False, "operation_publish")  # the first signal: before a publication
MOMENTS = {  # name: the signal (whether after the operation, which one); None: once committed
    "vor dem Wechsel": FIRST,
    "mitten im Wechsel": (True, "operation_unpublish"),
    "vor dem Festschreiben": (True, "operation_publish"),
    "danach, vor dem Leeren des Caches": None,
}


def killed_while_publishing() -> Result:
    """Kill a process at each moment of a publication while others read the page."""
    from tests.factories import make_article

    content = make_article(title="Fassung 1", slug="fassung")
    result = Result("D2 kill -9 beim Veröffentlichen")
    waits, number = [], 1
    with served() as port:
        readers = [Reader(port, path) for path in ("/aktuelles/fassung/", "/aktuelles/fassung/?x")]
        for _ in range(ROUNDS):
            for moment, place in MOMENTS.items():
                number, is_public = number + 1, place is None
                content = drafted(content, number)
                waits.append(kill(content, moment, readers, result))
                check(port, number if is_public else number - 1, moment, result)
                if not is_public:
                    publish_again(content, number, port, result)
        seen = [reader.stop() for reader in readers]
    for answers in seen:
        judge(answers, result)
    good = [answer for answers in seen for answer in answers if answer[0] == 200]
    result.figures = (
        f"{len(waits)} Abbrüche, {sum(map(len, seen))} Antworten an Leser, {len(good)} mit 200; "
        f"Sperre frei nach höchstens {max(waits) * 1000:.0f} ms"
    )
    return result


def drafted(content, number: int):
    """Return a draft with the next number."""
    from tests.factories import new_draft

    draft = new_draft(content)
    draft.title = f"Fassung {number}"
    draft.save()
    return draft


def kill(content, moment: str, readers, result: Result) -> float:
    """Kill a publication at a moment; return after how many seconds the item was free again."""
    from django.db import transaction

    from publishing.locks import lock_identity
    from tests.factories import version_of

    ours, theirs = FORK.Pipe()
    victim = start(publish_and_stand_still, version_of(content).pk, moment, theirs)
    ours.recv()
    for reader in readers:
        reader.wait_for_more(ANSWERS)
    os.kill(victim.pid, signal.SIGKILL)
    begun = time.monotonic()
    victim.join()
    with transaction.atomic():
        lock_identity(content.identity)
    if victim.exitcode != -signal.SIGKILL:
        result.faults.append(f"{moment}: nicht abgebrochen ({victim.exitcode})")
    return time.monotonic() - begun


def publish_and_stand_still(pk: int, moment: str, pipe) -> None:
    """Press „Veröffentlichen“ and stop at a moment for ever."""
    from django.db import transaction
    from django.test import Client
    from djangocms_versioning.models import Version
    from djangocms_versioning.signals import post_version_operation, pre_version_operation

    from publishing.page_actions import act
    from tests.factories import editor

    def stand_still():
        pipe.send("da")
        signal.pause()

    def reached(*, operation, signal, **kwargs):
        place = (signal is post_version_operation, operation)
        if MOMENTS[moment] == place:
            stand_still()
        if MOMENTS[moment] is None and place == FIRST:
            transaction.on_commit(stand_still)

    for place in (pre_version_operation, post_version_operation):
        place.connect(reached, weak=False)
    client = Client()
    client.force_login(editor())
    client.post(act(Version.objects.get(pk=pk), "publish"))


def publish_again(content, number: int, port: int, result: Result) -> None:
    """What was killed can be done by the next one, and is seen at once."""
    from djangocms_versioning.models import Version

    from tests.factories import editor, version_of

    Version.objects.get(pk=version_of(content).pk).publish(editor())
    check(port, number, "noch einmal", result)


def check(port: int, number: int, moment: str, result: Result) -> None:
    """Exactly one version is published, and the page shows it."""
    from djangocms_versioning.models import Version

    published = [one.content.title for one in Version.objects.filter(state="published")]
    if published != [f"Fassung {number}"]:
        result.faults.append(f"{moment}: veröffentlicht ist {published} statt Fassung {number}")
    found = shown(port, "/aktuelles/fassung/")
    if found != (200, number):
        result.faults.append(f"{moment}: Leser sehen {found} statt Fassung {number}")


def judge(answers: list, result: Result) -> None:
    """Every answer was a whole page, and none went back to an older text."""
    wrong = [answer for answer in answers if answer[0] != 200 or not answer[1]]
    if wrong:
        result.faults.append(f"{len(wrong)} Antworten ohne Text, die erste {wrong[0]}")
    numbers = [number for _, number in answers]
    if any(later < earlier for earlier, later in pairwise(numbers)):
        result.faults.append("Ein Leser sah nach einem neuen Text wieder einen alten")


class Reader:
    """Somebody in another process who reads a page again and again."""

    def __init__(self, port: int, path: str):
        self.count, self.is_done = FORK.Value("i", 0), FORK.Event()
        self.ours, theirs = FORK.Pipe()
        self.process = start(self.read, port, path, theirs)

    def read(self, port: int, path: str, pipe) -> None:
        answers = []
        while not self.is_done.is_set():
            try:
                answers.append(shown(port, path))
            except OSError as error:
                answers.append((str(error), 0))
            self.count.value += 1
            self.is_done.wait(PAUSE)
        pipe.send(answers)

    def wait_for_more(self, number: int) -> None:
        """Return when that many more answers have come."""
        wanted = self.count.value + number
        wait_until(lambda: self.count.value >= wanted)

    def stop(self) -> list:
        """Return status and number of every answer."""
        self.is_done.set()
        answers = self.ours.recv()
        self.process.join()
        return answers
