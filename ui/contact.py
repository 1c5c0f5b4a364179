"""Messages of readers: who may send how many, where they go, when they are forgotten."""

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.utils.crypto import salted_hmac
from django.utils.module_loading import import_string

from publishing import mails
from ui.choices import Subject
from ui.models import ContactMessage, SiteSettings

LIMIT = 10  # posts of one address
WINDOW = 10 * 60  # seconds
SAME_SITE = {"same-origin", "none"}


def is_from_this_site(request) -> bool:
    """Tell whether the post comes from a page of ours, as far as the browser says.

    Stands in for a token: public pages are the same bytes for everybody, and the
    form acts for nobody in particular. Browsers send one of the two headers.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site in SAME_SITE
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc == request.get_host()


def is_too_many(request) -> bool:
    """Count this post and tell whether its sender has posted too often."""
    address = import_string(settings.CLIENT_ADDRESS)(request)
    key = f"contact:{salted_hmac('ui.contact', address).hexdigest()}"
    cache.add(key, 0, timeout=WINDOW)
    try:
        return cache.incr(key) > LIMIT
    except ValueError:  # the window ended between the two lines
        return False


@transaction.atomic
def take(form) -> None:
    """Keep the message of a valid form, and owe the operator a mail about it.

    Nothing a reader wrote stands in a header but the address to answer to.
    """
    message = form.save()
    recipient = recipient_of(message)
    if not recipient:
        return
    lines = [f"Name: {message.name}", f"E-Mail: {message.email}", f"Seite: {message.page}"]
    mails.send(
        subject=f"Kontaktformular: {message.get_subject_display()}",
        text="\n".join([*lines, "", message.text]),
        addresses={recipient},
        answer_to=message.email,
    )


def recipient_of(message: ContactMessage) -> str:
    """Return the operator's address for this subject, or "" if none is known."""
    operator = SiteSettings.load()
    is_press = message.subject == Subject.PRESS
    return (operator.press_email if is_press else "") or operator.email


def delete_old(now: datetime) -> int:
    """Delete messages older than `ContactMessage.KEPT_DAYS`; return how many."""
    before = now - timedelta(days=ContactMessage.KEPT_DAYS)
    deleted, _ = ContactMessage.objects.filter(received_at__lt=before).delete()
    return deleted
