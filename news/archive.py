"""All news or press releases, narrowed by year, month, topic, partner and initiative (G27)."""

from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from news import facets, metadata
from news.selection import Selection, archive_path, selection_from
from publishing.paging import PER_PAGE, Pages
from publishing.redirects import find_redirect, present_address

PAGES = {
    "thema": "news:topic",
    "partner": "partners:partner",
    "initiative": "partners:initiative",
}


@require_safe
def archive(request, kind, year=None):
    """List the articles of one kind that fulfil every wish of the address."""
    selection = selection_from(kind, year, query=request.GET)
    subjects = facets.subjects_of(selection)
    unknown = set(selection.subjects) - set(subjects)
    if unknown:
        return redirect(renamed(selection, unknown).url, permanent=True)
    months = facets.months_of(selection)
    if not subjects and selection.year not in {None, *months.years()}:
        raise Http404
    return archive_page(request, selection, subjects, months)


def archive_page(request, selection: Selection, subjects, months):
    """Render an archive."""
    articles = selection.contents().newest_first().for_listing()
    pages = Pages(articles, PER_PAGE, count=months.total(selection))
    page = pages.get_page(request.GET.get("seite"))
    context = {
        "page": page,
        "facets": facets.facets_of(selection, months),
        "chosen": facets.chosen(selection, subjects),
        "whole_url": archive_path(selection.kind),
        "base_url": selection.url,
        "meta": metadata.archive(selection, subjects, page=page.number),
    }
    return TemplateResponse(request, "news/archive.html", context)


def renamed(selection: Selection, unknown: set[str]) -> Selection:
    """Return the selection with the present address of renamed subjects; 404 if there is none."""
    return selection.but(**{name: present_slug(name, getattr(selection, name)) for name in unknown})


def present_slug(name: str, slug: str) -> str:
    """Return what a topic, partner or initiative is called today; 404 if there never was one."""
    former = find_redirect(reverse(PAGES[name], args=[slug]))
    address = present_address(former.target) if former and former.target else ""
    present = address.strip("/").rpartition("/")[2]
    if present in {"", slug} or address != reverse(PAGES[name], args=[present]):
        raise Http404
    return present
