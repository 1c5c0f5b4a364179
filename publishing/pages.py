"""From an address to a content, and from a content to its page."""

from cms.views import details
from django.apps import apps
from django.http import Http404
from django.shortcuts import redirect

from publishing.citation import cited_path
from publishing.former_versions import as_former
from publishing.metadata import absolute
from publishing.rights import may_view
from publishing.text_changes import text_changes
from publishing.withdrawal import in_any_state, noticed_content, with_notice


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
    return described(page_for(request, content, page), content)


def withdrawn_page(request, queryset, slug: str, page):
    """Answer with what was taken back and stays readable, or with a CMS page, or with 404."""
    content = noticed_content(queryset, slug)
    if content is None or content.get_absolute_url() != request.path:
        return details(request, request.path_info.strip("/"))
    response = with_notice(page_for(request, content, page), content.withdrawal)
    return described(response, content)


def former_page(request, former, current):
    """Answer with what once stood at the address of a published content, and say so."""
    contents = in_any_state(type(current).objects)
    content = contents.for_page().get(pk=former.version.object_id)
    content.former = former
    response = page_for(request, content, page_of(content))
    meta = response.context_data["meta"]
    response.context_data |= {
        "former": former,
        "current": current,
        "text_changes": text_changes(request, content, current),
        "meta": as_former(meta, former=former, content=content, current=current),
    }
    return described(response, content, latest=current.get_absolute_url())


def page_for(request, content, page):
    """Return the response of `page(request, content)` with the content's own building blocks."""
    request.toolbar.set_object(content)
    request.current_page = None  # or the CMS would ask the database for one
    return page(request, content)


def described(response, content, *, latest=""):
    """Return a page's response with the addresses in its head by which it is cited and followed.

    Sources: RFC 8574 (cite-as), RFC 5829 (versions).
    """
    changes = response.context_data.get("changes", ())
    before = next((note.former_url for note in changes if note.former_url), "")
    links = {"cite-as": cited_path(content), "predecessor-version": before}
    links["latest-version"] = latest
    named = [f'<{absolute(path)}>; rel="{rel}"' for rel, path in links.items() if path]
    response.headers["Link"] = ", ".join(named)
    return response


def page_of(content):
    """Return the function that makes the page of a content, without its check."""
    registered = apps.get_app_config("cms").cms_extension.toolbar_enabled_models
    renderer = registered[type(content)]
    return getattr(renderer, "page", renderer)


def preview(page):
    """Return the toolbar's preview and edit endpoint for a page: only for staff who may see it."""

    def checked(request, content):
        if not may_view(request.user, content):
            raise Http404
        return page(request, content)

    checked.page = page  # for preview links, which have a check of their own
    return checked
