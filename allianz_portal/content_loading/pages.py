"""Makes CMS pages: all of them first, so that they can link to each other, then their bodies."""

from cms.api import create_page
from cms.models import Page
from django.conf import settings

from allianz_portal.content_loading.building import Builder
from allianz_portal.content_loading.records import FirstContentError, Record

FIELDS = {"title", "menu_title", "slug", "template", "meta_description", "in_navigation"}


def create_draft_page(record: Record, builder: Builder) -> Page:
    """Return a new page with a draft without plugins."""
    values = {name: record.values[name] for name in record.values if name not in {"body"}}
    unknown = set(values) - FIELDS - {"is_home", "position"}
    if unknown:
        raise FirstContentError(f"Unbekannte Felder: {', '.join(sorted(unknown))}.")
    options = {name: values[name] for name in values if name in FIELDS}
    options["template"] = f"cms/{options['template']}.html"
    page = create_page(language=settings.LANGUAGE_CODE, created_by=builder.author, **options)
    if values.get("is_home"):
        page.set_as_homepage(builder.author)
    return page


def draft_of(page: Page):
    """Return the page's draft."""
    return page.pagecontent_set(manager="admin_manager").get()
