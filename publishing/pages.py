"""From an address to a content, and from a content to its page."""

from cms.views import details
from django.http import Http404
from django.shortcuts import redirect

from publishing.citation import cited_as
from publishing.rights import may_view
from publishing.withdrawal import noticed_content, with_notice


def show(request, queryset, slug: str, page):
    """Answer with the published content of this slug, made by `page(request, content)`.

    Where there is none, a CMS page below the section front may hold the address.
    Capitals in a typed address lead to the right one.
    """
    content = queryset.for_page().filter(slug__in={slug, slug.lower()}).first()
    if content is None:
        return withdrawn_page(request, queryset, slug, page)
    if content.slug != slug:
        return redirect(content.get_absolute_url(), permanent=True)
    request.toolbar.set_object(content)
    request.current_page = None  # or the CMS would ask the database for one
    return cited_as(page(request, content), content.identity)


def withdrawn_page(request, queryset, slug: str, page):
    """Answer with what was taken back and stays readable, or with a CMS page, or with 404."""
    content = noticed_content(queryset, slug)
    if content is None or content.get_absolute_url() != request.path:
        return details(request, request.path_info.strip("/"))
    request.toolbar.set_object(content)
    request.current_page = None
    response = with_notice(page(request, content), content.withdrawal)
    return cited_as(response, content.identity)


def preview(page):
    """Return the toolbar's preview and edit endpoint for a page: only for staff who may see it."""

    def checked(request, content):
        if not may_view(request.user, content):
            raise Http404
        return page(request, content)

    checked.page = page  # for preview links, which have a check of their own
    return checked
