"""The address of the reader behind our own proxies."""

from django.conf import settings


def client_address(request) -> str:
    """Return the client's address as our outermost proxy saw it.

    Counted from the right, `settings.TRUSTED_PROXIES` steps: what stands
    further left in X-Forwarded-For was written by the client (ASVS 4.1.3).
    """
    steps = settings.TRUSTED_PROXIES
    chain = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    if steps and len(chain) >= steps and chain[-steps]:
        return chain[-steps]
    return request.META.get("REMOTE_ADDR", "")
