"""The admin of facts: saved at once, logged, seen by readers as soon as they are saved."""

import re

from django.contrib import admin
from django.contrib.admin.widgets import (
    AdminSplitDateTime,
    AutocompleteSelect,
    RelatedFieldWidgetWrapper,
)

from publishing.deletion import places_of_use
from publishing.facts import changes_of, log_changes, log_event, values_of
from publishing.forms import OrderedFormSet
from publishing.redirects import keep_redirect
from publishing.response_cache import drop_pages

SHOWN_CHANGES = 20
SAVED = "saved_forms"  # paths of forms saved since the last one was shown (js/admin/autosave.js)
KNOWN_FORMS = 20
KEY = re.compile(r"[0-9]{1,18}")
INTERNAL = (
    "Intern – nie öffentlich",
    {"classes": ("collapse",), "fields": ("owner", "review_on", "origin")},
)


class TypedChoice(AutocompleteSelect):
    """A choice found by typing; what is no key at all is shown as no choice, not as a fault."""

    def optgroups(self, name, value, attr=None):
        return super().optgroups(name, [one for one in value if KEY.fullmatch(str(one))], attr)


class ClearFields:
    """Mixin of forms whose fields tell an editor what they do and offer nothing dangerous."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", TypedChoice(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Name both halves of a moment; beside a choice, offer to add but not to delete it."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        widget = field.widget if field else None
        if isinstance(widget, AdminSplitDateTime):
            for part, name in zip(widget.widgets, ("Datum", "Uhrzeit"), strict=True):
                part.attrs["aria-label"] = f"{field.label}: {name}"
        if isinstance(widget, RelatedFieldWidgetWrapper):
            widget.can_change_related = widget.can_delete_related = widget.can_view_related = False
        return field


class FactAdmin(ClearFields, admin.ModelAdmin):
    """Admin of something whose fields are facts: every change is logged with old and new."""

    list_per_page = 50
    change_form_template = "admin/publishing/fact_form.html"
    delete_confirmation_template = "admin/publishing/delete_fact.html"

    class Media:
        css = {"all": ("css/admin/forms.css", "css/admin/company.css")}
        js = tuple(f"js/admin/{name}.js" for name in ("labels", "presence", "autosave", "unsaved"))

    def changelist_view(self, request, extra_context=None):
        """Name the list by what is in it."""
        title = self.opts.verbose_name_plural
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def subject_of(self, obj):
        """Return what the change is logged for; parts name the whole they belong to."""
        return obj

    def save_model(self, request, obj, form, change):
        former = self.model._base_manager.get(pk=obj.pk) if change else None
        before = values_of(former) if former else {}
        old_path = address_of(former)
        super().save_model(request, obj, form, change)
        log_changes(obj, before=before, user=request.user, subject=self.other_subject(obj))
        if old_path and old_path != address_of(obj):
            keep_redirect(obj, old_path=old_path, new_path=address_of(obj))

    def save_formset(self, request, form, formset, change):
        """Save an inline's rows and log what was added, changed and removed."""
        save_logged(formset, subject=self.subject_of(form.instance), user=request.user)

    def save_related(self, request, form, formsets, change):
        """Save rows; tell the browser, with the next form, that it need keep this one no longer."""
        super().save_related(request, form, formsets, change)
        request.session[SAVED] = [*request.session.get(SAVED, []), request.path][-KNOWN_FORMS:]

    def delete_model(self, request, obj):
        subject = self.other_subject(obj)
        if subject:
            log_event(subject, field=name_of(obj), values=("vorhanden", ""), user=request.user)
        super().delete_model(request, obj)
        drop_pages()

    def delete_queryset(self, request, queryset):
        for obj in queryset:
            self.delete_model(request, obj)

    def get_deleted_objects(self, objs, request):
        """Refuse what is still used, and say where."""
        deleted, counts, perms_needed, _ = super().get_deleted_objects(objs, request)
        places = [place for obj in objs for place in places_of_use(obj)]
        return deleted, counts, perms_needed, places

    def other_subject(self, obj):
        """Return the subject if it is another object, else None."""
        subject = self.subject_of(obj)
        return None if subject is obj else subject

    def render_change_form(self, request, context, *args, **kwargs):
        context["fact_changes"] = shown_changes(kwargs.get("obj"))
        context["saved_forms"] = " ".join(request.session.pop(SAVED, []))
        return super().render_change_form(request, context, *args, **kwargs)


class FactInline(ClearFields, admin.TabularInline):
    """Inline of parts that are facts themselves."""

    extra = 0
    formset = OrderedFormSet


def save_logged(formset, *, subject, user) -> None:
    """Save the rows of a formset; log each added, changed and removed one for `subject`."""
    before = {
        form.instance.pk: values_of(type(form.instance)._base_manager.get(pk=form.instance.pk))
        for form in formset.initial_forms
        if form.has_changed()
    }
    formset.save()
    for obj in formset.new_objects:
        log_event(subject, field=name_of(obj), values=("", "hinzugefügt"), user=user)
    for obj, _ in formset.changed_objects:
        log_changes(obj, before=before[obj.pk], user=user, subject=subject)
    for obj in formset.deleted_objects:
        log_event(subject, field=name_of(obj), values=("vorhanden", "entfernt"), user=user)


def name_of(obj) -> str:
    """Return what a row is and how it is called."""
    return f"{obj._meta.verbose_name} „{obj}“"


def address_of(obj) -> str:
    """Return the public address of an object, or "" where it has none."""
    return obj.get_absolute_url() if hasattr(obj, "get_absolute_url") else ""


def shown_changes(obj) -> list:
    """Return the newest changes of an object's facts for its form."""
    return list(changes_of(obj)[:SHOWN_CHANGES]) if obj and obj.pk else []
