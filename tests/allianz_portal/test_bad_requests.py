"""Ten thousand requests that make no sense: refused or not found, never an error of ours."""

import logging
import random
from collections import Counter

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection

from tests.allianz_portal.nonsense import environ
from tests.factories import make_article, make_meeting, make_partner

BATCHES = 10
BATCH = 1000
WRITING = ("INSERT", "UPDATE", "DELETE", "ALTER", "CREATE", "DROP")


@pytest.fixture
def content(db):
    """Something that could be found."""
    return [make_article(slug="2021"), make_meeting(slug="2021"), make_partner(slug="2021")]


@pytest.fixture
def one_connection():
    """As Django's test client does: a request's end must not close the test's connection."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.parametrize("number", range(BATCHES))
def test_a_thousand_bad_requests_never_break_anything(content, one_connection, number):
    dice = random.Random(number)  # noqa: S311 - the same nonsense in every run
    handler = WSGIHandler()

    statuses = Counter(answer(handler, environ(dice)) for _ in range(BATCH))

    assert {status: count for status, count in statuses.items() if status >= 500} == {}
    assert statuses.total() == BATCH


def answer(handler: WSGIHandler, request: dict) -> int:
    """Return the status of a request, its whole body read."""
    statuses = []
    body = handler(request, lambda status, headers: statuses.append(int(status[:3])))
    b"".join(body)
    if hasattr(body, "close"):
        body.close()
    return statuses[0]


@pytest.mark.django_db
@pytest.mark.parametrize("host", ["evil.example", "testserver:abc", "testserver@evil"])
def test_a_foreign_host_gets_our_own_page_and_leaves_no_traceback(client, caplog, host):
    with caplog.at_level(logging.WARNING):
        response = client.get("/aktuelles/x/", HTTP_HOST=host)

    assert response.status_code == 400
    assert "Diese Anfrage verstehen wir nicht" in response.content.decode()
    assert host not in response.content.decode()
    assert [record for record in caplog.records if record.exc_info] == []


@pytest.mark.parametrize(
    "path",
    ["/", "/aktuelles/2021/", "/jahrestreffen/2021/", "/x/", "/admin/", "/admin/login/", "/n/x"],
)
def test_reading_writes_nothing(content, client, path):
    written = []

    def watch(execute, sql, params, many, context):
        if sql.lstrip().upper().startswith(WRITING):
            written.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        client.get(path)

    assert written == []
