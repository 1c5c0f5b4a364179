"""Inlines of the rows that are part of a content: read-only whenever the content is."""

from django.contrib import admin

from publishing.fact_admin import ClearFields
from publishing.forms import OrderedFormSet


class RowInline(ClearFields, admin.StackedInline):
    """Inline for rows of the content; read-only whenever the content is."""

    extra = 0
    content_model = None
    formset = OrderedFormSet
    ordering = ("position", "pk")

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
