"""G17: links outside are asked politely, never by a test; what fails for three days is told."""

import threading
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.contrib.auth import get_user_model

from publishing import outside_links
from publishing.broken_links import broken_links
from publishing.models import OutsideLink
from publishing.outside_links import ask_status, check_outside, is_public_host, report
from tests.factories import add_text, make_article
from tests.publishing.planning import committed

pytestmark = pytest.mark.django_db
NOW = datetime(2027, 3, 1, 6, tzinfo=UTC)
DAY = timedelta(days=1)
URL = "https://weg.example/seite"


def check(answers: dict, now=NOW) -> tuple[int, list, list]:
    """Check with these answers; return failures, asked addresses, pauses."""
    asked, pauses = [], []

    def ask(url):
        asked.append(url)
        return answers.get(url, 200)

    return check_outside(ask, now=now, pause=pauses.append), asked, pauses


@pytest.fixture
def owner():
    return get_user_model().objects.create_user("anna", email="anna@example.org", is_staff=True)


@pytest.fixture
def article(owner):
    """A draft that links outside; it has an owner."""
    content = make_article(published=False, title="Mit Link")
    add_text(content, f'<p><a href="{URL}">dort</a></p>')
    content.article.owner = owner
    content.article.save()
    return content


def test_addresses_are_asked_one_after_the_other_the_hosts_in_turn():
    content = make_article(published=False)
    for url in ("https://a.example/1", "https://a.example/2", "https://b.example/1"):
        add_text(content, f'<p><a href="{url}">x</a></p>')

    _, asked, pauses = check({})

    assert asked == ["https://a.example/1", "https://b.example/1", "https://a.example/2"]
    assert pauses == [1, 1]


@pytest.mark.parametrize(
    ("status", "fails"),
    [
        *((status, 0) for status in (200, 204, 301, 302, 401, 403, 405, 429)),
        *((status, 1) for status in (404, 410, 500, 503, 0)),
    ],
)
def test_what_an_answer_means(article, status, fails):
    assert check({URL: status})[0] == fails


def test_a_failure_is_listed_with_its_first_day_and_forgotten_when_mended(article):
    check({URL: 404})
    check({URL: 404}, NOW + DAY)
    (broken,) = broken_links()
    check({}, NOW + 2 * DAY)

    assert (broken.trouble.value, broken.since, broken.status) == ("silent", NOW, 404)
    assert broken_links() == []


def test_an_address_that_nobody_links_any_more_is_forgotten(article):
    check({URL: 404})
    article.placeholders.get().get_plugins().get().delete()

    assert (check({URL: 404})[:2], list(OutsideLink.objects.all())) == ((0, []), [])


def test_the_owner_is_told_after_three_days_and_once(article, settings, mailoutbox):
    settings.EMAIL_HOST = "mail.example"
    told = []
    for days in range(6):
        check({URL: 404}, NOW + days * DAY)
        told.append(committed(report, NOW + days * DAY))

    assert told == [0, 0, 0, 1, 0, 0]
    (mail,) = mailoutbox
    assert (mail.subject, mail.to) == ("Links, die nicht mehr antworten", ["anna@example.org"])
    assert f"{URL}\nseit 01.03.2027 07:00, in „Mit Link“: http://127.0.0.1:8000/" in mail.body


def test_what_fails_again_is_told_again(article, settings, mailoutbox):
    settings.EMAIL_HOST = "mail.example"
    for days, status in ((0, 404), (3, 404), (4, 200), (5, 404), (8, 404)):
        check({URL: status}, NOW + days * DAY)
        committed(report, NOW + days * DAY)

    assert len(mailoutbox) == 2


def test_without_a_mail_server_nobody_is_told(article, settings, mailoutbox):
    check({URL: 404})

    assert (committed(report, NOW + 4 * DAY), mailoutbox) == (0, [])


class Answers(BaseHTTPRequestHandler):
    """A server of this test on this machine; the path says what it answers."""

    def do_HEAD(self):
        self.server.asked.append(f"{self.command} {self.path}")
        code = 405 if self.command == "HEAD" and self.path == "/kein-head" else 200
        self.send_response({"/weg": 404, "/weiter": 301}.get(self.path, code))
        self.send_header("Location", "/weg")
        self.end_headers()

    do_GET = do_HEAD  # noqa: N815 - the server's own names

    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture
def server(monkeypatch):
    """A server on this machine that counts as ours, as the only one a test may ask."""
    server = HTTPServer(("127.0.0.1", 0), Answers)
    server.asked = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    server.origin = f"http://127.0.0.1:{server.server_port}"
    monkeypatch.setattr(outside_links, "is_ours", lambda url: url.startswith(server.origin))
    yield server
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "status", "asked"),
    [
        ("/da", 200, ["HEAD /da"]),
        ("/weg", 404, ["HEAD /weg", "GET /weg"]),
        ("/weiter", 301, ["HEAD /weiter"]),
        ("/kein-head", 200, ["HEAD /kein-head", "GET /kein-head"]),
    ],
)
def test_the_real_question_fetches_no_text_and_follows_nothing(server, path, status, asked):
    assert (ask_status(f"{server.origin}{path}"), server.asked) == (status, asked)


@pytest.mark.parametrize(
    "url",
    [
        *("http://127.0.0.1:1/", "http://10.0.0.1/", "http://[::1]/", "http://169.254.169.254/x"),
        *("http://[kaputt", "https://", "ftp://192.0.2.1/", "http://127.0.0.1:99999/"),
    ],
)
def test_no_machine_inside_is_asked(url):
    assert (is_public_host(url), ask_status(url)) == (False, 0)
