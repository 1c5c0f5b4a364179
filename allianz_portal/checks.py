"""Deployment checks: do the addresses fit together? Run by `manage.py check --deploy`."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import Tags, Warning, register  # noqa: A004 - Django's own name
from django.http.request import validate_host


@register(Tags.security, deploy=True)
def public_origin_is_ours(**kwargs):
    """Warn if the address in links, feeds and calendars is not the one readers use."""
    origin = urlsplit(settings.PUBLIC_ORIGIN)
    found = []
    if settings.HTTPS and origin.scheme != "https":
        hint = "PORTAL_ORIGIN auf die öffentliche Adresse setzen, zum Beispiel https://…"
        found.append(
            Warning("PORTAL_ORIGIN beginnt nicht mit https://.", hint=hint, id="portal.W002")
        )
    if not validate_host(origin.hostname, settings.ALLOWED_HOSTS):
        hint = f"„{origin.hostname}“ in DJANGO_ALLOWED_HOSTS aufnehmen."
        found.append(Warning("PORTAL_ORIGIN ist kein erlaubter Name.", hint=hint, id="portal.W003"))
    return found
