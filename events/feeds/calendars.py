"""Calendars to subscribe to and to open."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from events import ical
from events.models import MeetingContent
from publishing.metadata import ALLIANCE


@require_safe
def calendar(request):
    """Answer with the calendar of all meetings; cancelled ones stay in it."""
    contents = MeetingContent.objects.on_known_day().for_calendar().newest_first()
    events = [ical.event(content) for content in contents]
    return answer(ical.calendar(events, name=f"{ALLIANCE}: Jahrestreffen"), "jahrestreffen")


@require_safe
def meeting_calendar(request, slug):
    """Answer with the calendar of one meeting; 404 while its day is not known."""
    contents = MeetingContent.objects.on_known_day().for_calendar()
    content = get_object_or_404(contents, slug=slug)
    name = f"jahrestreffen-{slug}"
    return answer(ical.calendar([ical.event(content)], name=content.title), name)


@require_safe
def item_calendar(request, slug, item):
    """Answer with the calendar of one programme item; 404 while its time is not known."""
    content = get_object_or_404(MeetingContent.objects.real().for_calendar(), slug=slug)
    found = content.meeting.programme_items.filter(slug=item, starts_at__isnull=False).first()
    if found is None:
        raise Http404
    found.meeting = content.meeting
    document = ical.calendar([ical.item_event(content, found)], name=found.title)
    return answer(document, f"jahrestreffen-{slug}-{item}")


def answer(document: bytes, name: str) -> HttpResponse:
    """Return a calendar as a file with a telling name."""
    headers = {"Content-Disposition": f'inline; filename="{name}.ics"'}
    return HttpResponse(document, content_type="text/calendar; charset=utf-8", headers=headers)
