"""A meeting's programme for conference apps, and what changed in it."""

import json
from io import StringIO
from uuid import uuid5

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from events.addresses import changes_path, version_id
from events.models import MeetingContent
from events.schedules import schedule, shown_items, write_xml
from publishing.feeds import FORMATS, LENGTH, Channel, Entry
from publishing.metadata import absolute

CHANGED_AFTER = 1  # the first version changed nothing


@require_safe
def schedule_file(request, slug, suffix):
    """Answer with the programme as schedule.json or frab's XML; 404 while no time is known."""
    if suffix not in {"json", "xml"}:
        raise Http404
    content = get_object_or_404(MeetingContent.objects.for_page(), slug=slug)
    document = document_of(content)
    if suffix == "json":
        text = json.dumps(document, ensure_ascii=False, indent=1)
        return HttpResponse(text, content_type="application/json; charset=utf-8")
    stream = StringIO()
    write_xml(document, stream, url=absolute(request.path))
    return HttpResponse(stream.getvalue(), content_type="application/xml; charset=utf-8")


def document_of(content) -> dict:
    """Return the schedule of a meeting."""
    programme = list(content.meeting.programme_items.for_page())
    if not shown_items(programme):
        raise Http404
    attachments = list(content.meeting.attachments.for_page()) if content.has_papers else []
    last = content.meeting.programme_versions.order_by("number").last()
    return schedule(content, programme, attachments, version=last.number if last else 1)


@require_safe
def changes_feed(request, slug, suffix):
    """Answer with what changed in a meeting's programme, the newest version first."""
    if suffix not in FORMATS:
        raise Http404
    content = get_object_or_404(MeetingContent.objects.for_listing(), slug=slug)
    versions = content.meeting.programme_versions.filter(number__gt=CHANGED_AFTER)
    channel = Channel(
        title=f"Programm: {content.title}",
        description="Was sich am Programm geändert hat.",
        path=changes_path(content),
        feed_path=reverse("events:changes_feed", args=[slug, suffix]),
        entries=[entry(content, one) for one in versions.order_by("-number")[:LENGTH]],
    )
    return FORMATS[suffix](channel)


def entry(content, version) -> Entry:
    """Return a version as an entry that says what changed."""
    return Entry(
        uid=uuid5(content.meeting.uid, f"programme-version/{version.number}"),
        title=f"{content.title}: Fassung {version.number} des Programms",
        path=f"{changes_path(content)}#{version_id(version.number)}",
        summary=" ".join(version.changes),
        updated=version.at,
        published=version.at,
    )
