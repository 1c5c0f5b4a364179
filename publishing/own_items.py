"""Admin of versioned items for people with less than an editor's rights.

Who is responsible for single items sees and changes the text of these and no others;
who may not publish changes no fact of what readers see, since facts hold at once.
"""

from django.contrib.admin.utils import flatten_fieldsets

from publishing.fact_admin import INTERNAL
from publishing.rights import (
    PUBLISH,
    has_own_right,
    known_items,
    may_change_own,
    may_know_item,
)

CONTENT = ("content__", "change_kind", "change_note")


class OwnItems:
    """Mixin of `ContentAdmin`."""

    def is_limited(self, request) -> bool:
        """Tell whether this user sees only what they are responsible for."""
        is_editor = super().has_view_permission(request)
        return not is_editor and has_own_right(request.user, self.model)

    def has_view_permission(self, request, obj=None):
        may = super().has_view_permission(request, obj) or self.is_theirs(request, obj)
        return may and self.is_known(request, obj)

    def has_change_permission(self, request, obj=None):
        may = super().has_change_permission(request, obj) or self.is_theirs(request, obj)
        return may and self.is_known(request, obj)

    def has_module_permission(self, request):
        return super().has_module_permission(request) or has_own_right(request.user, self.model)

    def is_known(self, request, obj) -> bool:
        """Tell whether no Sperrfrist keeps this item from this user."""
        return obj is None or may_know_item(request.user, obj)

    def is_theirs(self, request, obj) -> bool:
        """Tell whether the rule about own items opens this one, or the list of them."""
        if obj is None:
            return has_own_right(request.user, self.model)
        return may_change_own(request.user, obj)

    def get_queryset(self, request):
        items = known_items(super().get_queryset(request), request.user)
        return items.filter(owner=request.user) if self.is_limited(request) else items

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if not self.is_limited(request):
            return fieldsets
        return [fieldset for fieldset in fieldsets if fieldset[0] != INTERNAL[0]]

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        may_tell = request.user.has_perm(PUBLISH) and not self.is_limited(request)
        if may_tell or obj is None or not (obj.was_public or self.is_limited(request)):
            return fields
        facts = flatten_fieldsets(self.fieldsets or ())
        return (*fields, *(name for name in facts if not name.startswith(CONTENT)))
