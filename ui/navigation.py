"""The head of each page: editors' menu, the operator's logo, and what is on air at the moment."""

from collections.abc import Callable
from dataclasses import dataclass

from cms.models import PageContent
from django.conf import settings
from django.db.models import F, JSONField, QuerySet, Subquery, Value

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
    """The menu's entries, the operator's own logo where there is one, and what is on air.

    `on_air` holds the arguments of the component `live_notice`; it is empty where nothing is.
    """

    menu: list[MenuItem]
    logo: Image | None
    on_air: dict


# Who knows what is on air: a function that returns a queryset of one column `on_air`, a JSON
# object with `title`, `url`, `state` and `message`. An app above fills it in (events/apps.py).
ON_AIR: list[Callable[[], QuerySet]] = []


def site_header(request) -> SiteHeader:
    """Return the head of a page; one query, one more where there is a logo."""
    pages = list(menu_pages())
    logo, on_air = pages[0][-2:] if pages else (None, None)
    return SiteHeader(
        menu=[menu_item(request, *values) for *values, _, _ in pages],
        logo=Image.objects.filter(pk=logo).first() if logo else None,
        on_air=on_air or {},
    )


def menu_item(request, title: str, menu_title: str, path: str) -> MenuItem:
    """Return a page as an entry of the menu."""
    return MenuItem(menu_title or title, f"/{path}/", request.path.startswith(f"/{path}/"))


def menu_pages():
    """Return title, menu title and path of each page in the menu, the logo, and what is on air.

    All in one query, because every page asks.
    """
    pages = top_pages().filter(in_navigation=True, page__is_home=False)
    logo = Subquery(SiteSettings.objects.order_by("pk").values("logo")[:1])
    nothing = Value(None, output_field=JSONField())
    on_air = Subquery(ON_AIR[0]()[:1], output_field=JSONField()) if ON_AIR else nothing
    with_all = pages.annotate(logo=logo, on_air=on_air)
    return with_all.values_list("title", "menu_title", "url_path", "logo", "on_air")


def top_pages():
    """Return the published contents of the pages at the top, with `url_path`."""
    return (
        PageContent.objects.filter(language=settings.LANGUAGE_CODE, page__parent=None)
        .filter(page__urls__language=settings.LANGUAGE_CODE, page__urls__path__isnull=False)
        .annotate(url_path=F("page__urls__path"))
        .order_by("page__path", "pk")
    )
