"""What newsrooms take along from a published release: the kit and its photos in print size."""

from collections.abc import Iterator
from itertools import chain

from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from media_library.darkroom import Unreadable
from news.models import ArticleContent
from news.press_kit.contents import kit, kit_name
from news.press_kit.photos import photos_of
from news.relations import related_arms
from publishing.related import linked


@require_safe
def press_kit(request, slug):
    """Send everything about a release as one archive, made while it is sent."""
    content = published(slug)
    links = linked(*related_arms(content))["related"]
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
