"""The operator's data and readers' messages, for the editors."""

from django.contrib import admin
from django.shortcuts import redirect

from publishing.fact_admin import FactAdmin
from ui.models import REQUIRED, ContactMessage, SiteSettings


@admin.register(SiteSettings)
class SiteSettingsAdmin(FactAdmin):
    """One row: the list leads straight to its form."""

    fieldsets = (
        (
            "Anbieter (Impressum, § 5 DDG)",
            {
                "fields": (
                    "provider_name",
                    "legal_form",
                    "street",
                    ("postal_code", "locality"),
                    "represented_by",
                    "email",
                    "phone",
                    "register_entry",
                    "vat_id",
                )
            },
        ),
        (
            "Verantwortlich für den Inhalt (§ 18 Abs. 2 MStV)",
            {"fields": ("responsible_person", "responsible_address")},
        ),
        ("Presse", {"fields": ("press_name", "press_phone", "press_email")}),
        ("Datenschutz", {"fields": ("privacy_contact", "hoster")}),
        (
            "Barrierefreiheit",
            {"fields": ("accessibility_reviewed_on", "accessibility_method", "ombuds")},
        ),
        ("Aussehen", {"fields": ("logo",)}),
    )

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Mark what is required by law; an empty field is saved and shown as a gap."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name in REQUIRED:
            field.label = f"{field.label} (Pflichtangabe)"
        return field

    def changelist_view(self, request, extra_context=None):
        row = SiteSettings.objects.first()
        if row is None:
            return redirect("admin:ui_sitesettings_add")
        return redirect("admin:ui_sitesettings_change", row.pk)

    def has_add_permission(self, request):
        return super().has_add_permission(request) and not SiteSettings.objects.exists()

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(ContactMessage)
class ContactMessageAdmin(admin.ModelAdmin):
    """Read, tick off, delete; nobody changes what a reader wrote."""

    list_display = ("received_at", "subject", "name", "email", "is_done")
    list_editable = ("is_done",)
    list_filter = ("is_done", "subject")
    search_fields = ("name", "email", "text")
    ordering = ("is_done", "-received_at", "-pk")
    fields = ("received_at", "subject", "name", "email", "page", "text", "is_done")
    readonly_fields = ("received_at", "subject", "name", "email", "page", "text")
    list_per_page = 50

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Name the box in the list too, where it has no label."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field:  # an automatic key has none
            field.widget.attrs["aria-label"] = field.label
        return field

    def has_add_permission(self, request):
        return False
