"""The base of every content type's admin: one form for identity, content and rows."""

from cms.admin.utils import CONTENT_PREFIX, GrouperModelAdmin
from django.contrib import messages
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path
from djangocms_versioning.admin import ExtendedGrouperVersionAdminMixin
from filer.fields.file import FilerFileField

from publishing.approval import note_writing, status
from publishing.audit import entries_of, record
from publishing.broken_links import broken_links
from publishing.bulk_changes import BulkChanges
from publishing.change_notes import write_note
from publishing.conflicts import form_differences, unsaved_texts
from publishing.fact_admin import FactAdmin, save_logged
from publishing.filters import StateFilter
from publishing.forms import CONFLICT, ContentForm
from publishing.gate import problems
from publishing.listing import ListColumns
from publishing.models import AuditAction
from publishing.note_forms import places
from publishing.own_items import OwnItems
from publishing.page_actions import page_actions
from publishing.row_admin import RowInline
from publishing.save_steps import SaveSteps
from publishing.wording import hints

CHANGE = (
    "Änderungsvermerk – für Leser erst nach dem Veröffentlichen sichtbar",
    {"fields": ("change_kind", "change_note")},
)
LOGGED = 20  # lines of the log below a form


class ContentAdmin(
    SaveSteps,
    BulkChanges,
    OwnItems,
    ListColumns,
    ExtendedGrouperVersionAdminMixin,
    FactAdmin,
    GrouperModelAdmin,
):
    """Admin of an identity with its versioned content.

    Fields of the content are named `content__<field>`; inlines of content rows
    are `RowInline`s. Facts of the identity are saved and logged at once.
    """

    form = ContentForm
    change_form_template = "admin/publishing/content_form.html"
    delete_confirmation_template = "admin/publishing/delete_content.html"

    class Media:
        css = {"all": ("css/admin/notes.css",)}

    list_display_links = ("content__title",)
    list_filter = (StateFilter,)
    ordering = ("-pk",)
    # Without a field of the identity the CMS's search would find everything.
    search_fields = ("content__title", "content__lead", "short_code")
    save_on_top = True

    def get_urls(self):
        """Add the content's list, which versioning links to: it is the identity's list."""
        options = self.content_model._meta
        name = f"{options.app_label}_{options.model_name}_changelist"
        view = self.admin_site.admin_view(self.content_list_view)
        return [path("content/", view, name=name), *super().get_urls()]

    def content_list_view(self, request):
        """Lead from the list of contents to the list of identities."""
        return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")

    # --- The form ---

    def get_extra_context(self, request, object_id=None):
        """Say plainly what the form is about; 404 for what is no key."""
        if object_id is not None and not object_id.isdecimal():
            raise Http404
        context = super().get_extra_context(request, object_id)
        if object_id is None:
            return {**context, "title": f"{self.opts.verbose_name} anlegen", "subtitle": None}
        return {**context, "title": self.opts.verbose_name}

    def get_fieldsets(self, request, obj=None):
        """Ask what is new, once readers have seen something older."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or not obj.was_public:
            return fieldsets
        is_open = self.can_change_content(request, self.get_content_obj(obj))
        return [CHANGE, *fieldsets] if is_open else fieldsets

    def get_form(self, request, obj=None, **kwargs):
        """Give the content's fields the admin's own widgets, as the identity's have them."""
        form = super().get_form(request, obj, **kwargs)
        form.note_places = places(self, self.get_fieldsets(request, obj))
        for field in self.content_model._meta.get_fields():
            name = CONTENT_PREFIX + field.name
            if name in form.base_fields and field.name != self.grouper_field_name:
                form.base_fields[name] = self.content_formfield(field, request)
        return form

    def content_formfield(self, field, request):
        """Return the form field of a content field; relations are found by typing."""
        kwargs = {}
        if self.is_searchable(field):
            many = field.many_to_many
            widget = AutocompleteSelectMultiple if many else AutocompleteSelect
            kwargs["widget"] = widget(field, self.admin_site)
        return self.formfield_for_dbfield(field, request, **kwargs)

    def is_searchable(self, field) -> bool:
        """Tell whether a field leads to something with an admin that can be searched."""
        if not field.is_relation or isinstance(field, FilerFileField):
            return False
        related = self.admin_site._registry.get(field.remote_field.model)
        return bool(related and related.search_fields)

    def get_formset_kwargs(self, request, obj, inline, prefix):
        """Let row inlines edit the rows of the content, not of the identity."""
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        if isinstance(inline, RowInline):
            kwargs["instance"] = self.get_content_obj(obj) or self.content_model()
        return kwargs

    def render_change_form(self, request, context, *args, **kwargs):
        """Say what still forbids publishing, and what can be done next."""
        form = context["adminform"].form
        is_conflict = form.has_error(NON_FIELD_ERRORS, CONFLICT)
        content = context.get("content_instance")
        both = [*unsaved_texts(form, content), *form_differences(form)] if is_conflict else None
        context["conflict"] = both
        if content is not None:
            is_open = self.can_change_content(request, content)
            context["publish_problems"] = problems(content) if is_open else None
            context["hints"] = hints(content) if is_open else []
            context["broken_links"] = broken_links(content) if is_open else []
            context["hint_count"] = len(context["hints"]) + len(context["broken_links"])
            context["approval_status"] = status(content)
            context["audit_entries"] = entries_of(content.identity)[:LOGGED]
            context["page_actions"] = page_actions(content, user=request.user, back=request.path)
        response = super().render_change_form(request, context, *args, **kwargs)
        response.status_code = 409 if is_conflict else response.status_code
        return response

    # --- Saving ---

    def _changeform_view(self, request, object_id, form_url, extra_context):
        """Let two who save at once go one after the other: the second is warned (forms.py)."""
        self.lock(request, object_id)
        return super()._changeform_view(request, object_id, form_url, extra_context)

    def lock(self, request, object_id) -> None:
        """Make others wait who change the same item (locks.py, before it is loaded)."""
        if request.method == "POST" and object_id and object_id.isdecimal():
            self.model._base_manager.select_for_update().filter(pk=object_id).first()

    def save_model(self, request, obj, form, change):
        """Save identity and content; many-to-many fields of the content by themselves."""
        relations = self.take_relations(form)
        super().save_model(request, obj, form, change)
        content = self.saved_content(form)
        if self.can_change_content(request, content):
            for name, values in relations.items():
                getattr(content, name).set(values)

    def save_formset(self, request, form, formset, change):
        """Rows of the content are its text; all others are facts and logged."""
        if issubclass(formset.model, self.row_models()):
            formset.instance = self.saved_content(form)
            formset.save()
        else:
            save_logged(formset, subject=form.instance, user=request.user)

    def save_related(self, request, form, formsets, change):
        """Save rows, then say once whether something still forbids publishing."""
        super().save_related(request, form, formsets, change)
        form.save_notes(request.user)
        content = self.saved_content(form)
        if form.cleaned_data.get("change_kind"):
            kind, text = form.cleaned_data["change_kind"], form.cleaned_data["change_note"]
            write_note(content.versions.get(), kind=kind, text=text)
        if form.has_changed() or any(formset.has_changed() for formset in formsets):
            note_writing(content.versions.get(), request.user)
        count = len(problems(content)) if self.can_change_content(request, content) else 0
        if count:
            messages.warning(
                request,
                f"Gesichert, aber noch nicht zu veröffentlichen ({count} offen). Was fehlt, "
                "steht im Formular unter „Vor dem Veröffentlichen“.",
            )

    def take_relations(self, form) -> dict:
        """Take the content's many-to-many values out of the form and return them by field name."""
        names = [field.name for field in self.content_model._meta.many_to_many]
        return {
            name: form.cleaned_data.pop(CONTENT_PREFIX + name)
            for name in names
            if CONTENT_PREFIX + name in form.cleaned_data
        }

    def saved_content(self, form):
        """Return the content that the form was about, also right after it was created."""
        form.instance.__dict__.pop("latest_content", None)
        return form._content_instance or form.instance.latest_content

    def row_models(self) -> tuple:
        """Return the models of the row inlines."""
        return tuple(inline.model for inline in self.inlines if issubclass(inline, RowInline))

    # --- Deleting ---

    def _delete_view(self, request, object_id, extra_context):
        """Let whoever publishes the item at the same moment be done before it is looked at."""
        self.lock(request, object_id)
        return super()._delete_view(request, object_id, extra_context)

    def get_deleted_objects(self, objs, request):
        """Refuse what readers have seen: its address must go on to say that it was taken back."""
        perms_needed = set()
        if not self.has_delete_permission(request):
            perms_needed.add(self.opts.verbose_name)
        kept = [str(obj) for obj in objs if obj.first_published_at]
        return [str(obj) for obj in objs], {self.opts.verbose_name: len(objs)}, perms_needed, kept

    def delete_model(self, request, obj):
        """Delete versions with their item; versioning itself protects copied ones."""
        for content in self.content_model.admin_manager.filter(**{self.grouper_field_name: obj}):
            content.versions.update(source=None)
        record(AuditAction.DELETED, obj, user=request.user)
        super().delete_model(request, obj)
