"""The main menu: CMS pages that the editors put into the navigation."""

from cms.models import PageContent
from django.conf import settings


def main_menu() -> list:
    """Return the top CMS pages of the menu in the editors' order; one query."""
    return list(
        PageContent.objects.filter(
            in_navigation=True, language=settings.LANGUAGE_CODE, page__parent=None
        )
        .select_related("page")
        .order_by("page__path", "pk")
    )
