"""What an editor can do next with an item: the buttons above its form."""

from dataclasses import dataclass
from urllib.parse import urlencode

from cms.toolbar.utils import get_object_edit_url, get_object_preview_url
from cms.utils.urlutils import admin_reverse
from djangocms_versioning.constants import DRAFT, PUBLISHED
from djangocms_versioning.helpers import version_list_url
from djangocms_versioning.models import Version

from publishing.approval import approval_of, refusal
from publishing.content import Content
from publishing.embargo import is_embargoed
from publishing.facts import local_text
from publishing.models import Step
from publishing.timetable import planned_for


@dataclass(frozen=True)
class Action:
    """One button: a link, or a form where pressing it changes something."""

    label: str
    url: str
    is_post: bool = False
    is_main: bool = False


def page_actions(content, *, user, back: str) -> list[Action]:
    """Return the actions for an item whose form shows `content`, in the order of working."""
    versions = {
        version.state: version
        for version in Version.objects.filter_by_content_grouping_values(content).order_by("pk")
    }
    version = Version.objects.get_for_content(content)
    return [
        *state_actions(version, versions, user=user, back=back),
        *looking_actions(content, versions),
        Action("Versionen", version_list_url(content)),
    ]


def state_actions(version, versions, *, user, back: str):
    """Yield what changes the state: publish, new draft, take back, bring back."""
    published = versions.get(PUBLISHED)
    yield from release_actions(version, user=user, back=back)
    if version.state == PUBLISHED and version.check_edit_redirect.as_bool(user):
        url = act(version, "edit_redirect", force_admin=1)
        yield Action("Neuer Entwurf", url, is_post=True, is_main=DRAFT not in versions)
    if version.check_revert.as_bool(user):
        yield Action("Zurückholen", act(version, "revert", back=back), is_main=True)
    if published and published.check_unpublish.as_bool(user):
        yield Action("Zurückziehen", act(published, "unpublish", back=back))
    yield from planning_actions(version, user=user)
    if published and version.state == DRAFT:
        compare = act(published, "compare", compare_to=version.pk, back=back)
        yield Action("Was ist geändert?", compare)


def release_actions(version, *, user, back: str):
    """Yield how a draft becomes public: at once, or with the help of a second person."""
    approval = approval_of(version)
    may_publish = version.has_publish_permission(user)
    if version.state == DRAFT and is_embargoed(version.content):
        yield from embargo_actions(version, user=user, may_publish=may_publish)
    elif version.state == DRAFT and may_publish and not refusal(version, user):
        url = act(version, "publish", next=back, stand=approval.stand)
        is_planned = any(line.step == Step.PUBLISH for line in planned_for(version.grouper))
        label = "Sofort veröffentlichen" if is_planned else "Veröffentlichen"
        yield Action(label, url, is_post=True, is_main=True)
        if approval.is_waiting:
            yield approving(version, approval)
    elif version.state == DRAFT and version.has_change_permission(user):
        yield from asking_actions(version, is_asked=approval.is_waiting, may_publish=may_publish)
    elif may_publish and approval.is_unseen and approval.bypassed_by_id != user.pk:
        yield Action("Nachträglich freigeben", act(version, "approve"), is_post=True)


def embargo_actions(version, *, user, may_publish: bool):
    """Yield how a draft with a Sperrfrist is released for its moment, let out now, or dropped."""
    approval = approval_of(version)
    needs_other = bool(refusal(version, user))
    if may_publish and approval.is_waiting and not needs_other:
        yield approving(version, approval)
    elif needs_other or not may_publish:
        yield from asking_actions(version, is_asked=approval.is_waiting, may_publish=False)
    if may_publish:
        url = act(version, "lift", stand=approval.stand)
        yield Action("Sperrfrist sofort aufheben", url, is_post=not needs_other)
    if may_publish and version.check_archive.as_bool(user):
        yield Action("Entwurf zurückziehen", act(version, "archive", back=home_url(version)))


def approving(version, approval) -> Action:
    """Return the button of a second person; it knows the text that this person reads."""
    return Action("Freigeben", act(version, "approve", stand=approval.stand), is_post=True)


def asking_actions(version, *, is_asked: bool, may_publish: bool):
    """Yield what somebody can do who may not publish this draft alone."""
    if not is_asked:
        url = act(version, "request_approval")
        yield Action("Freigabe anfordern", url, is_post=True, is_main=True)
    if may_publish:
        yield Action("Ohne zweite Person veröffentlichen", act(version, "bypass"))


def planning_actions(version, *, user):
    """Yield what can be planned for a moment to come; a plan names its moment."""
    if not version.has_publish_permission(user):
        return
    lines = {line.step: local_text(line.run_at) for line in planned_for(version.grouper)}
    if version.state == DRAFT:
        moment = lines.get(Step.PUBLISH)
        label = f"Geplant: {moment}" if moment else "Veröffentlichung planen"
        yield Action(label, act(version, "schedule"))
        yield Action("Außenstehenden zeigen", act(version, "preview_links"))
    if version.state in {DRAFT, PUBLISHED}:
        moment = lines.get(Step.WITHDRAW)
        label = f"Läuft ab: {moment}" if moment else "Ablauf planen"
        yield Action(label, act(version, "expire"))


def looking_actions(content, versions):
    """Yield where the item can be seen."""
    yield Action("Vorschau", get_object_preview_url(content))
    if DRAFT in versions:
        yield Action("Bearbeiten auf der Seite", get_object_edit_url(content))
    if PUBLISHED in versions:
        yield Action("Auf der Website ansehen", versions[PUBLISHED].content.get_absolute_url())


def home_url(version) -> str:
    """Return where an editor works on a version: the item's form, or the page itself."""
    content = version.content
    return (
        change_url(version.grouper)
        if isinstance(content, Content)
        else get_object_preview_url(content)
    )


def act(version, action: str, **query) -> str:
    """Return the address of an action of versioning."""
    options = version.versionable.version_model_proxy._meta
    url = admin_reverse(f"{options.app_label}_{options.model_name}_{action}", args=[version.pk])
    return f"{url}?{urlencode(query)}" if query else url


def change_url(identity) -> str:
    """Return the address of an item's form."""
    options = identity._meta
    return admin_reverse(f"{options.app_label}_{options.model_name}_change", args=[identity.pk])
