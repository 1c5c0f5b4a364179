"""Columns of the editors' lists: picture, state, links to the page."""

from datetime import date

from cms.toolbar.utils import get_object_edit_url, get_object_preview_url
from django.contrib import admin
from django.db.models import OuterRef, Subquery
from django.utils.html import format_html, format_html_join
from djangocms_versioning.constants import DRAFT, PUBLISHED, UNPUBLISHED

from publishing.embargo import until_of
from publishing.facts import local_text
from publishing.models import Schedule

ICON_SIZE = "48"  # pixels; one of filer's own sizes
STATE_WORDS = {
    (True, True): ("changed", "Veröffentlicht, neuer Entwurf"),
    (True, False): ("published", "Veröffentlicht"),
    (False, True): ("draft", "Entwurf"),
}
TAKEN_BACK = ("unpublished", "Zurückgezogen")
SET_ASIDE = ("archived", "Archiviert")
NOTHING = "–"


class ListColumns:
    """Mixin of the columns that all content types share."""

    newest_by = ""  # field of the content that the list is sorted by, the newest first

    def get_queryset(self, request):
        """Fetch the pictures of a whole list at once; sort by a field of the content."""
        queryset = super().get_queryset(request)
        queryset = queryset.annotate(planned_at=next_plan(self.model))
        if hasattr(self.content_model, "hero"):
            queryset = queryset.prefetch_related("_prefetched_contents__hero")
        if not self.newest_by:
            return queryset
        contents = self.content_model.admin_manager.latest_content(
            **{self.grouper_field_name: OuterRef("pk")}
        )
        newest = Subquery(contents.values(self.newest_by)[:1])
        return queryset.annotate(newest=newest).order_by("-newest", "-pk")

    def action_checkbox(self, obj):
        """Name an item by the content that the list has fetched anyway."""
        obj.latest_content = self.get_content_obj(obj)
        return super().action_checkbox(obj)

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
        if obj.planned_at:
            words = f"{words}, geplant für {local_text(obj.planned_at)}"
        until = until_of(self.get_content_obj(obj))
        if until:
            name, words = "embargo", f"{words}, Sperrfrist bis {local_text(until)}"
        return format_html('<span class="state state--{}">{}</span>', name, words)

    @admin.display(description="Geändert", ordering="content_modified")
    def modified(self, obj):
        return local_text(obj.content_modified)

    @admin.display(description="Auf der Seite")
    def page_links(self, obj):
        content = self.get_content_obj(obj)
        if content is None:
            return ""
        links = [("Vorschau", get_object_preview_url(content))]
        if has_draft(obj):
            links.append(("Bearbeiten", get_object_edit_url(content)))
        return format_html_join(
            " ",
            '<a href="{}">{}<span class="visually-hidden"> von {}</span></a>',
            [(url, label, content) for label, url in links],
        )

    def get_content_field(self, obj, field_name, request=None):
        """Return a content field's value as an editor reads it, also where it is read-only."""
        value = super().get_content_field(obj, field_name, request)
        if value is None:
            return NOTHING
        if hasattr(value, "all"):
            return ", ".join(str(related) for related in value.all())
        if isinstance(value, date):
            return local_text(value)
        choices = getattr(self.content_model._meta.get_field(field_name), "choices", None)
        return dict(choices).get(value, value) if choices else value


def next_plan(model) -> Subquery:
    """Return when the next thing happens that is planned for each item of a list."""
    lines = Schedule.objects.waiting().filter(
        subject_type=model._meta.label_lower, subject_id=OuterRef("pk")
    )
    return Subquery(lines.values("run_at")[:1])


def states_of(obj) -> set[str]:
    """Return the states of all versions of an item from a list."""
    return {
        version.state
        for content in obj._prefetched_contents
        for version in content._prefetched_versions
    }


def has_draft(obj) -> bool:
    """Tell whether an item from a list has a version that can be changed."""
    return DRAFT in states_of(obj)


def state_of(obj) -> tuple[str, str]:
    """Return name and German words for the state of an item from a list."""
    states = states_of(obj)
    words = STATE_WORDS.get((PUBLISHED in states, DRAFT in states))
    return words or (TAKEN_BACK if UNPUBLISHED in states else SET_ASIDE)
