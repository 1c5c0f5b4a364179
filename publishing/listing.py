"""Columns of the editors' lists: picture, state, links to the page."""

from cms.toolbar.utils import get_object_edit_url, get_object_preview_url
from django.contrib import admin
from django.utils.html import format_html
from djangocms_versioning.constants import DRAFT, PUBLISHED, UNPUBLISHED

ICON_SIZE = "48"  # pixels; one of filer's own sizes
STATE_WORDS = {
    (True, True): ("changed", "Veröffentlicht, neuer Entwurf"),
    (True, False): ("published", "Veröffentlicht"),
    (False, True): ("draft", "Entwurf"),
}
TAKEN_BACK = ("unpublished", "Zurückgezogen")
SET_ASIDE = ("archived", "Archiviert")


class ListColumns:
    """Mixin of the columns that all content types share."""

    def get_queryset(self, request):
        """Fetch the pictures of a whole list at once."""
        queryset = super().get_queryset(request)
        if hasattr(self.content_model, "hero"):
            queryset = queryset.prefetch_related("_prefetched_contents__hero")
        return queryset

    @admin.display(description="Bild")
    def thumbnail(self, obj):
        content = self.get_content_obj(obj)
        picture = content and content.hero
        url = picture.icons.get(ICON_SIZE) if picture else ""
        if not url:
            return ""
        return format_html('<img class="list-picture" src="{}" alt="" width="48" height="48">', url)

    @admin.display(description="Stand", ordering="content_state")
    def state(self, obj):
        name, words = state_of(obj)
        return format_html('<span class="state state--{}">{}</span>', name, words)

    @admin.display(description="Geändert", ordering="content_modified")
    def modified(self, obj):
        return obj.content_modified

    @admin.display(description="Auf der Seite")
    def page_links(self, obj):
        content = self.get_content_obj(obj)
        if content is None:
            return ""
        return format_html(
            '<a href="{}">Vorschau<span class="visually-hidden"> von {}</span></a> '
            '<a href="{}">Bearbeiten<span class="visually-hidden"> von {}</span></a>',
            get_object_preview_url(content),
            content,
            get_object_edit_url(content),
            content,
        )

    def get_content_field(self, obj, field_name, request=None):
        """Return a content field's value as an editor reads it, also where it is read-only."""
        value = super().get_content_field(obj, field_name, request)
        if hasattr(value, "all"):
            return ", ".join(str(related) for related in value.all())
        choices = getattr(self.content_model._meta.get_field(field_name), "choices", None)
        return dict(choices).get(value, value) if choices else value


def state_of(obj) -> tuple[str, str]:
    """Return name and German words for the state of an item from a list."""
    states = {
        version.state
        for content in obj._prefetched_contents
        for version in content._prefetched_versions
    }
    words = STATE_WORDS.get((PUBLISHED in states, DRAFT in states))
    return words or (TAKEN_BACK if UNPUBLISHED in states else SET_ASIDE)
