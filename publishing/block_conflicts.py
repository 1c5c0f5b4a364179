"""Building blocks that two people write at once: the second is asked, both texts in view (G21).

Who opened what when stands in the session, who wrote which block last in the cache. The text
editor on the page saves whenever it is left; it is refused with a sentence and keeps its text.
"""

from functools import wraps

from cms.models import CMSPlugin, Placeholder
from cms.operations import ADD_PLUGINS_FROM_PLACEHOLDER
from django.contrib import admin
from django.core.cache import cache
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import models, transaction
from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.html import format_html, strip_tags
from djangocms_versioning.constants import DRAFT
from djangocms_versioning.helpers import replace_admin_for_models
from djangocms_versioning.models import Version

from publishing.comparison import Difference
from publishing.facts import as_text
from publishing.locks import lock_identity
from publishing.presence import name_of

CHANGED = {"placeholder", "source_placeholder", "target_placeholder"}
UNCHANGED = {ADD_PLUGINS_FROM_PLACEHOLDER: {"source_placeholder"}}  # what is only copied
OPENED = "opened_blocks"
WRITING = {f"cms_placeholder_render_object_{name}" for name in ("edit", "structure")}
REMEMBERED = 200  # blocks and pages of a session
DAY = 24 * 60 * 60  # seconds
INLINE = (
    "{} hat diesen Text inzwischen geändert. Ihre Fassung ist nicht gesichert und steht noch hier: "
    "kopieren Sie, was Sie brauchen, und laden Sie die Seite neu."
)


class GuardedBlocks:
    """Mixin of the placeholder admin, which opens and saves every building block."""

    def _send_pre_placeholder_operation(self, request, operation, **kwargs):
        """Before blocks change: nobody publishes meanwhile, and everybody hears of it.

        The CMS has asked whether the text is a draft, but it may have been published since. And
        it tells nobody (not those who note the writer) if a request does not say its origin.
        """
        for name in sorted(CHANGED - UNCHANGED.get(operation, set())):
            require_draft(kwargs.get(name))
        if not request.GET.get("cms_path"):
            request.GET = request.GET.copy()
            request.GET["cms_path"] = "/"
        return super()._send_pre_placeholder_operation(request, operation, **kwargs)

    @transaction.atomic
    def delete_plugin(self, request, plugin_id):
        return super().delete_plugin(request, plugin_id)

    @transaction.atomic
    def clear_placeholder(self, request, placeholder_id):
        return super().clear_placeholder(request, placeholder_id)

    def get_urls(self):
        urls = super().get_urls()
        for url in urls:
            url.callback = with_what_is_left(url.callback)
            if getattr(url, "name", "") in WRITING:
                url.callback = noting(url.callback)
        return urls

    def edit_plugin(self, request, plugin_id):
        key = f"block:{plugin_id}"
        if request.method != "POST":
            note_opening(request, key)
            return super().edit_plugin(request, plugin_id)
        writer = writer_since(request, plugin_id)
        if not writer:
            return super().edit_plugin(request, plugin_id)
        plugin = self._get_plugin_from_id(int(plugin_id))
        if not self.has_change_plugin_permission(request, plugin):
            return super().edit_plugin(request, plugin_id)
        return refused(request, plugin, writer)


def require_draft(placeholder) -> None:
    """Lock the item whose text a block stands in; raise `PermissionDenied` if it is no draft."""
    source = getattr(placeholder, "source", None)
    version = source.versions.first() if hasattr(source, "versions") else None
    if version:
        lock_identity(version.grouper)
        if not Version.objects.filter(pk=version.pk, state=DRAFT).exists():
            raise PermissionDenied


def with_what_is_left(view):
    """Return a view that answers 404 where somebody throws the block's draft away meanwhile."""

    @wraps(view)
    def found(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except ObjectDoesNotExist as gone:
            raise Http404 from gone

    return found


def noting(view):
    """Return an endpoint that remembers that a page was opened for writing."""

    @wraps(view)
    def noted(request, content_type_id, object_id):
        note_opening(request, f"content:{content_type_id}:{object_id}")
        return view(request, content_type_id, object_id)

    return noted


def note_opening(request, key: str) -> None:
    """Remember that this session has seen a block, or all blocks of a content, as they are now."""
    opened = request.session.get(OPENED, {})
    opened.pop(key, None)
    opened[key] = timezone.now().timestamp()
    request.session[OPENED] = dict(list(opened.items())[-REMEMBERED:])


def note_block_writing(*, request, **kwargs) -> None:
    """Remember who wrote a block last; a signal of the CMS."""
    plugin = kwargs.get("new_plugin")
    if plugin is not None and getattr(request, "user", None):
        word = (request.user.pk, name_of(request.user), timezone.now().timestamp())
        cache.set(f"block-written:{plugin.pk}", word, DAY)


def writer_since(request, plugin_id) -> str:
    """Return who else wrote the block since this session saw it, or ""."""
    user_pk, name, at = cache.get(f"block-written:{plugin_id}") or (request.user.pk, "", 0)
    opened = request.session.get(OPENED, {})
    seen = max(opened.get(f"block:{plugin_id}", 0), opened.get(content_key(plugin_id), 0))
    return name if user_pk != request.user.pk and at > seen else ""


def content_key(plugin_id) -> str:
    """Return what the session calls the page that a block stands on."""
    place = Placeholder.objects.filter(cmsplugin=plugin_id).values_list(
        "content_type_id", "object_id"
    )
    return "content:{}:{}".format(*(place.first() or ("", "")))


def refused(request, plugin: CMSPlugin, writer: str) -> HttpResponse:
    """Answer 409: to the form with both texts and a way on, to the editor on the page in a line."""
    if "_popup" not in request.POST:
        text = format_html(
            '<div class="field-body"><ul class="errorlist"><li>{}</li></ul></div>',
            INLINE.format(writer),
        )
        return HttpResponse(text, status=409)
    note_opening(request, f"block:{plugin.pk}")
    context = {
        **admin.site.each_context(request),
        "title": "Zwei Fassungen",
        "is_popup": True,
        "writer": writer,
        "differences": block_differences(plugin.get_bound_plugin(), request.POST),
        "values": [(name, one) for name, found in request.POST.lists() for one in found],
    }
    return TemplateResponse(request, "admin/publishing/block_conflict.html", context, status=409)


def block_differences(plugin, data) -> list[Difference]:
    """Return stored and typed values of a block where they differ."""
    found = []
    for field in plugin._meta.local_fields:
        if field.editable and field.name in data and field.name != "json":
            stored, typed = plain(as_text(plugin, field)), plain(data[field.name])
            if stored != typed and not isinstance(field, models.JSONField | models.ForeignKey):
                found.append(Difference(label_of(field), stored, typed))
    return found


def label_of(field: models.Field) -> str:
    """Return a field's German label; the text editor's package has only its own for its text."""
    return "Text" if field.name == "body" else str(field.verbose_name)


def plain(value: str) -> str:
    """Return the words of a text with or without markup."""
    return " ".join(strip_tags(value.replace("<", " <")).split())


def guard_blocks() -> None:
    """Put the mixin before the CMS's own admin."""
    replace_admin_for_models([(Placeholder, GuardedBlocks)])
