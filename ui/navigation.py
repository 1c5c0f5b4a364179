"""The head of each page: the menu that editors made of their CMS pages, and the operator's logo."""

from dataclasses import dataclass

from cms.models import PageContent
from django.conf import settings
from django.db.models import F, Subquery

from media_library.models import Image
from ui.models import SiteSettings


@dataclass(frozen=True)
class MenuItem:
    """One entry of the menu; current on its page and everywhere below it."""

    title: str
    url: str
    is_current: bool


@dataclass(frozen=True)
class SiteHeader:
    """The menu's entries, and the operator's own logo where there is one."""

    menu: list[MenuItem]
    logo: Image | None


def site_header(request) -> SiteHeader:
    """Return the head of a page; one query, one more where there is a logo."""
    pages = list(menu_pages())
    logo = pages[0][-1] if pages else None
    return SiteHeader(
        menu=[menu_item(request, *values) for *values, _ in pages],
        logo=Image.objects.filter(pk=logo).first() if logo else None,
    )


def menu_item(request, title: str, menu_title: str, path: str) -> MenuItem:
    """Return a page as an entry of the menu."""
    return MenuItem(menu_title or title, f"/{path}/", request.path.startswith(f"/{path}/"))


def menu_pages():
    """Return title, menu title and path of each page in the menu, and the operator's logo."""
    pages = top_pages().filter(in_navigation=True, page__is_home=False)
    logo = Subquery(SiteSettings.objects.order_by("pk").values("logo")[:1])
    return pages.annotate(logo=logo).values_list("title", "menu_title", "url_path", "logo")


def top_pages():
    """Return the published contents of the pages at the top, with `url_path`."""
    return (
        PageContent.objects.filter(language=settings.LANGUAGE_CODE, page__parent=None)
        .filter(page__urls__language=settings.LANGUAGE_CODE, page__urls__path__isnull=False)
        .annotate(url_path=F("page__urls__path"))
        .order_by("page__path", "pk")
    )
