"""Addresses that show one draft to people without an account, and no other draft."""

import hashlib
import secrets
from datetime import timedelta

from django.db import models
from django.utils import timezone
from djangocms_versioning.models import Version

from publishing.audit import record_step
from publishing.models import AuditAction, PreviewLink
from publishing.pages import page_of

LONGEST = 30  # days that a link may be valid
KEPT = timedelta(days=90)  # after the end of a link, as the privacy page promises
HEADERS = {
    "X-Robots-Tag": "noindex, nofollow",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
}


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


def draft_page(request, link: PreviewLink):
    """Return the page of the draft as readers would get it, with a line that says what it is."""
    content = link.version.content
    request.toolbar.set_object(content)
    response = page_of(content)(request, content)
    response.context_data["preview_link"] = link
    return response
