"""The versions' admin: a refused publication names its reasons where they can be mended."""

import re
from contextlib import contextmanager

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.http import url_has_allowed_host_and_scheme
from djangocms_versioning.admin import VersionAdmin
from djangocms_versioning.constants import DRAFT
from djangocms_versioning.exceptions import ConditionFailed
from djangocms_versioning.helpers import replace_admin_for_models, version_list_url
from djangocms_versioning.models import Version

from publishing import audit
from publishing.approval import refusal
from publishing.change_note_admin import ChangeNoteViews
from publishing.comparison import differences
from publishing.content import Content
from publishing.facts import local_text
from publishing.gate import problems
from publishing.locks import lock_identity
from publishing.models import AuditAction
from publishing.page_actions import change_url, home_url
from publishing.rights import PUBLISH, kept_from, known_items, may_change, may_change_draft
from publishing.steps import not_yet
from publishing.together import publish_or_ask, published

# What versioning calls a step, and what our forms, questions and the log call it.
OUR_WORDS = {
    "Archivieren": "Ablegen",
    "Verwerfen": "Entwurf löschen",
    "Veröffentlichung aufheben": "Zurückziehen",
    "Einstellungen": "Zum Formular",
}


class ReasonedVersions(ChangeNoteViews):
    """Mixin of versioning's own version admins."""

    list_display = ("number", "named", "state", "modified", "created_by", "admin_list_actions")

    @staticmethod
    def admin_action_button(url, icon, title, *, disabled=False, **kwargs):
        """Offer what can be done; a grey button would not say why it is grey."""
        if disabled:
            return ""
        title = OUR_WORDS.get(str(title), title)
        return VersionAdmin.admin_action_button(url, icon, title, **kwargs)

    @admin.display(description="Überschrift")
    def named(self, version):
        return version.content

    def grouper_form_view(self, request):
        """Offer the items of a type only to who may see its versions; versioning asks no right."""
        if not self.has_view_permission(request) or self.is_limited(request):
            raise PermissionDenied
        response = super().grouper_form_view(request)
        if issubclass(self.model._source_model, Content):
            for field in response.context_data["form"].fields.values():
                if hasattr(field, "queryset"):
                    field.queryset = known_items(field.queryset, request.user)
        return response

    @transaction.atomic
    def archive_view(self, request, object_id):
        self.lock(request, object_id)
        version = self.get_object(request, unquote(object_id))
        return self.framed(request, self.done_or_refused(request, version, super().archive_view))

    @transaction.atomic
    def discard_view(self, request, object_id):
        self.lock(request, object_id)
        version = self.get_object(request, unquote(object_id))
        with discarding_logged(version, request.user):
            return self.framed(request, super().discard_view(request, object_id))

    @transaction.atomic
    def revert_view(self, request, object_id):
        self.lock(request, object_id)
        version = self.get_object(request, unquote(object_id))
        with discarding_logged(version and draft_beside(version), request.user):
            return self.framed(request, super().revert_view(request, object_id))

    @transaction.atomic
    def edit_redirect_view(self, request, object_id):
        """Begin a draft, or open the one there is; two who do so at once get the same one."""
        self.lock(request, object_id)
        version = self.get_object(request, unquote(object_id))
        if version and request.method != "POST":
            return not_yet(request, home_url(version))
        return super().edit_redirect_view(request, object_id)

    def lock(self, request, object_id) -> None:
        """Make others wait who do something with the same item."""
        version = self.get_object(request, unquote(object_id))
        if version and request.method == "POST":
            lock_identity(version.grouper)

    def framed(self, request, response):
        """Give a page that asks for confirmation the admin's own head."""
        if isinstance(response, TemplateResponse):
            response.context_data |= self.admin_site.each_context(request)
        return response

    def is_limited(self, request) -> bool:
        """Tell whether this user may change single items of this type at most."""
        content_model = self.model._source_model
        return issubclass(content_model, Content) and not may_change(request.user, content_model)

    def get_queryset(self, request):
        """Leave out what a Sperrfrist keeps from this user."""
        versions, contents = super().get_queryset(request), self.model._source_model
        if not issubclass(contents, Content):
            return versions
        return versions.exclude(object_id__in=kept_from(request.user, contents).values("pk"))

    def changelist_view(self, request, extra_context=None):
        """List the versions of an item only for who may change it; versioning asks the type."""
        content_model = self.model._source_model
        name = getattr(content_model, "grouper_field_name", "page")
        key = request.GET.get(name, "0")
        if not re.fullmatch("[0-9]{1,18}", key):
            raise Http404
        if issubclass(content_model, Content) and not request.user.has_perm(PUBLISH):
            contents = content_model.admin_manager.filter(**{name: key})
            is_asked = int(key) or self.is_limited(request)
            if is_asked and not may_change_all(request.user, contents):
                raise PermissionDenied
        return super().changelist_view(request, extra_context)

    def get_object(self, request, *args, **kwargs):
        """Return the version for any view of it; versioning's own views ask for no right."""
        version = super().get_object(request, *args, **kwargs)
        if version and not version.has_change_permission(request.user):
            raise PermissionDenied
        return version

    def has_delete_permission(self, request, obj=None):
        return False  # versions stay; versioning would ask an admin that our contents have none of

    def publish_view(self, request, object_id):
        """Publish, or lead to the item's form with one message for each reason."""
        version = self.get_object(request, unquote(object_id))
        if version is None:
            return super().publish_view(request, object_id)
        if request.method != "POST":
            return not_yet(request, home_url(version))
        return self.publish_pressed(request, version)

    def publish_pressed(self, request, version):
        """Publish what somebody wants to be published, or say what forbids it."""
        reason = refusal(version, request.user)
        found = self.reasons(request, version)
        if reason and not found:
            return self.refused(request, version, reason)
        if isinstance(version.content, Content):
            return self.publish_item(request, version, found)
        together = None if found else publish_or_ask(request, version)
        return together or self.done_or_refused(request, version, super().publish_view)

    def publish_item(self, request, version, found: list):
        """Publish an item, or lead to its form with one message for each reason against it."""
        if not found:
            return publish_or_ask(request, version) or published(request, version, [])
        messages.error(request, "Noch nicht veröffentlicht. Bitte zuerst ergänzen:")
        for problem in found:
            messages.error(request, problem)
        return redirect(change_url(version.grouper))

    def done_or_refused(self, request, version, view):
        """Call a view of versioning's; a refusal that comes late is a message, no error page."""
        try:
            return view(request, str(version.pk) if version else "0")
        except ConditionFailed as refused:
            return self.refused(request, version, str(refused))

    def compare_view(self, request, object_id):
        """Show two versions of an item field by field; versioning's own view shows the pages."""
        old = self.get_object(request, unquote(object_id))
        new = self.get_object(request, request.GET.get("compare_to", ""))
        if not (old and new) or "ansicht" in request.GET:
            return super().compare_view(request, object_id)
        context = {
            **self.admin_site.each_context(request),
            "title": f"Was ist geändert? „{new.content}“",
            "old": old,
            "new": new,
            "differences": differences(old.content, new.content),
            "visual_url": f"?{request.GET.urlencode()}&ansicht=seiten",
            "back_url": self.back_link(request, old),
        }
        return TemplateResponse(request, "admin/publishing/compare.html", context)

    def back_link(self, request, version=None):
        """Lead back to a page of ours only; versioning looks at the path and not at the host."""
        asked = request.GET.get("back", "")
        if url_has_allowed_host_and_scheme(asked, {request.get_host()}):
            return super().back_link(request, version)
        return version_list_url(version.content) if version else None

    def reasons(self, request, version) -> list:
        """Return what forbids the publication to somebody who may publish."""
        may = version.check_publish.as_bool(request.user)
        return problems(version.content) if may else []


