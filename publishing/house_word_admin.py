"""The house list in the admin."""

from django.contrib import admin

from publishing.fact_admin import FactAdmin
from publishing.models import HouseWord


@admin.register(HouseWord)
class HouseWordAdmin(FactAdmin):
    """Words that texts do without; a hint in the form, never a ban."""

    list_display = ("word", "instead", "reason")
    search_fields = ("word", "instead", "reason")
    ordering = ("word",)
