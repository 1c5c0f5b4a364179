"""What news are about: a topic has a page; topics, partners and initiatives have a feed."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from news import metadata
from news.feeds import answer
from news.models import Topic
from partners.models import InitiativeContent, PartnerContent
from publishing.paging import PER_PAGE, Pages


@require_safe
def topic(request, slug):
    """List the articles and releases on a topic; 404 while there are none."""
    topic = get_object_or_404(Topic, slug=slug)
    pages = Pages(topic.contents.for_listing().newest_first(), PER_PAGE)
    page = pages.get_page(request.GET.get("seite"))
    if not page.object_list:
        raise Http404
    context = {"topic": topic, "page": page, "meta": metadata.topic(topic, page=page.number)}
    return TemplateResponse(request, "news/topic.html", context)


@require_safe
def topic_feed(request, slug, suffix):
    """Answer with the newest articles and releases on a topic."""
    topic = get_object_or_404(Topic, slug=slug)
    return feed_about(request, topic.name, topic, topic.contents, suffix)


@require_safe
def partner_feed(request, slug, suffix):
    """Answer with the newest articles and releases that a partner has a part in."""
    content = get_object_or_404(PartnerContent.objects.select_related("partner"), slug=slug)
    return feed_about(request, content.title, content, content.partner.article_contents, suffix)


@require_safe
def initiative_feed(request, slug, suffix):
    """Answer with the newest articles and releases about an initiative."""
    content = get_object_or_404(InitiativeContent.objects.select_related("initiative"), slug=slug)
    return feed_about(request, content.title, content, content.initiative.article_contents, suffix)


def feed_about(request, title: str, target, articles, suffix: str) -> HttpResponse:
    """Answer with the articles about something that has a page; the feed lies below it."""
    path = target.get_absolute_url()
    return answer(request, articles.all(), title=title, path=path, feed_path=f"{path}feed.{suffix}")
