"""Addresses that show one draft to people without an account, and no other draft.

Everything that belongs to the draft, its pictures and files, opens below the address that shows
it, `/vorschau/<token>/<key>/`. Under a Sperrfrist the key is known only to who has acknowledged
it: it is signed, for this link and this moment, so that a moved Sperrfrist is asked for anew.
"""

import hashlib
import re
import secrets
from datetime import timedelta
from functools import partial

from django.conf import settings
from django.db import models
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from djangocms_versioning.constants import DRAFT
from djangocms_versioning.models import Version

from publishing.audit import record_step
from publishing.embargo import exactly, until_of
from publishing.models import AuditAction, PreviewLink
from publishing.pages import page_of

LONGEST = 30  # days that a link may be valid
KEPT = timedelta(days=90)  # after the end of a link, as the privacy page promises
HEADERS = {
    "X-Robots-Tag": "noindex, nofollow",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
}

OPEN_KEY = "entwurf"  # where no Sperrfrist is to be acknowledged
UPLOADS = re.compile(rf"(?<=[\"\s,]){re.escape(settings.MEDIA_URL)}")
OWN_FILES = "(?=pressemappe\\.zip|fotos/|anlagen/)"  # what lies below an item's own address


def make_link(version: Version, user, *, label: str, email: str, days: int) -> str:
    """Make a link and return its token, which is known only now."""
    token = secrets.token_urlsafe(32)
    PreviewLink.objects.create(
        token_hash=hashed(token),
        version=version,
        label=label,
        email=email,
        expires_at=timezone.now() + timedelta(days=days),
        created_by=user,
    )
    record_step(AuditAction.LINKED, version, user=user, reason=label)
    return token


def revoke(link: PreviewLink, user) -> None:
    """Close a link at once."""
    link.revoked_at = timezone.now()
    link.save(update_fields=["revoked_at"])
    record_step(AuditAction.UNLINKED, link.version, user=user, reason=link.label)


def find_link(token: str) -> PreviewLink | None:
    """Return the link of this token, valid or not."""
    return PreviewLink.objects.filter(token_hash=hashed(token)).select_related("version").first()


def hashed(token: str) -> str:
    """Return what is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def note_opening(link: PreviewLink) -> None:
    """Count an opening; who it was is not asked."""
    PreviewLink.objects.filter(pk=link.pk).update(
        opened=models.F("opened") + 1, last_opened_at=timezone.now()
    )


def readers_of(identity) -> set[str]:
    """Return the addresses of those who were sent a link to a draft of this thing and opened it."""
    versions = Version.objects.filter_by_grouper(identity)
    opened = PreviewLink.objects.filter(version__in=versions, opened__gt=0).exclude(email="")
    return set(opened.values_list("email", flat=True))


def delete_old() -> int:
    """Delete links, with the addresses of who got them, some time after they ended."""
    ended = PreviewLink.objects.filter(expires_at__lt=timezone.now() - KEPT)
    return ended.delete()[0]


def note_acknowledgement(link: PreviewLink) -> None:
    """Count that somebody has acknowledged the Sperrfrist; who it was is not asked."""
    PreviewLink.objects.filter(pk=link.pk).update(
        acknowledged=models.F("acknowledged") + 1, last_acknowledged_at=timezone.now()
    )


def key_of(link: PreviewLink) -> str:
    """Return the last part of the address at which a link shows its draft."""
    until = until_of(link.version.content)
    if until is None:
        return OPEN_KEY
    return salted_hmac("sperrfrist", f"{link.token_hash} {until.timestamp()}").hexdigest()[:32]


def fits(link: PreviewLink, key: str) -> bool:
    """Tell whether a link shows its draft now to who comes with this key."""
    is_draft = link.is_open and link.version.state == DRAFT
    return is_draft and constant_time_compare(key.encode(), key_of(link).encode())


def linked_draft(token: str, key: str) -> Version:
    """Return the draft that a link shows at this address, or raise `Http404`."""
    link = find_link(token)
    if link is None or not fits(link, key):
        raise Http404
    return link.version


def in_confidence(response):
    """Return a response that nobody keeps, lists or passes on."""
    for name, value in HEADERS.items():
        response.headers[name] = value
    return response


def draft_page(request, link: PreviewLink, token: str):
    """Return the page of the draft as readers would get it, with a line that says what it is."""
    content = link.version.content
    until = content.is_handed_out = until_of(content)
    request.toolbar.set_object(content)
    response = page_of(content)(request, content)
    response.context_data["preview_link"] = link
    response.context_data["embargo"] = until and exactly(until)
    base = reverse("publishing:preview_draft", args=[token, key_of(link)])
    response.add_post_render_callback(partial(lead_through, base=base, page=own_path(content)))
    return response


def own_path(content) -> str:
    """Return the address that a draft will have, "" if none is known yet."""
    return content.get_absolute_url() or ""


def lead_through(response, *, base: str, page: str) -> None:
    """Let pictures and files of a draft's page open below the address that shows it."""
    html = UPLOADS.sub(f"{base}media/", response.content.decode())
    if page:
        html = re.sub(f'(?<="){re.escape(page)}{OWN_FILES}', base, html)
    response.content = html.encode()
