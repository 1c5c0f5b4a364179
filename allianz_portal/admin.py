"""User accounts: the group Administration runs them, but cannot raise itself above its rights."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User

ABOVE = {"is_superuser", "user_permissions"}


class AccountAdmin(UserAdmin):
    """Accounts; only a superuser sees and changes what makes or concerns superusers."""

    list_display = ("username", "last_name", "first_name", "email", "is_active", "last_login")
    list_filter = ("groups", "is_active")

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if request.user.is_superuser:
            return fieldsets
        return [(title, without(options, ABOVE)) for title, options in fieldsets]

    def get_queryset(self, request):
        users = super().get_queryset(request)
        return users if request.user.is_superuser else users.filter(is_superuser=False)


def without(options: dict, names: set) -> dict:
    """Return a fieldset's options without some fields."""
    return {**options, "fields": tuple(name for name in options["fields"] if name not in names)}


admin.site.unregister(User)
admin.site.register(User, AccountAdmin)
