"""Pages about a programme beside the meeting's own."""

from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from events import metadata
from events.models import MeetingContent


@require_safe
def programme_changes(request, slug):
    """Say what changed in a meeting's programme, the newest version first."""
    content = get_object_or_404(MeetingContent.objects.for_listing(), slug=slug)
    context = {
        "content": content,
        "versions": content.meeting.programme_versions.order_by("-number"),
        "meta": metadata.programme_changes(content),
    }
    return TemplateResponse(request, "events/programme_changes.html", context)
