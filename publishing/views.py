"""Shortcuts that belong to every published thing."""

from django.http import Http404, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe
from djangocms_versioning.constants import ARCHIVED, DRAFT

from publishing.citation import MIMES, citation_of
from publishing.embargo import exactly, until_of
from publishing.former_versions import find_former, present_number
from publishing.metadata import ALLIANCE
from publishing.pages import former_page
from publishing.preview_links import (
    draft_page,
    find_link,
    fits,
    in_confidence,
    key_of,
    note_acknowledgement,
    note_opening,
)
from publishing.redirects import gone
from publishing.short_links import find_identity
from publishing.withdrawal import citable_content, present_address


@require_safe
def short_link(request, code):
    """Lead from `/n/<code>` to wherever the item lives today; 410 once it was taken back."""
    identity = find_identity(code)
    if identity is None:
        raise Http404
    url = present_address(identity)
    if url:
        query = request.META.get("QUERY_STRING", "")  # a moment of its recording
        return HttpResponseRedirect(f"{url}?{query}" if query else url)
    if not identity.was_public:
        raise Http404
    return gone(request, identity)


@require_safe
def citation_file(request, code, suffix):
    """Send how a thing is cited as a file for reference managers; 410 once it was taken back."""
    identity = find_identity(code)
    content = citable_content(identity)
    if content is None:
        return short_link(request, code)
    citation = citation_of(content)
    name = f"{slugify(ALLIANCE)}-{citation.code}.{suffix}"
    headers = {
        "Content-Disposition": content_disposition_header(as_attachment=True, filename=name),
        "X-Robots-Tag": "noindex",
    }
    return HttpResponse(citation.files[suffix], content_type=MIMES[suffix], headers=headers)


@require_safe
def former_version(request, code, number):
    """Show what once stood at a thing's address, as long as the thing itself is public."""
    identity = find_identity(code)
    current = getattr(identity, "published_content", None)
    if current is None:
        return short_link(request, code)
    former = find_former(current, int(number))
    if former is None and int(number) == present_number(current):
        return HttpResponseRedirect(current.get_absolute_url())
    if former is None:
        raise Http404
    if former.is_readable:
        return former_page(request, former, current)
    context = {"closed": former, "current": current}
    return TemplateResponse(request, "former_closed.html", context, status=410)


@csrf_exempt  # a reader of ours has no session that could be misused
@require_http_methods(["GET", "HEAD", "POST"])
def preview(request, token):
    """Show one draft to whoever has its link; once it is public, lead to its page."""
    link = find_link(token)
    return in_confidence(preview_closed(request) if link is None else opened(request, link, token))


def opened(request, link, token: str):
    """Answer with the draft, or ask to acknowledge its Sperrfrist first."""
    if not link.is_open or link.version.state != DRAFT:
        return closed_or_public(request, link)
    until = until_of(link.version.content)
    if request.method == "POST":
        return acknowledged(request, link, token) if until else HttpResponseNotAllowed(["GET"])
    if request.method == "GET":
        note_opening(link)
    if until is None:
        return draft_page(request, link, token)
    context = {"until": exactly(until), "link": link}
    return TemplateResponse(request, "preview_embargo.html", context)


def acknowledged(request, link, token: str):
    """Lead to the draft of somebody who knows the Sperrfrist now."""
    note_acknowledgement(link)
    url = reverse("publishing:preview_draft", args=[token, key_of(link)])
    return HttpResponse(status=303, headers={"Location": url})


@require_safe
def preview_draft(request, token, key):
    """Show a draft to who has acknowledged its Sperrfrist; else lead to where that is done."""
    link = find_link(token)
    if link and fits(link, key):
        return in_confidence(draft_page(request, link, token))
    return in_confidence(HttpResponseRedirect(reverse("publishing:preview", args=[token])))


def closed_or_public(request, link):
    """Answer with the way to what became of a draft, or that its link is closed."""
    is_over = not link.is_open or link.version.state == ARCHIVED
    url = "" if is_over else present_address(link.version.grouper)
    return HttpResponseRedirect(url) if url else preview_closed(request)


def preview_closed(request):
    """Answer that a link opens nothing (any more)."""
    return TemplateResponse(request, "preview_closed.html", status=410)
