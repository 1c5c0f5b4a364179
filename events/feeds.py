"""Calendars to subscribe to and to open."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from events import ical
from events.models import MeetingContent
from publishing.metadata import ALLIANCE


@require_safe
def calendar(request):
    """Answer with the calendar of all meetings."""
    contents = MeetingContent.objects.on_known_day().for_calendar().newest_first()
    return answer(ical.calendar(contents, name=f"{ALLIANCE}: Jahrestreffen"), "jahrestreffen")


@require_safe
def meeting_calendar(request, slug):
    """Answer with the calendar of one meeting; 404 while its day is not known."""
    contents = MeetingContent.objects.on_known_day().for_calendar()
    content = get_object_or_404(contents, slug=slug)
    return answer(ical.calendar([content], name=content.title), f"jahrestreffen-{slug}")


def answer(document: bytes, name: str) -> HttpResponse:
    """Return a calendar as a file with a telling name."""
    headers = {"Content-Disposition": f'inline; filename="{name}.ics"'}
    return HttpResponse(document, content_type="text/calendar; charset=utf-8", headers=headers)
