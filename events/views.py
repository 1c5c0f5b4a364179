"""Pages of annual meetings."""

from django.template.response import TemplateResponse

from events import metadata
from events.models import MeetingContent
from publishing.pages import preview, show


def meeting_detail(request, slug):
    return show(request, MeetingContent.objects, slug, meeting_page)


def meeting_page(request, content):
    """Render a meeting; also the toolbar's preview and edit endpoint."""
    context = {"content": content, "meeting": content.meeting, "meta": metadata.meeting(content)}
    return TemplateResponse(request, "events/meeting_detail.html", context)


meeting_preview = preview(meeting_page)
