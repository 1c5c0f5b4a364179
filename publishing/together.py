"""Publishing several drafts at once, all or none: what a text uses and nobody sees yet (N09).

A shared block has drafts of its own: without this, new content in it seems to vanish when the
page is published. A linked or named thing that was never published is a link to nowhere.
"""

from collections.abc import Iterator

from django import forms
from django.apps import apps
from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme
from djangocms_alias.models import AliasContent, AliasPlugin
from djangocms_versioning.constants import DRAFT
from djangocms_versioning.exceptions import ConditionFailed
from djangocms_versioning.models import Version

from publishing.audit import title_of
from publishing.broken_links import Trouble, contents_of, judge_targets, own_targets
from publishing.content import Content
from publishing.identity import Identity
from publishing.links import links, plugin_in
from publishing.locks import lock_together
from publishing.notes import notes_url, open_count, open_words
from publishing.page_actions import act, home_url
from publishing.steps import Question, ask
from publishing.unread import require_read

ANSWERED = "together"
QUESTION = (
    "Der Text benutzt Entwürfe, die Leser noch nicht sehen. Was Sie ankreuzen, wird mit ihm "
    "veröffentlicht: alles zusammen oder, wenn bei einem etwas fehlt, nichts. Ohne Haken erscheint "
    "nur der Text selbst."
)


class TogetherForm(forms.Form):
    """Which drafts are published with a text."""

    together = forms.CharField(widget=forms.HiddenInput, initial="1")
    companions = forms.ModelMultipleChoiceField(
        Version.objects.none(),
        label="Mit veröffentlichen",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, data, *, versions: list):
        super().__init__(data)
        field = self.fields["companions"]
        field.queryset = Version.objects.filter(pk__in=[version.pk for version in versions])
        field.label_from_instance = label_of


def label_of(version: Version) -> str:
    """Return kind and title of a draft."""
    return f"{version.grouper._meta.verbose_name} „{title_of(version)}“"


def publish_or_ask(request, version: Version):
    """Publish what was ticked with the text, or ask what to tick; None if there is nothing."""
    versions = companions(version, request.user)
    if request.method != "POST" or not (versions and version.check_publish.as_bool(request.user)):
        return None
    form = TogetherForm(request.POST if ANSWERED in request.POST else None, versions=versions)
    if not form.is_valid():
        title = f"„{title_of(version)}“ veröffentlichen"
        question = Question(title, QUESTION, "Veröffentlichen")
        asked = {name: request.GET.get(name, "") for name in ("next", "stand")}
        url = act(version, "publish", **asked)
        return ask(request, version, question, form, action=url)
    chosen = list(form.cleaned_data["companions"])
    return published(request, version, chosen) if chosen else None


def published(request, version: Version, chosen: list):
    """Publish all or nothing, say so, lead back; `chosen` goes along with the version."""
    try:
        stand = request.GET.get("stand", "")
        publish_together([*chosen, version], request.user, stand=stand)
    except ConditionFailed as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, what_is_public(version, chosen))
        tell_open_notes(request, version.grouper)
    asked = request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(asked, {request.get_host()})
    return redirect(asked if is_ours else home_url(version))


def tell_open_notes(request, item) -> None:
    """Say which notes are still open; they have kept nobody from publishing."""
    count = open_count(item) if isinstance(item, Identity) else 0
    if count:
        words = '{} <a href="{}">Ansehen</a>'
        messages.info(request, format_html(words, open_words(count), notes_url(item)))


def what_is_public(version: Version, chosen: list) -> str:
    """Return what readers see now, and where; `chosen` was published along with the text."""
    names = ", ".join(f"„{title_of(one)}“" for one in [version, *chosen])
    before = "Zusammen veröffentlicht" if chosen else "Veröffentlicht"
    url = version.content.get_absolute_url() if isinstance(version.content, Content) else ""
    where = format_html(' Leser sehen es jetzt: <a href="{}">{}</a>', url, url) if url else ""
    return format_html("{}: {}.{}", before, names, where)


@transaction.atomic
def publish_together(versions: list, user, *, stand: str = "") -> None:
    """Publish all of these drafts in their order, or none; the refusal names its draft.

    `stand` is the text of the last one that the user has read (unread.py).
    """
    lock_together(versions)
    require_read(versions[-1], user, stand=stand)
    for version in versions:
        try:
            version.check_publish(user)
            version.publish(user)
        except ConditionFailed as refused:
            reason = f"Nichts veröffentlicht. {label_of(version)}: {refused}"
            raise ConditionFailed(reason) from refused


def companions(version: Version, user) -> list[Version]:
    """Return the drafts that a draft uses and that this user may publish, by kind and title."""
    if version.state != DRAFT:
        return []
    found = {*shared_drafts(version.content), *target_drafts(version.content)} - {version}
    allowed = [one for one in found if one.has_publish_permission(user)]
    return sorted(allowed, key=lambda one: (label_of(one), one.pk))


def shared_drafts(content) -> Iterator[Version]:
    """Yield the drafts of shared blocks in a content, also where readers see an older version."""
    aliases = AliasPlugin.objects.filter(plugin_in(content)).values("alias")
    yield from drafts_of(AliasContent, AliasContent.admin_manager.filter(alias__in=aliases))


def target_drafts(content) -> Iterator[Version]:
    """Yield the drafts of what a content links to or names and what no reader sees yet."""
    references = {*linked(content), *named(content)}
    for reference, trouble in judge_targets(references).items():
        if trouble == Trouble.DRAFT:
            label, _, key = reference.partition(":")
            contents, grouper = contents_of(apps.get_model(label))
            yield from drafts_of(contents, contents.admin_manager.filter(**{grouper: key}))


def linked(content) -> Iterator[str]:
    """Yield references to what a content links to."""
    found = list(links(content))
    yield from (link.target for link in found if link.is_reference)
    yield from own_targets(found).values()


def named(content) -> Iterator[str]:
    """Yield references to the items that the fields of a content name."""
    for field in content._meta.get_fields():
        model = field.related_model if field.is_relation and field.concrete else None
        if model and issubclass(model, Identity) and field.name != content.grouper_field_name:
            value = getattr(content, field.name)
            items = value.all() if field.many_to_many else [value] if value else []
            yield from (f"{item._meta.label_lower}:{item.pk}" for item in items)


def drafts_of(model, contents) -> Iterator[Version]:
    """Yield the draft versions of these contents."""
    kind = ContentType.objects.get_for_model(model)
    drafts = Version.objects.filter(content_type=kind, state=DRAFT)
    yield from drafts.filter(object_id__in=contents.values("pk"))
