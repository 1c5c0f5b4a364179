"""What every page's frame needs: navigation, the operator's data, and the meta of CMS pages."""

from functools import partial

from cms.models import PageContent
from django.conf import settings
from django.utils.functional import SimpleLazyObject

from publishing.metadata import Crumb, PageMeta, crumbs_below
from publishing.structured_data import alliance
from ui.models import SiteSettings
from ui.navigation import site_header


def frame(request) -> dict:
    """Context processor: lazily, so that admin pages pay nothing."""
    return {
        "page_head": SimpleLazyObject(partial(site_header, request)),
        "portal": SimpleLazyObject(SiteSettings.load),
    }


def canonical_link(context, addresses: str, namespace: str) -> str:
    """Return the links to the page's own address and language, given a line for each named.

    The last one counts: a list that goes on over pages knows better than the page it stands on.
    """
    address = addresses.strip().rpartition("\n")[2]
    kinds = ('rel="canonical"', 'rel="alternate" hreflang="de"')
    return "".join(f'<link {kind} href="{address}">' for kind in kinds) if address else ""


def meta_of(request) -> PageMeta:
    """Return the meta of a CMS page; of anything else only the address."""
    content = request.toolbar.get_object() if hasattr(request, "toolbar") else None
    if isinstance(content, PageContent):
        return page_meta(content)
    return PageMeta(title="", path=request.path, is_indexed=False)


def page_meta(content: PageContent) -> PageMeta:
    """Return the meta of a CMS page with the way that leads to it."""
    page = content.page
    path = page.get_absolute_url() or "/"
    return PageMeta(
        title=content.page_title or content.title,
        path=path,
        description=content.meta_description or "",
        crumbs=()
        if page.is_home
        else crumbs_below(*ancestors(path), title=content.title, url=path),
        graph=(alliance(),) if page.is_home else (),
    )


def ancestors(path: str) -> list[Crumb]:
    """Return the crumbs of the CMS pages above an address; no query for a page at the top."""
    steps = path.strip("/").split("/")
    above = ["/".join(steps[:length]) for length in range(1, len(steps))]
    if not above:
        return []
    contents = PageContent.objects.filter(
        page__urls__path__in=above, language=settings.LANGUAGE_CODE
    ).values_list("page__urls__path", "title")
    return [Crumb(title, f"/{parent}/") for parent, title in sorted(contents)]
