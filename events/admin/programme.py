"""The programme in the admin: its items on the meeting's form, and each on its own."""

from django import forms
from django.contrib import admin, messages

from events.admin.papers import ItemAttachmentInline
from events.models import Meeting, Participation, ProgrammeItem
from events.models.programme import CALENDAR_FIELDS
from events.programme import move, new_refusals
from events.programme_versions import note_version
from publishing.admin import FACTS
from publishing.dates import Precision
from publishing.fact_admin import FactAdmin, FactInline
from publishing.facts import log_changes, values_of
from publishing.forms import OrderedFormSet


class ProgrammeItemForm(forms.ModelForm):
    """An item of the programme; calendars learn when its time or cancellation changes."""

    def save(self, commit=True):  # noqa: FBT002 - Django's signature
        if self.instance.pk and set(CALENDAR_FIELDS) & set(self.changed_data):
            self.instance.raise_sequence()
        return super().save(commit=commit)

    def refuse(self, refusal) -> None:
        """Show why this item cannot be saved, at the field if it is on this form."""
        self.add_error(refusal.field if refusal.field in self.fields else None, refusal.text)


class OneItemForm(ProgrammeItemForm):
    """An item on its own form, checked against the rest of the programme."""

    def _post_clean(self):
        super()._post_clean()
        item = self.instance
        if self.errors or item.meeting_id is None:
            return
        others = item.meeting.programme_items.exclude(pk=item.pk)
        last = max((other.position for other in others), default=0)
        items = sorted([*others, item], key=lambda one: (place(one, last + 1), one.pk or 0))
        for refusal in new_refusals(items, item.meeting):
            self.refuse(refusal)


def place(item: ProgrammeItem, last: int) -> int:
    """Return an item's place in the order; without a number it comes last."""
    return last if item.position is None else item.position


class ProgrammeFormSet(OrderedFormSet):
    """The programme of a meeting, checked as a whole."""

    def clean(self):
        super().clean()
        if not self.has_changed() or any(self.errors):
            return
        forms_of = {id(form.instance): form for form in self.kept_forms()}
        items = [form.instance for form in forms_of.values()]
        for refusal in new_refusals(items, self.instance):
            forms_of[id(refusal.item)].refuse(refusal)

    def kept_forms(self) -> list:
        """Return the forms of the items that will be there, in the order that is typed."""
        kept = [form for form in self.forms if form not in self.deleted_forms]
        kept = [form for form in kept if form.instance.pk or form.has_changed()]
        return sorted(kept, key=lambda form: place(form.instance, len(kept) + 10_000))


class ProgrammeItemInline(FactInline):
    """Each item with who takes part; the people are chosen on the item's own form."""

    model = ProgrammeItem
    form = ProgrammeItemForm
    formset = ProgrammeFormSet
    fk_name = "meeting"
    fields = ("position", "kind", "title", "starts_at", "ends_at", "is_cancelled", "taking_part")
    readonly_fields = ("taking_part",)
    ordering = ("position", "pk")
    show_change_link = True
    verbose_name_plural = (
        "Programm – gilt sofort. Beschreibung, Mitwirkende, Aufzeichnung, Ergebnis und "
        "Unterlagen: „Ändern“ am Programmpunkt"
    )

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("participations__person")

    @admin.display(description="Mitwirkende")
    def taking_part(self, obj):
        if obj.pk is None:
            return "nach dem Sichern"
        return ", ".join(str(participation) for participation in obj.participations.all()) or "–"


def move_along(request, form, formsets) -> None:
    """Move the programme with the meeting's beginning, unless it was edited itself."""
    meeting, before = form.instance, form.initial
    is_by_clock = {meeting.precision, before.get("precision")} == {Precision.TIME}
    is_edited = any(one.has_changed() for one in formsets if one.model is ProgrammeItem)
    if "starts_at" not in form.changed_data or not is_by_clock or is_edited:
        return
    items = move(meeting, before["starts_at"])
    former = {item.pk: values_of(item) for item in meeting.programme_items.all()}
    for item in items:
        item.save()
        log_changes(item, before=former[item.pk], user=request.user, subject=meeting)
    if items:
        messages.info(
            request,
            "Die Uhrzeiten des Programms sind mit dem Beginn gewandert. Bitte prüfen Sie sie.",
        )


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
    fields = ("position", "person", "role", "job_title", "organisation", "is_unchecked")
    ordering = ("position", "pk")
    autocomplete_fields = ("person",)
    verbose_name_plural = (
        "Mitwirkende – bleiben Funktion und Einrichtung leer, werden sie von der Person "
        "übernommen und hier für immer festgehalten"
    )


@admin.register(ProgrammeItem)
class ProgrammeItemAdmin(FactAdmin):
    """One item with the people who take part."""

    form = OneItemForm
    list_display = ("title", "kind", "meeting", "starts_at")
    list_filter = ("kind",)
    list_select_related = ("meeting",)
    ordering = ("-meeting__starts_at", "position", "pk")
    search_fields = ("title", "text", "participations__person__name")
    autocomplete_fields = ("meeting",)
    fieldsets = (
        (
            FACTS,
            {
                "fields": (
                    "meeting",
                    ("kind", "position"),
                    "title",
                    ("starts_at", "ends_at"),
                    "is_cancelled",
                    "parent",
                    "text",
                )
            },
        ),
        ("Übertragung und Ergebnis", {"fields": ("recording_policy", "outcome")}),
    )
    inlines = (ParticipationInline, ItemAttachmentInline)

    def get_readonly_fields(self, request, obj=None):
        """An item stays with its meeting: its address and its papers belong there."""
        return ("meeting",) if obj else ()

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """Offer the blocks of the same meeting as what an item may be part of."""
        if db_field.name == "parent":
            kwargs["queryset"] = possible_blocks(request.resolver_match.kwargs.get("object_id"))
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "parent":
            field.empty_label = "– kein Teil, steht für sich –"
        return field

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Leave adding items to the programme's own forms."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "parent":
            field.widget.can_add_related = False
        return field

    def save_model(self, request, obj, form, change):
        note_version(obj.meeting)  # as readers saw it so far
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        note_version(form.instance.meeting)

    def delete_model(self, request, obj):
        note_version(obj.meeting)
        super().delete_model(request, obj)
        note_version(obj.meeting)

    def subject_of(self, obj):
        """Log an item's changes with its meeting."""
        return obj.meeting


def possible_blocks(key):
    """Return what an item may be part of: the others of its meeting that are no parts."""
    items = ProgrammeItem.objects.order_by("position", "pk")
    meetings = Meeting.objects.filter(programme_items=key)
    return items.filter(meeting__in=meetings, parent=None).exclude(pk=key)
