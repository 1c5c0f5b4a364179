"""Mails that must not get lost: written down with what they tell of, sent once that is committed.

A process that is killed or a mail server that is away costs nothing but time: the timetable's
runner tries again. A mail may come twice if somebody is killed between sending and noting it;
its Message-ID is the same then.
"""

import logging
from datetime import datetime, timedelta
from smtplib import SMTPRecipientsRefused
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone

from publishing.models import WaitingMail

log = logging.getLogger(__name__)

AGAIN = timedelta(minutes=2)  # until the second attempt; no attempt takes that long
GIVEN_UP = timedelta(days=3)


def send(*, subject: str, text: str, addresses: set[str], answer_to: str = "") -> None:
    """Owe one mail to each address, and send them once the running transaction is committed.

    Who answers writes to `answer_to`, without it to the portal.
    """
    now = timezone.now()
    mail = {"subject": subject, "text": text, "answer_to": answer_to}
    mail |= {"written_at": now, "not_before": now}
    WaitingMail.objects.bulk_create(WaitingMail(address=one, **mail) for one in sorted(addresses))
    transaction.on_commit(deliver)


def deliver(now: datetime | None = None) -> None:
    """Send what is owed; stop at the first that the mail server does not take."""
    now = now or timezone.now()
    WaitingMail.objects.filter(written_at__lt=now - GIVEN_UP).delete()
    due = WaitingMail.objects.filter(not_before__lte=now).order_by("pk")
    for mail in list(due):
        if is_ours(mail, now) and not is_sent(mail):
            return


def is_ours(mail: WaitingMail, now: datetime) -> bool:
    """Put the next attempt off, each time twice as long; False if somebody else did so before."""
    free = WaitingMail.objects.filter(pk=mail.pk, not_before=mail.not_before)
    return bool(free.update(not_before=now + max(AGAIN, now - mail.written_at)))


def is_sent(mail: WaitingMail) -> bool:
    """Send a mail and forget it; False if the mail server cannot be reached."""
    try:
        message_for(mail).send()
    except (SMTPRecipientsRefused, ValueError) as error:  # this one only
        log.warning("A mail was refused: %s", error)
        return True
    except OSError as error:
        log.warning("A mail could not be sent: %s", error)
        return False
    mail.delete()
    return True


def message_for(mail: WaitingMail) -> EmailMessage:
    """Return the mail with an id that stays the same at each attempt."""
    host = urlsplit(settings.PUBLIC_ORIGIN).hostname
    headers = {"Message-ID": f"<{mail.pk}.{mail.written_at:%Y%m%d%H%M%S%f}@{host}>"}
    answer_to = [mail.answer_to] if mail.answer_to else None
    return EmailMessage(
        mail.subject, mail.text, to=[mail.address], reply_to=answer_to, headers=headers
    )
