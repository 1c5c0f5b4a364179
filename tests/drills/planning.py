"""D15: three runners of the timetable at the same minute, killed at random and in the middle."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from datetime import timedelta

from tests.drills.ground import ROOT, Result
from tests.drills.mailbox import Mailbox

LINES, REFUSED = 200, 20
KILLS = (30, 80, 130)  # after so many lines one of the three runners is killed
MAIL_KILLS = (5, 12)  # at this mail all are killed before its receipt is confirmed
RUNNER = [sys.executable, "manage.py", "run_schedule"]


def three_runners() -> Result:
    """Run 200 lines that can be published and 20 that cannot; count publications and mails."""
    result = Result("D15 Zeitplan, drei Läufer, abgebrochen")
    dice = random.Random(15)  # noqa: S311 - the same kills each time
    plan_all()
    runners = []
    mailbox = Mailbox(lambda number: kill_all(runners) if number in MAIL_KILLS else None)
    begun = time.monotonic()
    start_all(runners, mailbox)
    for lines in KILLS:
        run_until(lambda: done_lines() >= lines, runners, mailbox)  # noqa: B023 - called at once
        kill(dice.choice(runners))
    run_until(lambda: not open_lines(), runners, mailbox)
    seconds = time.monotonic() - begun
    finish(runners, mailbox)
    judge(mailbox, result)
    kills = len(KILLS) + 3 * len(MAIL_KILLS)
    result.figures = f"{kills} Abbrüche, {seconds:.0f} s; " + figures(mailbox)
    return result


def run_until(is_so, runners: list, mailbox: Mailbox) -> None:
    """Keep three runners running until something is so."""
    while not is_so():
        start_all(runners, mailbox)
        time.sleep(0.02)


def plan_all() -> None:
    """Plan everything for the minute that is just over; whoever looks after an item has a mail."""
    from django.db import transaction
    from django.utils import timezone

    from publishing.models import Step
    from publishing.timetable import plan
    from tests.factories import editor, make_article, version_of

    run_at = timezone.now().replace(second=0, microsecond=0) - timedelta(minutes=1)
    planner = editor("planung", email="planung@example.org")
    owner = editor("zustaendig", email="zustaendig@example.org")
    with transaction.atomic():
        for number in range(LINES + REFUSED):
            is_whole = number % (LINES // REFUSED + 1) > 0
            content = make_article(published=False, **({} if is_whole else {"lead": ""}))
            content.article.owner = owner
            content.article.save()
            plan(version_of(content), planner, step=Step.PUBLISH, run_at=run_at)


def start_all(runners: list, mailbox: Mailbox) -> None:
    """Start again whoever is no longer running, up to three."""
    environment = {**os.environ, "EMAIL_HOST": "127.0.0.1", "EMAIL_PORT": str(mailbox.port)}
    runners[:] = [runner for runner in runners if runner.poll() is None]
    while len(runners) < 3:
        silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        runners.append(subprocess.Popen(RUNNER, cwd=ROOT, env=environment, **silent))


def kill(runner: subprocess.Popen) -> None:
    runner.send_signal(signal.SIGKILL)
    runner.wait()


def kill_all(runners: list) -> None:
    for runner in list(runners):  # others are started meanwhile
        kill(runner)


def finish(runners: list, mailbox: Mailbox) -> None:
    """Wait for the last; let others look once the time until the next attempt at mails is over."""
    from django.utils import timezone

    from publishing.models import WaitingMail

    for runner in runners:
        runner.wait()
    WaitingMail.objects.update(not_before=timezone.now())
    start_all(runners, mailbox)
    for runner in runners:
        runner.wait()


def open_lines() -> int:
    from publishing.models import Schedule

    return Schedule.objects.filter(state="waiting").count()


def done_lines() -> int:
    from publishing.models import Schedule

    return Schedule.objects.exclude(state="waiting").count()


def judge(mailbox: Mailbox, result: Result) -> None:
    """Each line once, each publication once in the log, at least one mail for each person."""
    from publishing.models import AuditEntry, Schedule

    states = Counter(Schedule.objects.values_list("state", flat=True))
    if states != {"done": LINES, "blocked": REFUSED}:
        result.faults.append(f"Stand der Zeilen: {dict(states)}")
    for action, expected in (("published", LINES), ("blocked", REFUSED)):
        lines = AuditEntry.objects.filter(action=action, user_name="planung")
        count, things = lines.count(), lines.values("subject_id").distinct().count()
        if (count, things) != (expected, expected):
            result.faults.append(f"Protokoll „{action}“: {count} Zeilen zu {things} Einträgen")
    single = set(mailbox.mails)
    if len(single) != 2 * REFUSED:
        result.faults.append(f"{len(single)} Mails statt {2 * REFUSED}")
    if len(mailbox.mails) - len(single) > len(MAIL_KILLS):
        result.faults.append(f"{len(mailbox.mails) - len(single)} Mails doppelt")


def figures(mailbox: Mailbox) -> str:
    from publishing.models import AuditEntry

    published = AuditEntry.objects.filter(action="published", user_name="planung").count()
    twice = len(mailbox.mails) - len(set(mailbox.mails))
    return (
        f"{published} von {LINES} veröffentlicht, {len(mailbox.mails)} Mails für "
        f"{2 * REFUSED} Anlässe, {twice} doppelt nach Abbruch ohne Quittung"
    )
