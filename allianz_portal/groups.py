"""The groups of editors and exactly the rights they need; set again after every migration.

Who may change a draft but has not the right to publish asks for its release.
"""

from cms.models import CMSPlugin
from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db.models import Q

EDIT = ("add", "change", "delete", "view")
SEE = ("view",)
WRITE_VERSIONS = ("change", "view")

# Model label or app label, actions.
FILES = (
    ("media_library", EDIT),
    ("filer.file", EDIT),
    ("filer.folder", EDIT),
    ("filer.clipboard", EDIT),
    ("filer.clipboarditem", EDIT),
)
PRESS = (
    ("news", EDIT),
    ("djangocms_versioning.articlecontentversion", WRITE_VERSIONS),
    *FILES,
)
EDITORS = (
    *PRESS,
    ("publishing.auditentry", SEE),
    ("publishing.houseword", EDIT),
    ("events", EDIT),
    ("partners", EDIT),
    ("cms.page", EDIT),
    ("djangocms_alias", EDIT),
    ("ui.contactmessage", ("change", "delete", "view")),
    ("djangocms_versioning.meetingcontentversion", WRITE_VERSIONS),
    ("djangocms_versioning.partnercontentversion", WRITE_VERSIONS),
    ("djangocms_versioning.initiativecontentversion", WRITE_VERSIONS),
    ("djangocms_versioning.pagecontentversion", WRITE_VERSIONS),
    ("djangocms_versioning.aliascontentversion", WRITE_VERSIONS),
)
ADMINISTRATION = (
    *EDITORS,
    ("ui", EDIT),
    ("auth.user", ("add", "change", "view")),
    ("auth.group", SEE),
    ("axes.accessattempt", ("delete", "view")),
)
# Who writes and does not publish; who keeps the text of one partner (its „Zuständig“).
CONTRIBUTORS = (
    *((f"news.{name}", EDIT) for name in ("articlecontent", "articleimage", "articlesource")),
    *((f"news.{name}", EDIT) for name in ("articlecontact", "articleattachment")),
    ("news.presscontact", SEE),
    ("news.article", ("add", "change", "view")),
    ("djangocms_versioning.articlecontentversion", WRITE_VERSIONS),
    *FILES,
)
PARTNERS = (
    ("partners.partner", ("change_own",)),
    ("djangocms_versioning.partnercontentversion", WRITE_VERSIONS),
    *FILES,
)
# Rights that belong to no single action: structure board, folders, publishing of pages.
WRITING = ("cms.use_structure", "filer.can_use_directory_listing")
PUBLISHING = (*WRITING, "publishing.publish_content")
PAGES = (*PUBLISHING, "cms.publish_page")
GROUPS = {
    "Redaktion": (EDITORS, PAGES),
    "Presse": (PRESS, PUBLISHING),
    "Mitarbeit": (CONTRIBUTORS, WRITING),
    "Partner-Redaktion": (PARTNERS, WRITING),
    "Administration": (ADMINISTRATION, PAGES),
}


def sync_groups(**kwargs) -> None:
    """Create the groups and give each its rights, no fewer and no more."""
    for config in apps.get_app_configs():
        create_permissions(config, verbosity=0)
    for name, (rules, further) in GROUPS.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.set(rights(rules, further))


def rights(rules, further) -> list[Permission]:
    """Return the permissions of a group's rules, its further rights and all building blocks."""
    wanted = Q(pk__in=[])
    for label, actions in (*rules, *((label, EDIT) for label in plugin_labels())):
        wanted |= matching(label, actions)
    for right in further:
        app, codename = right.split(".")
        wanted |= Q(content_type__app_label=app, codename=codename)
    return list(Permission.objects.filter(wanted))


def matching(label: str, actions) -> Q:
    """Return the condition for some actions on a model, or on every model of an app."""
    app, _, model = label.partition(".")
    models = [model] if model else [config.model_name for config in options_of(app)]
    codenames = [f"{action}_{name}" for action in actions for name in models]
    return Q(content_type__app_label=app, codename__in=codenames)


def options_of(app: str) -> list:
    """Return the options of every model of an app."""
    return [model._meta for model in apps.get_app_config(app).get_models()]


def plugin_labels() -> list[str]:
    """Return the label of every building block; whoever writes may use them all."""
    return [model._meta.label_lower for model in apps.get_models() if issubclass(model, CMSPlugin)]
