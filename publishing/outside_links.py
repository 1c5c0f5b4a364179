"""Asking addresses outside whether they still answer: once a day, one after the other, politely.

Nothing here runs while a page is made. `ask` is a parameter, so that tests ask nobody.
"""

import hashlib
import ipaddress
import logging
import socket
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import datetime, timedelta
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from publishing.broken_links import BrokenLink, Trouble, asked_addresses, broken_links
from publishing.facts import local_text
from publishing.links import owner_of, place_of, url_of
from publishing.mails import send
from publishing.metadata import absolute
from publishing.models import OutsideLink, Reminder
from publishing.reviews import can_be_told

log = logging.getLogger(__name__)
TOPIC = "link"
PATIENCE = timedelta(days=3)  # what fails so long is reported to the owner
TIMEOUT = 10  # seconds
PAUSE = 1  # seconds between two questions
NO_ANSWER = 0
# Sites that keep programs out, not readers; what they answer says nothing about the link.
KEPT_OUT = {401, 403, 405, 406, 429, 451, 999}


def check_outside(
    ask: Callable[[str], int], *, now: datetime | None = None, pause: Callable = time.sleep
) -> int:
    """Ask every address that texts link to, forget the others; return how many fail."""
    now = now or timezone.now()
    addresses = asked_addresses()
    OutsideLink.objects.exclude(url__in=addresses).delete()
    for number, address in enumerate(spread(addresses)):
        if number:
            pause(PAUSE)
        note_answer(address, ask(address), now)
    return OutsideLink.objects.exclude(failing_since=None).count()


def spread(addresses: set[str]) -> list[str]:
    """Return the addresses so that those of one host are as far apart as can be."""
    hosts = defaultdict(list)
    for address in sorted(addresses):
        hosts[urlsplit(address).netloc].append(address)
    return [
        address
        for _, address in sorted((n, url) for h in hosts.values() for n, url in enumerate(h))
    ]


def note_answer(address: str, status: int, now: datetime) -> None:
    """Keep an answer, and since when it is none."""
    link = OutsideLink.objects.filter(url=address).first() or OutsideLink(url=address)
    fails = is_failure(status)
    link.failing_since = (link.failing_since or now) if fails else None
    link.status, link.checked_at = status, now
    link.save()


def is_failure(status: int) -> bool:
    """Tell whether an answer means that readers find nothing."""
    return status == NO_ANSWER or (status >= 400 and status not in KEPT_OUT)


# --- Asking ---


class StayHere(HTTPRedirectHandler):
    """Follows nothing: an address that leads on answers."""

    def redirect_request(self, *args, **kwargs):
        return None


def ask_status(url: str) -> int:
    """Return the HTTP status of an address, `NO_ANSWER` if none came; its text is not fetched."""
    if not (is_ours(url) or is_public_host(url)):
        return NO_ANSWER
    status = answer(url, "HEAD")
    return answer(url, "GET") if is_failure(status) or status in KEPT_OUT else status


def answer(url: str, method: str) -> int:
    """Ask with one method."""
    agent = f"Linkpruefer der Lokalen Allianz Dormagen ({settings.PUBLIC_ORIGIN})"
    try:
        request = Request(url, method=method, headers={"User-Agent": agent})  # noqa: S310
        with build_opener(StayHere).open(request, timeout=TIMEOUT) as response:
            return response.status
    except HTTPError as error:
        error.close()
        return error.code
    except (OSError, ValueError, HTTPException) as error:
        log.info("%s does not answer: %s", url, error)
        return NO_ANSWER


def is_ours(url: str) -> bool:
    """Tell whether an address is one of this site, wherever the site runs."""
    return url.startswith(absolute("/"))


def is_public_host(url: str) -> bool:
    """Tell whether an address lies in the public net: an editor's link opens no machine inside."""
    try:
        parts = urlsplit(url)
        found = socket.getaddrinfo(parts.hostname, parts.port or 443, type=socket.SOCK_STREAM)
    except (OSError, ValueError, UnicodeError):
        return False
    hosts = {ipaddress.ip_address(entry[4][0].partition("%")[0]) for entry in found}
    return parts.scheme in {"http", "https"} and all(host.is_global for host in hosts)


# --- Telling ---


@transaction.atomic
def report(now: datetime | None = None) -> int:
    """Mail owners what has failed for three days, each failure once; return how many were told."""
    if not settings.EMAIL_HOST:
        return 0
    now = now or timezone.now()
    news = defaultdict(list)
    for broken in broken_links():
        owner = owner_of(broken.link)
        if is_lasting(broken, now) and can_be_told(owner) and is_new(broken):
            news[owner].append(broken)
    for owner, found in news.items():
        lines = ["Diese Links in Ihren Einträgen antworten nicht mehr:", *map(line_for, found)]
        send(
            subject="Links, die nicht mehr antworten",
            text="\n\n".join(lines),
            addresses={owner.email},
        )
    return len(news)


def is_lasting(broken: BrokenLink, now: datetime) -> bool:
    """Tell whether a link has failed long enough to be no accident."""
    return broken.trouble == Trouble.SILENT and broken.since <= now - PATIENCE


def is_new(broken: BrokenLink) -> bool:
    """Note that this failure in this place is told now; False if it was told before."""
    place = place_of(broken.link)
    known_as = f"{broken.link.address} {broken.since.isoformat()}"
    _, created = Reminder.objects.get_or_create(
        topic=TOPIC,
        subject_type=place._meta.label_lower,
        subject_id=place.pk,
        key=hashlib.sha256(known_as.encode()).hexdigest(),
    )
    return created


def line_for(broken: BrokenLink) -> str:
    """Return what the mail says about a link."""
    where = absolute(url_of(broken.link))
    since = local_text(broken.since)
    return f"{broken.link.address}\nseit {since}, in „{place_of(broken.link)}“: {where}"
