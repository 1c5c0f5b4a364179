"""Buttons of a form that save and go on: what is typed is never lost for the sake of a step."""

from dataclasses import dataclass

from cms.toolbar.utils import get_object_edit_url
from django.contrib import admin
from django.http import HttpResponseRedirect
from djangocms_versioning.constants import DRAFT
from djangocms_versioning.models import Version

from publishing.embargo import is_embargoed

WRITE = "_write"
REQUEST, PUBLISH = "_request_approval", "_publish"
# What the versions' admin does for a button, after the form has saved.
VIEWS = {REQUEST: "request_approval_view", PUBLISH: "publish_view"}


@dataclass(frozen=True)
class SaveStep:
    """A button that saves: its name in the form, and its words."""

    name: str
    label: str


class SaveSteps:
    """Mixin of content admins: „Sichern und …“."""

    def save_steps(self, request, content) -> list[SaveStep]:
        """Return what can be done at once with what was saved; `content` is None for a new item."""
        steps = [SaveStep(WRITE, "Sichern und Text auf der Seite schreiben")]
        return steps if content is None else [*steps, *release_steps(content, request.user)]

    def render_change_form(self, request, context, *args, **kwargs):
        """Offer the steps wherever the text may be changed."""
        content = context.get("content_instance")
        is_open = content is None or self.can_change_content(request, content)
        is_offered = is_open and not context.get("is_popup")
        context["save_steps"] = self.save_steps(request, content) if is_offered else []
        context["show_save_and_add_another"] = False
        return super().render_change_form(request, context, *args, **kwargs)

    def response_add(self, request, obj, post_url_continue=None):
        return self.go_on(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        return self.go_on(request, obj) or super().response_change(request, obj)

    def go_on(self, request, obj):
        """Do what the pressed button says beyond saving; None if it says no more."""
        obj.__dict__.pop("_grouper_admin_content_obj_cache", None)
        if WRITE in request.POST:
            return HttpResponseRedirect(get_object_edit_url(obj.latest_content))
        view = next((VIEWS[name] for name in VIEWS if name in request.POST), None)
        version = Version.objects.get_for_content(obj.latest_content) if view else None
        if version is None or version.state != DRAFT:
            return None
        owner = admin.site.get_model_admin(version.versionable.version_model_proxy)
        return getattr(owner, view)(request, str(version.pk))


def release_steps(content, user):
    """Yield how what was just written becomes public: the writer of a release only asks.

    What is under a Sperrfrist appears by its plan and not by this button.
    """
    if content.needs_second_person or not content.has_publish_permission(user):
        yield SaveStep(REQUEST, "Sichern und Freigabe anfordern")
    elif not is_embargoed(content):
        yield SaveStep(PUBLISH, "Sichern und veröffentlichen")
