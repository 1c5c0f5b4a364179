from django.contrib import admin

from events.admin.cloning import clone_action, clone_urls
from events.admin.consents import consent_urls, consents_action
from events.admin.desk import desk_action, desk_urls
from events.admin.papers import AttachmentInline
from events.admin.programme import ProgrammeItemInline, move_along
from events.checklist import checklist
from events.forms import BroadcastForm
from events.models import Broadcast, Meeting, MeetingContent, MeetingImage, Venue
from events.programme_versions import note_version
from media_library.photo_step import PhotoStep
from publishing.admin import (
    ADDRESS,
    FACTS,
    HERO_FIELDS,
    INTERNAL,
    PICTURE,
    TEXT,
    ContentAdmin,
    RowInline,
)
from publishing.fact_admin import FactAdmin, FactInline
from publishing.filters import OwnerFilter, StateFilter


class MeetingImageInline(RowInline):
    model = MeetingImage
    content_model = MeetingContent
    fields = ("image", "alt", "is_decorative", "caption", "position")
    verbose_name_plural = "Weitere Bilder – erst nach dem Veröffentlichen sichtbar"


class BroadcastInline(FactInline):
    """The livestream; what is going on with it is changed at the desk, not here."""

    model = Broadcast
    template = "admin/edit_inline/stacked.html"
    form = BroadcastForm
    can_delete = False
    fields = (
        "stream_url",
        "is_link_checked",
        "message",
        "alternative",
        "live_captions",
        "recording_promised_for",
    )
    verbose_name_plural = "Livestream – gilt sofort nach dem Sichern, ohne Veröffentlichen"

    def get_extra(self, request, obj=None, **kwargs):
        return 1


@admin.register(Meeting)
class MeetingAdmin(PhotoStep, ContentAdmin):
    """Annual meetings: text, facts and programme."""

    change_form_template = "admin/events/meeting_form.html"

    class Media:
        css = {"all": ("css/admin/meetings.css",)}

    list_display = (
        "thumbnail",
        "content__title",
        "number",
        "when",
        "status",
        "state",
        "modified",
        "page_links",
    )
    list_filter = (StateFilter, "status", "broadcast__state", OwnerFilter)
    search_fields = (*ContentAdmin.search_fields, "content__motto", "venue__name")
    search_help_text = "Sucht in Überschrift, Motto, Anriss und Ort."
    date_hierarchy = "starts_at"
    ordering = ("-starts_at", "-pk")
    autocomplete_fields = ("venue", "annual_theme")
    fieldsets = (
        (
            TEXT,
            {"fields": ("content__title", "content__motto", "content__lead", "content__people")},
        ),
        (PICTURE, {"fields": HERO_FIELDS}),
        (
            FACTS,
            {
                "fields": (
                    ("starts_at", "precision"),
                    ("ends_at", "duration_note"),
                    ("venue", "attendance_mode"),
                    ("number", "annual_theme", "part_of"),
                    ("attendance", "registration"),
                    "is_sample",
                )
            },
        ),
        (
            "Am Tag selbst – gilt sofort nach dem Sichern, ohne Veröffentlichen",
            {"fields": ("status", "status_note")},
        ),
        ADDRESS,
        INTERNAL,
    )
    inlines = (ProgrammeItemInline, BroadcastInline, AttachmentInline, MeetingImageInline)

    def get_urls(self):
        site = self.admin_site
        own = [*desk_urls(site), *consent_urls(site), *clone_urls(site)]
        return [*own, *super().get_urls()]

    def render_change_form(self, request, context, *args, **kwargs):
        response = super().render_change_form(request, context, *args, **kwargs)
        meeting = kwargs.get("obj")
        if meeting:
            response.context_data["checklist"] = checklist(meeting)
            further = [desk_action(meeting), consents_action(meeting), clone_action(meeting)]
            response.context_data.setdefault("page_actions", []).extend(further)
        return response

    @admin.display(description="Beginn", ordering="starts_at")
    def when(self, obj):
        return obj.when

    def save_model(self, request, obj, form, change):
        """Tell subscribed calendars what changed."""
        if change:
            note_version(obj)  # as readers saw it so far
            obj.note_changes(Meeting.objects.get(pk=obj.pk))
        super().save_model(request, obj, form, change)

    def save_formset(self, request, form, formset, change):
        """Tell subscribed calendars of another stream, too."""
        super().save_formset(request, form, formset, change)
        if formset.model is Broadcast and has_other_stream(formset):
            form.instance.raise_sequence()
            form.instance.save(update_fields=["sequence", "facts_changed_at"])

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if change:
            move_along(request, form, formsets)
            note_version(form.instance)


def has_other_stream(formset) -> bool:
    """Tell whether the link to the stream was entered or changed."""
    added = any(broadcast.stream_url for broadcast in formset.new_objects)
    return added or any("stream_url" in names for _, names in formset.changed_objects)


@admin.register(Venue)
class VenueAdmin(FactAdmin):
    """Places of meetings."""

    list_display = ("name", "street", "postal_code", "locality")
    ordering = ("name",)
    search_fields = ("name", "locality", "street")
