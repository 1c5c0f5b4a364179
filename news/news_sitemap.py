"""The sitemap of what is new, as news search engines ask for it: the last two days (G32)."""

from datetime import timedelta

from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from news.models import ArticleContent
from publishing.feeds import printable
from publishing.metadata import ALLIANCE, absolute
from publishing.structured_data import moment

FRESH = timedelta(hours=48)  # what Google News reads; older entries are to be left out
MOST = 1000  # its limit for one file


@require_safe
def news_sitemap(request):
    """Answer with the articles of the last 48 hours; an empty list is valid.

    The answer changes with the clock, so nobody may keep it.
    """
    since = timezone.now() - FRESH
    contents = ArticleContent.objects.for_listing().filter(
        article__first_published_at__gte=since, date__gte=timezone.localdate(since)
    )
    rows = [row(content) for content in contents.newest_first()[:MOST]]
    return TemplateResponse(
        request,
        "news/news_sitemap.xml",
        {"rows": rows, "publication": ALLIANCE},
        content_type="application/xml; charset=utf-8",
        headers={"Cache-Control": "no-store"},
    )


def row(content) -> dict:
    """Return what the sitemap says of an article."""
    return {
        "url": absolute(content.get_absolute_url()),
        "published": moment(content.article.first_published_at),
        "title": printable(content.title),
    }
