"""The log in the admin: to read, to search, never to change."""

from django.contrib import admin

from publishing.audit import record
from publishing.models import AuditAction, AuditEntry


@admin.register(AuditEntry)
class AuditAdmin(admin.ModelAdmin):
    """Who did what when."""

    class Media:
        css = {"all": ("css/admin/forms.css",)}
        js = ("js/admin/labels.js",)

    list_display = ("at", "user_name", "action", "subject", "old", "new", "reason")
    list_display_links = None
    list_filter = ("action", "at")
    search_fields = ("subject", "user_name", "reason")
    search_help_text = "Sucht in Eintrag, Name und Begründung."
    ordering = ("-at", "-pk")
    list_per_page = 50
    actions = None

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, {"title": "Protokoll", **(extra_context or {})})

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class RightsLogged:
    """Mixin of the admins of accounts and groups: who gave whom which right is logged."""

    def rights_of(self, obj) -> str:
        """Return everything that gives rights, as one text; subclasses say what that is."""
        raise NotImplementedError

    def save_model(self, request, obj, form, change):
        request.rights_before = self.rights_of(type(obj).objects.get(pk=obj.pk)) if change else ""
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        old, new = request.rights_before, self.rights_of(form.instance)
        if old != new:
            record(AuditAction.RIGHTS, form.instance, user=request.user, old=old, new=new)
