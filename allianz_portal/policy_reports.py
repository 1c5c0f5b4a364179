"""Where browsers report what our policy kept out: somebody's injection, or a mistake of ours."""

import json
import logging

from django.core.cache import cache
from django.http import HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

log = logging.getLogger(__name__)

LINES_AN_HOUR = 20  # strangers can report whatever they like
LARGEST = 16 * 1024  # bytes of a report that are read
FIELDS = ("effectiveDirective", "blockedURL", "documentURL")


@csrf_exempt
@require_POST
def take(request):
    """Write a line for each violation, without anything about the reader."""
    for line in lines_of(request.read(LARGEST)):
        if is_wanted():
            log.warning("Policy violated: %s", line)
    return HttpResponse(status=204)


def lines_of(content: bytes) -> list[str]:
    """Return directive, blocked address and page of each violation (Reporting API)."""
    try:
        reports = json.loads(content)
    except (ValueError, RecursionError):
        return []
    bodies = [report.get("body") for report in as_list(reports) if isinstance(report, dict)]
    return [
        " ".join(ascii(body.get(field))[:200] for field in FIELDS)
        for body in bodies
        if isinstance(body, dict)
    ]


def as_list(value) -> list:
    """Return a list as it is, nothing else."""
    return value if isinstance(value, list) else []


def is_wanted() -> bool:
    """Count this line and tell whether there were few of them in this hour."""
    cache.add("policy-reports", 0, timeout=60 * 60)
    try:
        return cache.incr("policy-reports") <= LINES_AN_HOUR
    except ValueError:  # the hour ended between the two lines
        return False
