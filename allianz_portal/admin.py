"""User accounts: the group Administration runs them, but cannot raise itself above its rights."""

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm, UserCreationForm
from django.contrib.auth.models import Group, User
from django.utils.html import format_html

from publishing.audit import record
from publishing.audit_admin import RightsLogged
from publishing.models import AuditAction

ABOVE = {"is_superuser", "user_permissions"}


class PasswordForm(AdminPasswordChangeForm):
    """A new password for somebody; every account has one."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.pop("usable_password", None)
        for field in self.fields.values():
            field.required = True


class AccountAdmin(RightsLogged, UserAdmin):
    """Accounts; only a superuser sees and changes what makes or concerns superusers."""

    list_display = ("username", "last_name", "first_name", "email", "is_active", "last_login")
    list_filter = ("groups", "is_active")
    add_form = UserCreationForm
    add_form_template = None
    change_password_form = PasswordForm
    readonly_fields = ("new_password", "last_login", "date_joined")
    person = ("Person", {"fields": ("first_name", "last_name", "email")})
    add_fieldsets = (
        ("Konto", {"fields": ("username", "password1", "password2")}),
        person,
        ("Rechte", {"fields": ("groups",)}),
    )
    fieldsets = (
        ("Konto", {"fields": ("username", "new_password", "last_login", "date_joined")}),
        person,
        ("Rechte", {"fields": ("groups", "is_active", "is_staff", *sorted(ABOVE))}),
    )

    @admin.display(description="Passwort")
    def new_password(self, user):
        return format_html('<a href="../password/">Neues Passwort setzen</a>')

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        """Offer the few groups as boxes to tick."""
        if db_field.name == "groups":
            kwargs["widget"] = forms.CheckboxSelectMultiple
            kwargs["help_text"] = "Was das Konto darf. Ohne Gruppe darf es nichts."
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if request.user.is_superuser:
            return fieldsets
        return [(title, without(options, ABOVE)) for title, options in fieldsets]

    def get_queryset(self, request):
        users = super().get_queryset(request)
        return users if request.user.is_superuser else users.filter(is_superuser=False)

    def save_model(self, request, obj, form, change):
        """Let a new account sign in: readers have none."""
        obj.is_staff = obj.is_staff or not change
        super().save_model(request, obj, form, change)

    def rights_of(self, user) -> str:
        signs = {"Superuser": user.is_superuser, "gesperrt": not user.is_active}
        signs["ohne Zugang zur Redaktion"] = not user.is_staff
        single = [str(permission) for permission in user.user_permissions.order_by("pk")]
        groups = list(user.groups.order_by("name").values_list("name", flat=True))
        return ", ".join([*groups, *(sign for sign, is_so in signs.items() if is_so), *single])

    def user_change_password(self, request, id, form_url=""):  # noqa: A002 - Django's signature
        response = super().user_change_password(request, id, form_url)
        if request.method == "POST" and response.status_code == 302:
            record(AuditAction.PASSWORD, User.objects.get(pk=id), user=request.user)
        return response


class LoggedGroupAdmin(RightsLogged, GroupAdmin):
    """Groups; their rights are set anew after every migration (groups.py)."""

    def rights_of(self, group) -> str:
        return ", ".join(str(permission) for permission in group.permissions.order_by("pk"))


def without(options: dict, names: set) -> dict:
    """Return a fieldset's options without some fields."""
    return {**options, "fields": tuple(name for name in options["fields"] if name not in names)}


admin.site.unregister(User)
admin.site.register(User, AccountAdmin)
admin.site.unregister(Group)
admin.site.register(Group, LoggedGroupAdmin)
