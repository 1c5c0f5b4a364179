"""What readers take along: attachments, and for newsrooms the kit and photos in print size."""

from collections.abc import Iterator
from itertools import chain

from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from media_library.darkroom import Unreadable
from media_library.file_types import MIME_BY_SUFFIX
from news.attachments import files_of
from news.models import ArticleContent
from news.press_kit.contents import kit, kit_name
from news.press_kit.photos import photos_of
from news.relations import links_of


@require_safe
def press_kit(request, slug):
    """Send everything about a release as one archive, made while it is sent."""
    content = published(slug)
    links = links_of(content)["related"]
    archive = kit(request, content, links)
    return download(archive, f"{kit_name(content)}.zip", "application/zip")


@require_safe
def press_photo(request, slug, pk, name):
    """Send one photo in print size with its credit in the file; 404 once that is not allowed."""
    offered = {photo.image.pk: photo for photo in photos_of(published(slug))}
    photo = offered.get(pk)
    if photo is None or not photo.is_there:
        raise Http404
    if name != photo.name:
        return redirect(photo.url)
    try:
        chunks = photo.chunks()
        start = next(chunks)
    except Unreadable:
        raise Http404 from None
    return download(chain([start], chunks), photo.name, photo.mime)


@require_safe
def attachment(request, kind, slug, pk, name):
    """Send a file of a published article under a name that says what it is."""
    contents = ArticleContent.objects.of_kind(kind).for_page()
    found = {file.row.file_id: file for file in files_of(get_object_or_404(contents, slug=slug))}
    file = found.get(pk)
    if file is None:
        raise Http404
    if name != file.name:
        return redirect(file.url)
    mime = MIME_BY_SUFFIX.get(file.row.suffix, "application/octet-stream")
    return download(file.chunks(), file.name, mime)


def published(slug: str) -> ArticleContent:
    """Return the published release of this address with what its page shows, or 404."""
    releases = ArticleContent.objects.press_releases().for_page()
    return get_object_or_404(releases, slug=slug)


def download(chunks: Iterator[bytes], name: str, mime: str) -> HttpResponse:
    """Answer with a file that is sent as it comes and kept nowhere: rights may end tonight."""
    headers = {
        "Content-Type": mime,
        "Content-Disposition": content_disposition_header(as_attachment=True, filename=name),
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
        "X-Robots-Tag": "noindex",
    }
    return StreamingHttpResponse(chunks, headers=headers)
