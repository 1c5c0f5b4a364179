"""D15, D34: a mail that is owed comes once, whoever dies and however long the server is away."""

from datetime import timedelta
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.db import transaction

from publishing.mails import AGAIN, GIVEN_UP, deliver, send
from publishing.models import WaitingMail
from tests.publishing.planning import T, committed
from tests.publishing.turns import at_once

pytestmark = pytest.mark.django_db


@pytest.fixture
def broken(monkeypatch):
    """Return a function that lets the mail server fail, or work again without an argument."""
    original = EmailMessage.send
    tried = []

    def fail_with(error=None):
        def attempt(message, *args):
            if error is None:
                return original(message, *args)
            tried.append(message.to[0])
            raise error

        monkeypatch.setattr(EmailMessage, "send", attempt)
        return tried

    return fail_with


def owe(*addresses):
    committed(lambda: send(subject="Betreff", text="Text", addresses=set(addresses)))


def sent() -> list[str]:
    return [address for message in mail.outbox for address in message.to]


def test_everybody_gets_one_mail(clock):
    owe("b@example.org", "a@example.org")
    deliver(T)

    assert sent() == ["a@example.org", "b@example.org"]
    assert WaitingMail.objects.count() == 0


def test_an_answer_goes_to_whom_it_is_meant_for():
    mail_to_answer = {"subject": "Frage", "text": "Text", "addresses": {"a@example.org"}}
    committed(lambda: send(**mail_to_answer, answer_to="erika@example.org"))
    owe("a@example.org")

    assert [message.reply_to for message in mail.outbox] == [["erika@example.org"], []]


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_owes_nothing(clock):
    with transaction.atomic():
        send(subject="Betreff", text="Text", addresses={"a@example.org"})
        transaction.set_rollback(True)

    deliver(T)

    assert sent() == []


def test_while_the_server_is_away_mails_wait_and_it_is_asked_once(clock, broken):
    clock(T)
    tried = broken(OSError("niemand da"))
    owe("a@example.org", "b@example.org")
    first = list(tried)
    deliver(T + AGAIN / 2)
    broken()
    deliver(T + 2 * AGAIN)

    assert (first, tried) == (["a@example.org"], ["a@example.org", "b@example.org"])
    assert sorted(sent()) == ["a@example.org", "b@example.org"]


@pytest.mark.parametrize("error", [SMTPRecipientsRefused({}), ValueError("no header")])
def test_an_address_that_is_refused_keeps_no_other_waiting(clock, broken, error):
    clock(T)
    tried = broken(error)
    owe("a@example.org", "b@example.org")

    assert tried == ["a@example.org", "b@example.org"]
    assert WaitingMail.objects.count() == 2


def test_what_nobody_takes_for_days_is_given_up(clock, broken):
    clock(T)
    broken(OSError("niemand da"))
    owe("a@example.org")

    deliver(T + GIVEN_UP + timedelta(seconds=1))

    assert WaitingMail.objects.count() == 0


def test_whoever_is_killed_while_sending_leaves_the_mail_to_the_next(clock, broken):
    clock(T)
    tried = broken(KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        owe("a@example.org")
    broken()
    deliver(T)
    deliver(T + AGAIN)

    assert (tried, sent()) == (["a@example.org"], ["a@example.org"])


@pytest.mark.django_db(transaction=True)
def test_many_who_send_at_once_send_it_once(monkeypatch, clock):
    clock(T)
    monkeypatch.setattr("publishing.mails.deliver", lambda: None)
    owe(*(f"{number}@example.org" for number in range(5)))

    at_once([lambda: deliver(T)] * 4)

    assert sorted(sent()) == [f"{number}@example.org" for number in range(5)]
