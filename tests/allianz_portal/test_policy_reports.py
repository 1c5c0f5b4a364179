"""Browsers report violations of the policy; strangers can send anything there."""

import json
import logging

import pytest

pytestmark = pytest.mark.django_db

VIOLATION = {
    "type": "csp-violation",
    "user_agent": "Browser der Leserin",
    "body": {
        "effectiveDirective": "script-src-elem",
        "blockedURL": "https://evil.example/x.js\nGefälscht",
        "documentURL": "https://portal.example/",
    },
}
LINE = (
    "Policy violated: 'script-src-elem' 'https://evil.example/x.js\\nGef\\xe4lscht' "
    "'https://portal.example/'"
)


def lines(caplog) -> list[str]:
    found = [record for record in caplog.records if record.name.endswith("policy_reports")]
    return [record.getMessage() for record in found]


def send(client, content):
    return client.post("/csp-report/", content, content_type="application/reports+json")


def test_a_violation_is_one_line_that_knows_nothing_of_the_reader(client, caplog):
    with caplog.at_level(logging.WARNING):
        response = send(client, json.dumps([VIOLATION]))

    assert (response.status_code, lines(caplog)) == (204, [LINE])
    assert not response.cookies


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "{}", "[1]", '[{"body": 1}]', "[" * 16_000, "x" * 100_000]
)
def test_anything_else_is_dropped(client, caplog, content):
    with caplog.at_level(logging.WARNING):
        response = send(client, content)

    assert (response.status_code, lines(caplog)) == (204, [])


def test_nobody_fills_the_log(client, caplog):
    with caplog.at_level(logging.WARNING):
        send(client, json.dumps([VIOLATION] * 30))
        send(client, json.dumps([VIOLATION]))

    assert lines(caplog) == [LINE] * 20
