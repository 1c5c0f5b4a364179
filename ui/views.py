"""Error pages; robots.txt, security.txt and the icon that browsers ask for unasked."""

import sys
from datetime import UTC, datetime, time, timedelta

from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from publishing.metadata import absolute
from ui.models import SiteSettings

PLAIN = "text/plain; charset=utf-8"
# RFC 9116 advises less than a year; the date moves on with every day.
SECURITY_DAYS = 180


@require_safe
def favicon(request):
    """Lead to the icon; pages name it themselves, plain files and other programs cannot."""
    return redirect(static("img/favicon-32.png"))


@require_safe
def robots(request):
    """Answer with what search engines may read: all but the editors' pages."""
    sitemaps = [absolute(reverse(name)) for name in ("sitemap", "news:news_sitemap")]
    lines = ["User-agent: *", "Disallow: /admin/", "", *(f"Sitemap: {one}" for one in sitemaps)]
    return HttpResponse("\n".join([*lines, ""]), content_type=PLAIN)


@require_safe
def security(request):
    """Answer with whom to tell about a weakness (RFC 9116); the same bytes all day."""
    email = SiteSettings.load().email
    today = datetime.combine(timezone.now().astimezone(UTC), time.min, UTC)
    fields = {
        "Contact": f"mailto:{email}" if email else absolute("/kontakt/"),
        "Expires": f"{today + timedelta(days=SECURITY_DAYS):%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages": "de, en",
        "Canonical": absolute(request.path),
    }
    lines = [f"{name}: {value}\n" for name, value in fields.items()]
    return HttpResponse("".join(lines), content_type=PLAIN)


def bad_request(request, exception=None):
    return render(request, "400.html", status=400)


def forbidden(request, exception=None):
    return render(request, "403.html", status=403)


def csrf_failure(request, reason=""):
    return render(request, "403.html", status=403)


def not_found(request, exception=None):
    return render(request, "404.html", status=404)


def server_error(request):
    """Answer with a fault of ours; 503 if only the database is away or too busy."""
    if not isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return render(request, "500.html", status=500)
    response = render(request, "503.html", {"is_sent": request.method == "POST"}, status=503)
    response.headers["Retry-After"] = "60"  # seconds
    return response
