"""Uploaded files and renditions; in production nginx serves what is already there."""

import re

from django.core.files.storage import default_storage
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from media_library import darkroom, held_files
from media_library.models import Image
from media_library.renditions import all_renditions, social_image
from media_library.serving import file_response, is_file_name, opened
from media_library.social import making
from media_library.social.published import card_named
from publishing.preview_links import in_confidence, linked_draft

RENDITION = re.compile(
    r"renditions/([0-9a-f]{40})-\d{1,3}-\d{1,3}-[0-9a-f]{8}/[a-z]+-\d{1,4}\.[a-z]{3,4}"
)

SOCIAL = re.compile(r"renditions/social/([a-z]{1,20})-(\d{1,18})-[0-9a-f]{32}\.jpg")


@require_safe
def media(request, path):
    """Serve a file, unless a Sperrfrist keeps it from whoever asks."""
    is_held = default_storage.is_held(path) if is_file_name(path) else False
    if is_held and held_files.is_kept_from(request.user, path):
        raise Http404
    response = answer(request, path)
    if is_held:
        response.headers["Cache-Control"] = "no-store"
    return response


def answer(request, path: str):
    """Serve a file; make a rendition or picture for sharing first if it should be there."""
    file = opened(path)
    if file is None and (match := SOCIAL.fullmatch(path)):
        return shared(request, path, card_named(path, kind=match[1], pk=int(match[2])))
    if file is None and (match := RENDITION.fullmatch(path)):
        try:
            make_rendition(path, sha1=match[1])
        except darkroom.Unreadable:
            return no_picture(request)
        file = opened(path)
    if file is None:
        raise Http404
    return file_response(request, path, file)


def shared(request, path: str, card):
    """Draw and serve the picture of a card; the crop of its own where that cannot be read."""
    if card is None:
        raise Http404
    try:
        making.make(card)
    except darkroom.Unreadable:
        response = redirect(social_image(card.picture).url)
        response.headers["Cache-Control"] = "no-store"
        return response
    return file_response(request, path, opened(path))


@require_safe
def previewed(request, token, key, path):
    """Serve a file of a draft to whoever has a preview link to it; all others as ever."""
    content = linked_draft(token, key).content
    if default_storage.is_held(path) and not held_files.belongs_to(content, path):
        raise Http404
    response = answer(request, path)
    response.is_upload = True
    return in_confidence(response)


def make_rendition(path: str, *, sha1: str) -> None:
    """Make the rendition of that name if an image of the library has one."""
    for image in Image.objects.filter(sha1=sha1).order_by("pk"):
        wanted = [rendition for rendition in all_renditions(image) if rendition.name == path]
        if wanted:
            darkroom.make(image, wanted)
            return


def no_picture(request):
    """Answer in place of a picture whose original is lost: browsers show the drawing."""
    response = render(request, "media_library/lost.svg", content_type="image/svg+xml", status=404)
    response.headers["Cache-Control"] = "no-store"
    return response