def may_change_all(user, contents) -> bool:
    """Tell whether somebody may change every version of an item, which has one at least."""
    answers = [may_change_draft(user, content) for content in contents]
    return bool(answers) and all(answers)


def draft_beside(version: Version) -> Version | None:
    """Return the draft of the same thing; bringing another version back may throw it away."""
    same = Version.objects.filter_by_content_grouping_values(version.content)
    return same.filter(state=DRAFT).first()


@contextmanager
def discarding_logged(version: Version | None, user):
    """Write a line if this version is gone after the block."""
    former = (version.pk, version.grouper, audit.title_of(version)) if version else None
    yield
    if former and not Version.objects.filter(pk=former[0]).exists():
        details = {"user": user, "title": former[2], "old": f"Version {version.number}"}
        audit.record(AuditAction.DISCARDED, former[1], **details)


def title_of(version: Version) -> str:
    """Return number, state and age of a version; versioning's own text gives the time in UTC."""
    return (
        f"Version {version.number} ({version.get_state_display()}, {local_text(version.created)})"
    )


def give_reasons() -> None:
    """Put `ReasonedVersions` before every version admin that versioning has registered."""
    Version.verbose_name = title_of
    registered = admin.site._registry.items()
    models = [model for model, owner in registered if isinstance(owner, VersionAdmin)]
    for model in models:
        model._meta.verbose_name, model._meta.verbose_name_plural = "Version", "Versionen"
    replace_admin_for_models([(model, ReasonedVersions) for model in models])
