"""Pages of annual meetings."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from events import metadata
from events.chapters import of_item
from events.models import MeetingContent
from events.papers import hang_up, papers_of
from events.programme import tree
from events.states import catch_up
from events.views.live import let_in
from events.views.playback import playback_of, with_recording
from events.views.related import meeting_arms, neighbour_arms, people_arms
from events.views.standing import Standing, running
from publishing.former_versions import changes_of
from publishing.pages import preview, show
from publishing.related import NEXT, PREVIOUS, Link, linked

SHOWN_ARTICLES = 12


@require_safe
def meeting_detail(request, slug):
    return show(request, MeetingContent.objects, slug, meeting_page)


def meeting_page(request, content):
    """Render a meeting; also the toolbar's preview and edit endpoint."""
    meeting = content.meeting
    if meeting.has_broadcast:
        catch_up(meeting.broadcast)
    programme = list(meeting.programme_items.for_page())
    papers = papers_of(content)
    hang_up(papers, programme)
    standing = Standing(content, running(programme))
    articles = meeting.article_contents.for_listing().newest_first()
    playback = None if meeting.is_off else playback_of(request, content)
    context = {
        "content": content,
        "meeting": meeting,
        "programme": programme,
        "blocks": tree(programme),
        "outcomes": [item for item in programme if item.outcome],
        "papers": papers,
        "articles": articles[:SHOWN_ARTICLES],
        "playback": playback,
        "standing": standing,
        "changes": changes_of(content),
        "meta": with_recording(metadata.meeting(content, programme), content, playback),
        **linked(*neighbour_arms(content), *people_arms(content), *meeting_arms(content)),
    }
    response = TemplateResponse(request, "events/meeting_detail.html", context)
    return let_in(response, standing) if standing.is_on_air else response


meeting_preview = preview(meeting_page)


@require_safe
def programme_item(request, slug, item):
    """Render one item of a meeting's programme."""
    content = get_object_or_404(MeetingContent.objects.for_page(), slug=slug)
    programme = list(content.meeting.programme_items.for_page())
    positions = [position for position, one in enumerate(programme) if one.slug == item]
    if not positions:
        raise Http404
    at = positions[0]
    item = programme[at]
    parts = [one for one in programme if one.parent_id == item.pk]
    papers = [one for one in papers_of(content) if one.item == item]
    context = {
        "content": content,
        "meeting": content.meeting,
        "item": item,
        "blocks": tree([item, *parts]),
        "papers": papers,
        "chapter": of_item(getattr(content.meeting, "recording", None), item),
        "previous": item_link(content, programme[at - 1], PREVIOUS) if at else None,
        "next": item_link(content, programme[at + 1], NEXT) if programme[at + 1 :] else None,
        "meta": metadata.programme_item(content, item),
    }
    return TemplateResponse(request, "events/programme_item.html", context)


def item_link(content, item, kind: str) -> Link:
    """Return the link to a programme item."""
    return Link(kind, item.title, reverse("events:programme_item", args=[content.slug, item.slug]))
