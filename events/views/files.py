"""The files of recordings and papers: for everybody once published, never by folder."""

from urllib.parse import quote

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from events.media_files.names import address, readable_name
from events.models import Attachment, MediaFile, Recording
from events.papers import paper
from media_library.serving import file_response, opened, served
from publishing.redirects import gone

BY_NGINX = "/aufzeichnungen-intern/"  # deploy/nginx/portal.conf
# Long enough to wind back, short enough that a withdrawal is one within the hour.
TEN_MINUTES = "private, max-age=600"


@require_safe
def recording_file(request, pk, name):
    """Serve a file of a recording, in the parts that players ask for."""
    row = get_object_or_404(MediaFile.objects.select_related("recording__meeting"), pk=pk)
    is_staff = request.user.has_perm("events.change_recording")
    if row.recording.is_withdrawn or (row.is_withheld and not is_staff):
        return gone(request)
    is_listed = Recording.objects.for_listing().filter(pk=row.recording_id).exists()
    is_public = is_listed and not row.is_withheld
    if not is_public and not is_staff:
        raise Http404
    if name != readable_name(row):
        return redirect(address(row))
    return file_answer(request, row, caching=TEN_MINUTES if is_public else "no-store")


def file_answer(request, row: MediaFile, *, caching: str) -> HttpResponse:
    """Answer with the bytes, or tell nginx which file they are."""
    headers = {
        "Content-Type": row.mime,
        "Content-Disposition": content_disposition_header(
            as_attachment=False, filename=readable_name(row)
        ),
        "Cache-Control": caching,
        "X-Content-Type-Options": "nosniff",
    }
    if settings.RECORDINGS_BY_NGINX:
        return HttpResponse(
            headers={**headers, "X-Accel-Redirect": f"{BY_NGINX}{quote(row.file.name)}"}
        )
    try:
        file = row.file.open()
    except OSError:
        raise Http404 from None
    modified = row.file.storage.get_modified_time(row.file.name).timestamp()
    headers["Accept-Ranges"] = "bytes"  # nginx says it by itself
    return served(request, file, modified=modified, headers=headers)


@require_safe
def paper_file(request, slug, pk, name):
    """Serve a paper of a published meeting; of a draft only to who prepares it.

    The address below /media/ is random and stands on no page, so that a paper is not
    readable before its meeting is published, nor after it was taken back.
    """
    rows = Attachment.objects.select_related("meeting", "file", "item").exclude(file=None)
    row = get_object_or_404(rows, pk=pk)
    content = row.meeting.published_content
    if content is None and not request.user.has_perm("events.change_meeting"):
        raise Http404
    wanted = paper(row, row.meeting, slug=content.slug if content else slug)
    if request.path != wanted.url:
        return redirect(wanted.url)
    file = opened(row.file.file.name)
    if file is None:
        raise Http404
    response = file_response(request, row.file.file.name, file)
    response.headers["Cache-Control"] = TEN_MINUTES if content else "no-store"
    response.headers["Content-Disposition"] = content_disposition_header(
        as_attachment=not response.headers["Content-Disposition"].startswith("inline"),
        filename=wanted.name,
    )
    return response
