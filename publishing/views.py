"""Shortcuts that belong to every published thing."""

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.views.decorators.http import require_safe
from djangocms_versioning.constants import ARCHIVED, DRAFT

from publishing.citation import MIMES, citation_of
from publishing.former_versions import find_former, present_number
from publishing.metadata import ALLIANCE
from publishing.pages import former_page
from publishing.preview_links import HEADERS, draft_page, find_link, note_opening
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


@require_safe
def preview(request, token):
    """Show one draft to whoever has its link; once it is public, lead to its page."""
    link = find_link(token)
    response = preview_closed(request) if link is None else preview_of(request, link)
    for name, value in HEADERS.items():
        response.headers[name] = value
    return response


def preview_of(request, link):
    """Answer with the draft, with the way to what became of it, or that the link is closed."""
    if not link.is_open:
        return preview_closed(request)
    if link.version.state == DRAFT:
        if request.method == "GET":
            note_opening(link)
        return draft_page(request, link)
    url = "" if link.version.state == ARCHIVED else present_address(link.version.grouper)
    return HttpResponseRedirect(url) if url else preview_closed(request)


def preview_closed(request):
    """Answer that a link opens nothing (any more)."""
    return TemplateResponse(request, "preview_closed.html", status=410)
