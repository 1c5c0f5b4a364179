"""The base of every content type's admin: one form for identity, content and rows."""

from cms.admin.utils import CONTENT_PREFIX, GrouperModelAdmin
from django.contrib import admin, messages

from publishing.facts import log_changes, values_of
from publishing.forms import ContentForm
from publishing.gate import problems


class ContentAdmin(GrouperModelAdmin):
    """Admin of an identity with its versioned content.

    Fields of the content are named `content__<field>`; inlines of content rows
    are `RowInline`s. Facts of the identity are saved and logged at once.
    """

    form = ContentForm
    list_per_page = 50
    prepopulated_fields = {"content__slug": ("content__title",)}
    search_fields = ("content__title", "content__lead")
    save_on_top = True

    def get_formset_kwargs(self, request, obj, inline, prefix):
        """Let row inlines edit the rows of the content, not of the identity."""
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        if isinstance(inline, RowInline):
            kwargs["instance"] = self.get_content_obj(obj) or self.content_model()
        return kwargs

    def save_model(self, request, obj, form, change):
        """Save identity and content; many-to-many fields of the content by themselves."""
        before = values_of(self.model.objects.get(pk=obj.pk)) if change else {}
        relations = self.take_relations(form)
        super().save_model(request, obj, form, change)
        content = self.saved_content(form)
        if self.can_change_content(request, content):
            for name, values in relations.items():
                getattr(content, name).set(values)
        log_changes(obj, before=before, user=request.user)

    def save_related(self, request, form, formsets, change):
        """Save rows below the content, then say what still forbids publishing."""
        content = self.saved_content(form)
        for formset in formsets:
            if issubclass(formset.model, self.row_models()):
                formset.instance = content
        super().save_related(request, form, formsets, change)
        if self.can_change_content(request, content):
            for problem in problems(content):
                messages.warning(request, f"Vor dem Veröffentlichen – {problem}")

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


class RowInline(admin.StackedInline):
    """Inline for rows of the content; read-only whenever the content is."""

    extra = 0
    content_model = None

    def __init__(self, parent_model, admin_site):
        super().__init__(self.content_model, admin_site)
        self.identity_model = parent_model

    def is_open(self, request, obj) -> bool:
        """Tell whether the content of this identity may be changed now."""
        owner = self.admin_site.get_model_admin(self.identity_model)
        return owner.can_change_content(request, owner.get_content_obj(obj) if obj else None)

    def has_add_permission(self, request, obj=None):
        return super().has_add_permission(request, obj) and self.is_open(request, obj)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and self.is_open(request, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and self.is_open(request, obj)
