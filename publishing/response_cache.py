"""Whole public pages, kept before every other middleware and dropped as a whole.

A page is kept under its address and a *generation*. Publishing anything or
changing a fact starts a new generation, so every worker that shares the cache
backend stops serving the old pages at once. A page that was being made while
the generation changed is stored under the old one and never read. While something
is being published no page is kept. A cache that
fails (disk full, server away) costs readers nothing but time.
"""

import hashlib
import logging
import re
import uuid

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import DisallowedHost
from django.db import transaction
from django.http import HttpResponse
from django.utils.cache import get_conditional_response

from publishing.metadata import absolute

log = logging.getLogger(__name__)

GENERATION = "pages:generation"
NONE = ""  # no page is kept
PAUSE = 60  # seconds; no publication takes that long
# Only these queries are worth keeping, and only where a page says that it is its own address:
# any other would let strangers fill the cache.
KEPT_QUERY = re.compile(r"(?:seite=[1-9][0-9]{0,3})?")
PRIVATE_PATHS = ("/admin/", settings.MEDIA_URL, settings.STATIC_URL)
EDITORS = "/admin/"
DRAFTS = "/admin/cms/placeholder/"  # building blocks are changed in drafts only
ALWAYS_ASK = "public, max-age=0, must-revalidate"
# What a view says that wants to be asked again soon (events/views/live.py), in seconds.
OWN_AGE = re.compile(r"public, max-age=([1-9][0-9]{0,2})")
# With its own caches off the CMS forbids keeping any page, in these words (Django's
# `add_never_cache_headers`). A view of ours that means it says `no-store` alone.
CMS_WORDS = "max-age=0, no-cache, no-store, must-revalidate, private"


def drop_pages() -> None:
    """Drop all kept pages as soon as the running transaction is committed.

    Until then none is kept: whoever dies between the commit and the dropping leaves no old page.
    """
    written(GENERATION, NONE, timeout=PAUSE)
    transaction.on_commit(start_generation)


def start_generation() -> str:
    """Start a new generation of pages and return it; "" if the cache fails."""
    generation = uuid.uuid4().hex
    return generation if written(GENERATION, generation, timeout=None) else ""


class ResponseCache:
    """Answer anonymous readers from the cache; keep what may be kept."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not is_public(request):
            return self.pass_by(request)
        key = page_key(request)
        response = kept(key) or self.make(request, key)
        etag = response.headers.get("ETag")
        return get_conditional_response(request, etag=etag, response=response) if etag else response

    def pass_by(self, request) -> HttpResponse:
        """Have the answer made; drop the pages if an editor changed what they may show."""
        response = self.get_response(request)
        if is_change_by_staff(request):
            start_generation()
        return response

    def make(self, request, key: str) -> HttpResponse:
        """Have the page made, and keep it if every reader may see the same bytes."""
        response = self.get_response(request)
        forget_cms_words(response)
        if not may_be_kept(response) or not is_its_own_address(request, response):
            return response
        own_age = OWN_AGE.fullmatch(response.get("Cache-Control", ""))
        if not own_age:
            response.headers["Cache-Control"] = ALWAYS_ASK
        response.headers["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
        if key and request.method == "GET":
            entry = (response.content, dict(response.headers))
            seconds = int(own_age[1]) if own_age else settings.RESPONSE_CACHE_SECONDS
            written(key, entry, timeout=seconds)
        return response


def is_public(request) -> bool:
    """Tell whether the request may be answered with what any other reader gets."""
    return (
        request.method in {"GET", "HEAD"}
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and not request.path_info.startswith(PRIVATE_PATHS)
        and KEPT_QUERY.fullmatch(request.META.get("QUERY_STRING", "")) is not None
        and is_for_us(request)
    )


def is_for_us(request) -> bool:
    """Tell whether the host is one of ours; the page is the same for each of them."""
    try:
        return bool(request.get_host())
    except DisallowedHost:
        return False


def is_change_by_staff(request) -> bool:
    """Tell whether an editor sent something that readers may see at once."""
    path = request.path_info
    is_change = request.method == "POST" and path.startswith(EDITORS)
    user = getattr(request, "user", None)
    return is_change and not path.startswith(DRAFTS) and bool(user and user.is_staff)


def forget_cms_words(response) -> None:
    """Take back what the CMS says about caching to a reader without a session."""
    if response.get("Cache-Control") == CMS_WORDS:
        del response.headers["Cache-Control"], response.headers["Expires"]


def may_be_kept(response) -> bool:
    """Tell whether a response is a whole public page (never one that sets a cookie)."""
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and not response.has_header("Set-Cookie")
        and "no-store" not in response.get("Cache-Control", "")
        and "private" not in response.get("Cache-Control", "")
    )


def is_its_own_address(request, response) -> bool:
    """Tell whether a page with a number says so itself, as only lists do that are that long."""
    if not request.META.get("QUERY_STRING"):
        return True
    canonical = f'<link rel="canonical" href="{absolute(request.get_full_path())}">'
    return canonical.encode() in response.content


def page_key(request) -> str:
    """Return the key of a page in the present generation; "" if none is kept just now."""
    generation = read(GENERATION)
    if generation is None:
        generation = start_generation()
    address = f"{request.scheme} {request.get_full_path()}"
    return generation and f"page:{generation}:{hashlib.sha256(address.encode()).hexdigest()}"


def kept(key: str) -> HttpResponse | None:
    """Return the kept page as a response, or None."""
    entry = read(key)
    if entry is None:
        return None
    content, headers = entry
    return HttpResponse(content, headers=headers)


def read(key: str):
    """Return what the cache holds, None also if it fails; "" is no key."""
    try:
        return cache.get(key) if key else None
    except Exception as error:  # noqa: BLE001 - each backend raises its own
        log.warning("The cache cannot be read: %s", error)
        return None


def written(key: str, value, *, timeout: int | None) -> bool:
    """Put something into the cache and tell whether that went well."""
    try:
        cache.set(key, value, timeout=timeout)
    except Exception as error:  # noqa: BLE001 - each backend raises its own
        log.warning("The cache cannot be written: %s", error)
        return False
    return True
