"""The Sperrfrist in the form of an item."""

from django.contrib import messages

from publishing.embargo import FIELD
from publishing.embargo_steps import follow
from publishing.forms import EMBARGO
from publishing.moments import EmbargoField


class EmbargoAdmin:
    """Mixin of content admins whose texts may have a Sperrfrist."""

    def content_formfield(self, field, request):
        """Ask for a moment so that hours which come twice or never are no riddle."""
        if field.name != FIELD:
            return super().content_formfield(field, request)
        return self.formfield_for_dbfield(field, request, form_class=EmbargoField)

    def save_related(self, request, form, formsets, change):
        """Let everything follow a Sperrfrist that has changed."""
        super().save_related(request, form, formsets, change)
        content = self.saved_content(form)
        if EMBARGO in form.changed_data and self.can_change_content(request, content):
            old = form.initial.get(EMBARGO)
            messages.info(request, follow(content.versions.get(), request.user, old=old))
