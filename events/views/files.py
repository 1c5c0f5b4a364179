"""The files of recordings: for everybody once published, gone when withdrawn, never by folder."""

from urllib.parse import quote

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from events.media_files.names import address, readable_name
from events.models import MediaFile, Recording
from media_library.serving import served
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
