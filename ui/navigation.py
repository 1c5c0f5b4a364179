"""The main menu: CMS pages that the editors put into the navigation."""

from dataclasses import dataclass

from cms.models import PageContent
from django.conf import settings
from django.db.models import F


@dataclass(frozen=True)
class MenuItem:
    """One entry of the menu; current on its page and everywhere below it."""

    title: str
    url: str
    is_current: bool


def main_menu(request) -> list[MenuItem]:
    """Return the top CMS pages of the menu in the editors' order; one query."""
    pages = top_pages().filter(in_navigation=True, page__is_home=False)
    return [
        MenuItem(menu_title or title, f"/{path}/", request.path.startswith(f"/{path}/"))
        for title, menu_title, path in pages.values_list("title", "menu_title", "url_path")
    ]


def top_pages():
    """Return the published contents of the pages at the top, with `url_path`."""
    return (
        PageContent.objects.filter(language=settings.LANGUAGE_CODE, page__parent=None)
        .filter(page__urls__language=settings.LANGUAGE_CODE, page__urls__path__isnull=False)
        .annotate(url_path=F("page__urls__path"))
        .order_by("page__path", "pk")
    )
