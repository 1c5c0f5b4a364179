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
from news.choices import ArticleKind
from news.models import ArticleContent
from news.press_kit.contents import kit, kit_name
from news.press_kit.photos import photos_of
from news.relations import links_of
from publishing.preview_links import in_confidence, linked_draft
from publishing.withdrawal import in_any_state


@require_safe
def press_kit(request, slug):
    """Send everything about a release as one archive, made while it is sent."""
    return sent_kit(request, published(slug))


@require_safe
def press_photo(request, slug, pk, name):
    """Send one photo in print size with its credit in the file; 404 once that is not allowed."""
    return sent_photo(request, published(slug), pk, name)


@require_safe
def attachment(request, kind, slug, pk, name):
    """Send a file of a published article under a name that says what it is."""
    contents = ArticleContent.objects.of_kind(kind).for_page()
    return sent_attachment(request, get_object_or_404(contents, slug=slug), pk, name)


# --- Before they are public, by a preview link ---


@require_safe
def draft_kit(request, token, key):
    """Send everything about a release to a newsroom that has acknowledged its Sperrfrist."""
    return in_confidence(sent_kit(request, embargoed(token, key)))


@require_safe
def draft_photo(request, token, key, pk, name):
    """Send one photo to a newsroom that has acknowledged the release's Sperrfrist."""
    return in_confidence(sent_photo(request, embargoed(token, key), pk, name))


@require_safe
def draft_attachment(request, token, key, pk, name):
    """Send a file of a draft to whoever has a link to it."""
    return in_confidence(sent_attachment(request, drafted(token, key), pk, name))


def drafted(token: str, key: str) -> ArticleContent:
    """Return the draft that a link shows, with what its page shows, or 404."""
    content = linked_draft(token, key).content
    if not isinstance(content, ArticleContent):
        raise Http404
    return in_any_state(ArticleContent.objects).for_page().get(pk=content.pk)


def embargoed(token: str, key: str) -> ArticleContent:
    """Return the release under a Sperrfrist that a link shows, or 404."""
    content = drafted(token, key)
    if content.embargo_until is None or content.article.kind != ArticleKind.PRESS_RELEASE:
        raise Http404
    return content


# --- What is sent ---


def sent_kit(request, content) -> HttpResponse:
    archive = kit(request, content, links_of(content)["related"])
    return download(archive, f"{kit_name(content)}.zip", "application/zip")


def sent_photo(request, content, pk: int, name: str) -> HttpResponse:
    """Send a photo; whoever asks under an old name is led to the present one."""
    photo = {photo.image.pk: photo for photo in photos_of(content)}.get(pk)
    if photo is None or not photo.is_there:
        raise Http404
    if name != photo.name:
        return redirect(beside(request, photo.name))
    try:
        chunks = photo.chunks()
        start = next(chunks)
    except Unreadable:
        raise Http404 from None
    return download(chain([start], chunks), photo.name, photo.mime)


def sent_attachment(request, content, pk: int, name: str) -> HttpResponse:
    """Send an attachment; whoever asks under an old name is led to the present one."""
    file = {file.row.file_id: file for file in files_of(content)}.get(pk)
    if file is None:
        raise Http404
    if name != file.name:
        return redirect(beside(request, file.name))
    mime = MIME_BY_SUFFIX.get(file.row.suffix, "application/octet-stream")
    return download(file.chunks(), file.name, mime)


def beside(request, name: str) -> str:
    """Return the address of another name in the same place."""
    return f"{request.path.rpartition('/')[0]}/{name}"


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
