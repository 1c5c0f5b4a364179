"""Feeds of news and press releases; those about a subject stand in subjects.py."""

from datetime import datetime, time

from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from media_library.renditions import social_image
from news.metadata import FEEDS, FRONTS
from news.models import ArticleContent
from publishing.dates import Precision
from publishing.feeds import FORMATS, LENGTH, Channel, Entry
from publishing.full_text import bodies, portable
from publishing.metadata import ALLIANCE


@require_safe
def feed(request, kind, suffix):
    """Answer with the newest articles of a kind as Atom, RSS or JSON Feed."""
    front = FRONTS[kind]
    articles = ArticleContent.objects.of_kind(kind)
    feed_path = reverse(FEEDS[kind][1], args=[suffix])
    return answer(request, articles, title=front.title, path=front.url, feed_path=feed_path)


def answer(request, articles, *, title: str, path: str, feed_path: str) -> HttpResponse:
    """Return the newest articles as a feed in the format that its path ends with."""
    suffix = feed_path.rpartition(".")[2]
    if suffix not in FORMATS:
        raise Http404
    contents = list(articles.listed().for_feed().newest_first()[:LENGTH])
    placeholders = bodies(request, contents)
    channel = Channel(
        title=f"{ALLIANCE}: {title}",
        description=f"Neues unter „{title}“.",
        path=path,
        feed_path=feed_path,
        entries=[
            entry(content, text_of(request, content, placeholders.get(content.pk)))
            for content in contents
        ],
    )
    return FORMATS[suffix](channel)


def text_of(request, content, body) -> str:
    """Return everything below an article's summary as HTML for elsewhere."""
    context = {"content": content, "body": body}
    return portable(render_to_string("news/feed_entry.html", context, request))


def entry(content, body: str) -> Entry:
    """Return an article as an entry with its whole text."""
    is_day_known = content.date_precision == Precision.DAY
    return Entry(
        uid=content.article.uid,
        title=content.title,
        path=content.get_absolute_url(),
        summary=content.lead,
        updated=content.changed_at,
        published=day_begin(content.date) if is_day_known else None,
        image=social_image(content.hero),
        alt=content.hero_alt,
        credit=content.hero.credit_line if content.hero else "",
        body=body,
    )


def day_begin(day) -> datetime:
    """Return midnight of a day in the portal's time zone."""
    return timezone.make_aware(datetime.combine(day, time.min))
