"""Whole public pages, kept before every other middleware and dropped as a whole.

A page is kept under its address and a *generation*. Publishing anything or
changing a fact starts a new generation, so every worker that shares the cache
backend stops serving the old pages at once. A page that was being made while
the generation changed is stored under the old one and never read.
"""

import hashlib
import re
import uuid

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.utils.cache import get_conditional_response

GENERATION = "pages:generation"
# Only these queries are worth keeping; any other would let strangers fill the cache.
KEPT_QUERY = re.compile(r"(?:seite=[1-9][0-9]{0,3})?")
PRIVATE_PATHS = ("/admin/", settings.MEDIA_URL, settings.STATIC_URL)
HEADERS = {"Cache-Control": "public, max-age=0, must-revalidate"}
# With its own caches off the CMS forbids keeping any page, in these words (Django's
# `add_never_cache_headers`). A view of ours that means it says `no-store` alone.
CMS_WORDS = "max-age=0, no-cache, no-store, must-revalidate, private"


def drop_pages() -> None:
    """Drop all kept pages as soon as the running transaction is committed."""
    transaction.on_commit(start_generation)


def start_generation() -> str:
    """Start and return a new generation of pages."""
    generation = uuid.uuid4().hex
    cache.set(GENERATION, generation, timeout=None)
    return generation


class ResponseCache:
    """Answer anonymous readers from the cache; keep what may be kept."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not is_public(request):
            return self.get_response(request)
        key = page_key(request)
        response = kept(key) or self.make(request, key)
        etag = response.headers.get("ETag")
        return get_conditional_response(request, etag=etag, response=response) if etag else response

    def make(self, request, key: str) -> HttpResponse:
        """Have the page made, and keep it if every reader may see the same bytes."""
        response = self.get_response(request)
        forget_cms_words(response)
        if not may_be_kept(response):
            return response
        for name, value in HEADERS.items():
            response.headers[name] = value
        response.headers["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
        if request.method == "GET":
            entry = (response.content, dict(response.headers))
            cache.set(key, entry, timeout=settings.RESPONSE_CACHE_SECONDS)
        return response


def is_public(request) -> bool:
    """Tell whether the request may be answered with what any other reader gets."""
    return (
        request.method in {"GET", "HEAD"}
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and not request.path_info.startswith(PRIVATE_PATHS)
        and KEPT_QUERY.fullmatch(request.META.get("QUERY_STRING", "")) is not None
    )


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


def page_key(request) -> str:
    """Return the key of a page in the present generation."""
    generation = cache.get(GENERATION) or start_generation()
    scheme = "https" if request.is_secure() else "http"
    host = request.META.get("HTTP_HOST", "")
    address = f"{scheme}://{host}{request.get_full_path()}"
    return f"page:{generation}:{hashlib.sha256(address.encode()).hexdigest()}"


def kept(key: str) -> HttpResponse | None:
    """Return the kept page as a response, or None."""
    entry = cache.get(key)
    if entry is None:
        return None
    content, headers = entry
    return HttpResponse(content, headers=headers)
