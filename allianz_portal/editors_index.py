"""The editors' first page: what they do most, what waits for them, the rest folded away."""

from dataclasses import dataclass
from datetime import datetime

from cms.toolbar.utils import get_object_preview_url
from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.urls import NoReverseMatch, path, reverse
from djangocms_versioning.constants import DRAFT
from djangocms_versioning.models import Version

from allianz_portal import today
from allianz_portal.index_tasks import AREAS, HIDDEN_APPS, TASKS
from allianz_portal.meeting_tasks import meeting_tasks
from publishing.approval import unseen_versions, waiting_versions
from publishing.audit import title_of
from publishing.content import Content
from publishing.models import FactChange, Schedule
from publishing.page_actions import change_url, home_url
from publishing.presence import ping_view
from publishing.rights import may_change, may_know_item
from publishing.timetable import late_lines, words

OVERDUE = (
    "Das ist überfällig: Niemand führt den Zeitplan aus. Bitte sagen Sie der Technik Bescheid."
)
SHOWN = 8  # rows of each list


@dataclass(frozen=True)
class Link:
    """Where a line of the index leads."""

    label: str
    url: str
    hint: str = ""


@dataclass(frozen=True)
class Entry:
    """A line of the lists: what, where it is, who did it when."""

    title: str
    url: str
    kind: str
    who: str
    at: datetime


class Suggestions(AutocompleteJsonView):
    """Suggest related items to everyone who may change the form they are chosen in."""

    def has_perm(self, request, obj=None):
        options = self.source_field.model._meta
        return super().has_perm(request, obj) or any(
            request.user.has_perm(f"{options.app_label}.{action}_{options.model_name}")
            for action in ("add", "change")
        )


class EditorsSite(admin.AdminSite):
    """The admin with an index of its own."""

    site_title = "Lokale Allianz Dormagen"
    site_header = "Lokale Allianz Dormagen – Redaktion"
    index_title = "Übersicht"
    index_template = "admin/editors_index.html"
    enable_nav_sidebar = False

    def get_urls(self):
        """Add the lists of what is to do today, and the ear for who writes where."""
        own = [
            path("heute/<slug:key>/", self.admin_view(today.board_view), name="today"),
            path("anwesend/", self.admin_view(ping_view), name="presence"),
        ]
        return [*own, *super().get_urls()]

    def index(self, request, extra_context=None):
        apps = self.get_app_list(request)
        context = {
            "tasks": tasks(request.user),
            "today": today.counts(request.user),
            "areas": areas(apps),
            "technical": technical(apps),
            "alarms": alarms(request.user),
            "meetings": meeting_tasks(request.user),
            "planned": planned(request.user),
            "waiting": own_links(request.user, waiting_versions()),
            "unseen": own_links(request.user, unseen_versions()),
            "drafts": drafts(request.user),
            "changes": changes(request.user),
        }
        return super().index(request, {**context, **(extra_context or {})})

    def autocomplete_view(self, request):
        return Suggestions.as_view(admin_site=self)(request)


def tasks(user) -> list[Link]:
    """Return what this user may write, the most frequent first."""
    return [
        Link(label, f"{reverse(f'admin:{name}_add')}{query}")
        for label, name, permission, query in TASKS
        if user.has_perm(permission)
    ]


def areas(apps: list) -> list[Link]:
    """Return the lists that editors work in, as far as this user sees them."""
    models = {
        f"{app['app_label']}.{model['object_name']}": model
        for app in apps
        for model in app["models"]
    }
    return [
        Link(label, models[key]["admin_url"], hint)
        for key, label, hint in AREAS
        if models.get(key, {}).get("admin_url")
    ]


def technical(apps: list) -> list:
    """Return the rest of the admin's own index: what no area names."""
    named = {key for key, _, _ in AREAS}
    rest = []
    for app in apps:
        models = [
            model
            for model in app["models"]
            if f"{app['app_label']}.{model['object_name']}" not in named
        ]
        if models and app["app_label"] not in HIDDEN_APPS:
            rest.append({**app, "models": models})
    return rest


def alarms(user) -> list[Link]:
    """Return what was planned and not done, with the reason."""
    blocked = [
        line_link(line, line.message) for line in own_lines(user, Schedule.objects.blocked())
    ]
    late = [line_link(line, OVERDUE) for line in own_lines(user, late_lines())]
    return late + blocked


def planned(user) -> list[Link]:
    """Return what is planned, the next first."""
    return [line_link(line) for line in own_lines(user, Schedule.objects.waiting())]


def own_lines(user, lines) -> list:
    """Return the first of these lines of the timetable that this user may change."""
    lines = lines.select_related("version")[: SHOWN * 3]
    return [line for line in lines if line.version.has_change_permission(user)][:SHOWN]


def line_link(line, trouble: str = "") -> Link:
    """Return a line of the timetable as a line of the index."""
    hint = f"{words(line)}. {trouble}" if trouble else words(line)
    return Link(title_of(line.version), home_url(line.version), hint)


def own_links(user, versions) -> list[Link]:
    """Return links to those of these versions that this user may change, in their order."""
    found = [version for version in versions[: SHOWN * 3] if version.has_change_permission(user)]
    return [
        Link(title_of(version), home_url(version), f"Version {version.number}")
        for version in found[:SHOWN]
    ]


def drafts(user) -> list[Entry]:
    """Return the newest drafts of every type that this user may change."""
    return version_entries(user, Version.objects.filter(state=DRAFT))


def changes(user) -> list[Entry]:
    """Return the newest changes of texts and facts."""
    entries = version_entries(user, Version.objects.all()) + fact_entries(user)
    return sorted(entries, key=lambda entry: entry.at, reverse=True)[:SHOWN]


def version_entries(user, versions) -> list[Entry]:
    """Return the newest of these versions whose content this user may change."""
    versions = versions.select_related("created_by", "content_type").order_by("-modified", "-pk")
    entries = [
        version_entry(version)
        for version in versions.prefetch_related("content")[: SHOWN * 3]
        if version.content and version.has_change_permission(user)
    ]
    return entries[:SHOWN]


def version_entry(version) -> Entry:
    """Return the line of a version."""
    content, subject = version.content, version.grouper
    is_item = isinstance(content, Content)
    return Entry(
        title=getattr(content, "title", "") or str(subject),
        url=change_url(subject) if is_item else get_object_preview_url(content),
        kind=f"{subject._meta.verbose_name}, {version.get_state_display()}",
        who=version.created_by.get_username(),
        at=version.modified,
    )


def fact_entries(user) -> list[Entry]:
    """Return the newest changed facts of what this user may change."""
    entries = []
    for change in FactChange.objects.order_by("-at", "-pk")[: SHOWN * 3]:
        subject = change.subject
        if subject and may_change(user, type(subject)) and may_know_item(user, subject):
            entries.append(
                Entry(str(subject), safe_url(subject), change.field, change.user_name, change.at)
            )
    return entries[:SHOWN]


def safe_url(subject) -> str:
    """Return the address of a form, or "" where there is none."""
    try:
        return change_url(subject)
    except NoReverseMatch:
        return ""
