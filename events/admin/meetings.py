from django.contrib import admin
from django.core.exceptions import ValidationError

from events.admin.consents import consent_urls, consents_action
from events.forms import BroadcastForm
from events.models import (
    Broadcast,
    Meeting,
    MeetingContent,
    MeetingImage,
    Participation,
    ProgrammeItem,
    Venue,
)
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
from publishing.forms import OrderedFormSet


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
        "message",
        "alternative",
        "live_captions",
        "recording_promised_for",
    )
    verbose_name_plural = "Livestream – gilt sofort nach dem Sichern, ohne Veröffentlichen"

    def get_extra(self, request, obj=None, **kwargs):
        return 1


class ProgrammeFormSet(OrderedFormSet):
    """The programme: times must follow its order."""

    def clean(self):
        super().clean()
        latest = None
        for form in sorted(self.kept_forms(), key=lambda form: form.cleaned_data["position"]):
            start = form.cleaned_data["starts_at"]
            if latest and start < latest:
                form.add_error("starts_at", ValidationError("Liegt vor dem Punkt davor.", "order"))
            latest = start

    def kept_forms(self) -> list:
        """Return the forms that have a place and a time and will not be deleted."""
        return [
            form
            for form in self.forms
            if form not in self.deleted_forms
            and form.cleaned_data.get("starts_at")
            and form.cleaned_data.get("position") is not None
        ]


class ProgrammeItemInline(FactInline):
    """Each item with who takes part; the people are chosen on the item's own form."""

    model = ProgrammeItem
    formset = ProgrammeFormSet
    fields = ("position", "kind", "title", "starts_at", "taking_part")
    readonly_fields = ("taking_part",)
    ordering = ("position", "pk")
    show_change_link = True
    verbose_name_plural = (
        "Programm – gilt sofort. Beschreibung und Mitwirkende: „Ändern“ am Programmpunkt"
    )

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("participations__person")

    @admin.display(description="Mitwirkende")
    def taking_part(self, obj):
        if obj.pk is None:
            return "nach dem Sichern"
        return ", ".join(str(participation) for participation in obj.participations.all()) or "–"


class ParticipationFormSet(OrderedFormSet):
    """Who took part; functions are taken from the person once and then stay as they were."""

    def save_new(self, form, commit=True):  # noqa: FBT002 - Django's signature
        part = form.instance
        if not part.job_title and not part.organisation:
            part.job_title = part.person.job_title
            part.organisation = part.person.organisation
        return super().save_new(form, commit=commit)


class ParticipationInline(FactInline):
    model = Participation
    formset = ParticipationFormSet
    fields = ("position", "person", "role", "job_title", "organisation")
    ordering = ("position", "pk")
    autocomplete_fields = ("person",)
    verbose_name_plural = (
        "Mitwirkende – bleiben Funktion und Einrichtung leer, werden sie von der Person "
        "übernommen und hier für immer festgehalten"
    )


@admin.register(Meeting)
class MeetingAdmin(ContentAdmin):
    """Annual meetings: text, facts and programme."""

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
    inlines = (ProgrammeItemInline, BroadcastInline, MeetingImageInline)

    def get_urls(self):
        return [*consent_urls(self.admin_site), *super().get_urls()]

    def render_change_form(self, request, context, *args, **kwargs):
        response = super().render_change_form(request, context, *args, **kwargs)
        meeting = kwargs.get("obj")
        if meeting:
            response.context_data.setdefault("page_actions", []).append(consents_action(meeting))
        return response

    @admin.display(description="Beginn", ordering="starts_at")
    def when(self, obj):
        return obj.when

    def save_model(self, request, obj, form, change):
        """Tell subscribed calendars what changed."""
        if change:
            obj.note_changes(Meeting.objects.get(pk=obj.pk))
        super().save_model(request, obj, form, change)

    def save_formset(self, request, form, formset, change):
        """Tell subscribed calendars of another stream, too."""
        super().save_formset(request, form, formset, change)
        if formset.model is Broadcast and has_other_stream(formset):
            form.instance.raise_sequence()
            form.instance.save(update_fields=["sequence", "facts_changed_at"])


def has_other_stream(formset) -> bool:
    """Tell whether the link to the stream was entered or changed."""
    added = any(broadcast.stream_url for broadcast in formset.new_objects)
    return added or any("stream_url" in names for _, names in formset.changed_objects)


@admin.register(ProgrammeItem)
class ProgrammeItemAdmin(FactAdmin):
    """One item with the people who take part."""

    list_display = ("title", "kind", "meeting", "starts_at")
    list_filter = ("kind",)
    list_select_related = ("meeting",)
    ordering = ("-meeting__starts_at", "position", "pk")
    search_fields = ("title", "text", "participations__person__name")
    autocomplete_fields = ("meeting",)
    fieldsets = (
        (
            FACTS,
            {"fields": ("meeting", ("kind", "position"), "title", "starts_at", "text")},
        ),
    )
    inlines = (ParticipationInline,)

    def subject_of(self, obj):
        """Log an item's changes with its meeting."""
        return obj.meeting


@admin.register(Venue)
class VenueAdmin(FactAdmin):
    """Places of meetings."""

    list_display = ("name", "street", "postal_code", "locality")
    ordering = ("name",)
    search_fields = ("name", "locality", "street")
