"""Eight editors press whatever there is, at random, while what must always hold is looked at."""

import http.client
import random
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from urllib.parse import urlencode

from tests.drills.ground import SECONDS, Result, close_connections, served
from tests.drills.holding import Memory, look

EDITORS, SEED = 8, 1121
KINDS = ("news", "news", "press-release", "press-release")  # the items
CSRF = "drills" * 6 + "7890123456789012345678901234"[:28]  # as long as Django's
ANSWERS = {200, 302, 403, 404, 409}  # a page that asks, done, no right or no draft, gone, two texts
STEPS = {  # name of the button: what is filled in
    "edit_redirect": {},
    "publish": {},
    "request_approval": {},
    "approve": {},
    "bypass": {"reason": "Es eilt."},
    "unpublish": {"reason": "Vorbei."},
    "archive": {},
    "discard": {"discard": "1"},
    "revert": {"discard": "1"},
    "schedule": {"day": "2037-01-01", "time": "10:00"},
    "expire": {"day": "2037-01-02", "time": "10:00", "reason": "Vorbei.", "manner": "gone"},
}
MANNERS = (("notice", ""), ("gone", ""), ("redirect", "/robots.txt"))
LATER = timedelta(days=365 * 20)


def edited_at_random(seconds: int) -> Result:
    """Let eight editors work for some seconds; look at what they touched after each step."""
    result, session = Result("Acht Personen, wahllos"), Session(seconds)
    items = [made(kind, number) for number, kind in enumerate(KINDS)]
    with served() as port:
        close_connections()
        threads = [
            threading.Thread(target=session.work, args=[Editor(port, number), items])
            for number in range(EDITORS)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    result.faults = session.faults
    steps = sum(session.answers.values())
    counted = ", ".join(f"{status}: {count}" for status, count in sorted(session.answers.items()))
    result.figures = (
        f"{seconds} s, {steps} Schritte ({counted}), {published(items)} Veröffentlichungen, "
        f"{session.memory.late} mal kurz zu spät gesehen"
    )
    return result


def made(kind: str, number: int):
    """Return an article with a text that is public: so nobody can throw its last version away."""
    from tests.factories import add_text, make_article, publish

    content = make_article(kind=kind, slug=f"nummer-{number}", published=False)
    add_text(content, "<p>Stand 0</p>")
    return publish(content).article


@dataclass
class Session:
    """What all editors share."""

    seconds: int
    answers: Counter = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    memory: Memory = field(default_factory=Memory)

    def work(self, editor: "Editor", items: list) -> None:
        """Press and look until the time is over."""
        end = time.monotonic() + self.seconds
        try:
            while time.monotonic() < end and len(self.faults) < 20:
                item = editor.dice.choice(items)
                step, answer = editor.step(item)
                self.answers[answer] += 1
                if answer not in ANSWERS:
                    self.faults.append(f"{step} antwortet {answer}")
                self.faults += [f"nach {step}: {one}" for one in look(item, editor, self.memory)]
        except Exception as error:  # noqa: BLE001 - the drill reports it
            self.faults.append(f"Person {editor.number}: {type(error).__name__} {error}")
        finally:
            close_connections()


def published(items: list) -> int:
    """Return how often something of these items was published."""
    from publishing.models import AuditEntry

    keys = [str(item.pk) for item in items]
    lines = AuditEntry.objects.filter(action="published", subject_type="news.article")
    return lines.filter(subject_id__in=keys).count()


class Editor:
    """Somebody with a browser in which he or she is signed in."""

    def __init__(self, port: int, number: int):
        from tests.drills.crowding import signed_in

        self.port, self.number, self.count = port, number, 0
        self.dice = random.Random(f"{SEED} {number}")  # noqa: S311 - the same steps each time
        _, client = signed_in(f"wahllos-{number}")
        self.session = client.cookies["sessionid"].value

    def step(self, item) -> tuple[str, int]:
        """Do something with an item; return what and the answer."""
        kind = self.dice.random()
        if kind < 0.2:
            return "schreiben", self.write(item)
        if kind < 0.25:
            return "Zeitplan", run_timetable()
        version = self.dice.choice(versions_of(item)[-3:])  # mostly there is something to do
        name = self.dice.choice(list(STEPS))
        return name, self.press(version, name)

    def press(self, version, name: str) -> int:
        """Press a button of a version."""
        from publishing.page_actions import act

        values = dict(STEPS[name])
        if name == "unpublish":
            values["manner"], values["target"] = self.dice.choice(MANNERS)
        if name in {"schedule", "expire"} and self.dice.random() < 0.3:
            values = {"call_off": "1"}
        return self.ask("POST", act(version, name), values)[0]

    def write(self, item) -> int:
        """Write into the text of the newest version, whether it is a draft or not."""
        from djangocms_text.models import Text

        text = Text.objects.filter(placeholder__object_id=versions_of(item)[-1].object_id).last()
        if text is None:  # thrown away just now
            return 404
        self.count += 1
        values = {"body": f"<p>Stand {self.number + 10 * self.count}</p>", "json": ""}
        url = f"/admin/cms/placeholder/edit-plugin/{text.pk}/?cms_path=/"
        self.ask("GET", url)
        return self.ask("POST", url, values)[0]

    def ask(self, method: str, path: str, values=None, *, signed_in=True) -> tuple[int, str]:
        """Return status and text of an answer."""
        headers = {"Content-Type": "application/x-www-form-urlencoded", "X-CSRFToken": CSRF}
        if signed_in:
            headers["Cookie"] = f"sessionid={self.session}; csrftoken={CSRF}"
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        try:
            connection.request(method, path, urlencode(values or {}), headers)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()


def versions_of(item) -> list:
    """Return the versions of an item, the oldest first."""
    from django.contrib.contenttypes.models import ContentType
    from djangocms_versioning.models import Version

    from news.models import ArticleContent

    contents = ArticleContent.admin_manager.filter(article=item).values("pk")
    kind = ContentType.objects.get_for_model(ArticleContent)
    return list(Version.objects.filter(content_type=kind, object_id__in=contents).order_by("pk"))


def run_timetable() -> int:
    """Do what was planned, as if its moment had come."""
    from django.utils import timezone

    from publishing.schedule import run_due

    run_due(timezone.now() + LATER)
    return 200
