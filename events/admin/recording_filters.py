"""Filters of the list of recordings."""

from django.contrib import admin


class CaptionsFilter(admin.SimpleListFilter):
    """Recordings whose checked captions were due before today (E22)."""

    title = "Untertitel"
    parameter_name = "untertitel"

    def lookups(self, request, model_admin):
        return [("ueberfaellig", "überfällig")]

    def queryset(self, request, queryset):
        return queryset.captions_overdue() if self.value() == "ueberfaellig" else queryset
