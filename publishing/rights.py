"""Who may look at, change and publish what is not public.

Beside Django's rights there are two of ours: `publishing.publish_content`, without which
a draft is only asked to be released, and `<app>.change_own_<type>`, which opens only the
items that somebody is responsible for (`owner`).

A text under a Sperrfrist (embargo.py) is known to fewer: `may_know`. The groups Redaktion, Presse
and Administration publish, so they know it; Mitarbeit only where they began it or look after it.
"""

from cms.models import Page, PageContent
from djangocms_versioning.constants import PUBLISHED

PUBLISH = "publishing.publish_content"


def may_view(user, content) -> bool:
    """Tell whether a member of staff may see this content's preview (spec/news.md 2c, trap 5).

    What is published anybody may see; for the rest of a page the rights on `Page` count.
    """
    options = (Page if isinstance(content, PageContent) else content)._meta
    may = any(
        user.has_perm(f"{options.app_label}.{action}_{options.model_name}")
        for action in ("view", "change")
    )
    may = may or is_own(user, content) or content.versions.filter(state=PUBLISHED).exists()
    return user.is_staff and may and may_know(user, content)


def is_own(user, content) -> bool:
    """Tell whether somebody may see a content because they are responsible for it."""
    return not isinstance(content, PageContent) and may_change_own(user, content.identity)


def may_know(user, content) -> bool:
    """Tell whether somebody may know a text before its Sperrfrist ends.

    So may who publishes, who is responsible for it, and who began this version of it.
    """
    if getattr(content, "embargo_until", None) is None or user.has_perm(PUBLISH):
        return True
    is_own = content.identity.owner_id == user.pk
    return is_own or content.versions.filter(created_by=user.pk).exists()


def known_items(items, user):
    """Return the items of a queryset without those that have a text this user may not know."""
    if not hasattr(items.model, "contents"):
        return items
    contents = items.model._meta.get_field("contents").related_model
    return items.exclude(pk__in=kept_from(user, contents).values(contents.grouper_field_name))


def kept_from(user, contents):
    """Return the contents of a type that this user may not know; the query of `may_know`."""
    names = {field.name for field in contents._meta.concrete_fields}
    if "embargo_until" not in names or user.has_perm(PUBLISH):
        return contents.admin_manager.none()
    kept = contents.admin_manager.filter(embargo_until__isnull=False)
    kept = kept.exclude(versions__created_by=user.pk)
    return kept.exclude(**{f"{contents.grouper_field_name}__owner": user.pk})


def may_know_item(user, item) -> bool:
    """Tell whether somebody may know every text of an item."""
    if user.has_perm(PUBLISH):
        return True
    return known_items(type(item)._base_manager.filter(pk=item.pk), user).exists()


def may_change(user, model) -> bool:
    """Tell whether somebody may change things of this type."""
    return user.has_perm(f"{model._meta.app_label}.change_{model._meta.model_name}")


def may_change_draft(user, content) -> bool:
    """Tell whether somebody may change drafts of this content."""
    may = may_change(user, type(content)) or may_change_own(user, content.identity)
    return may and may_know(user, content)


def may_change_own(user, identity) -> bool:
    """Tell whether somebody may change this thing because they are responsible for it."""
    return identity.owner_id == user.pk and has_own_right(user, type(identity))


def has_own_right(user, model) -> bool:
    """Tell whether somebody may change the things of this type that are theirs."""
    return user.has_perm(f"{model._meta.app_label}.change_own_{model._meta.model_name}")


def may_publish(user, content) -> bool:
    """Tell whether somebody may make this content public and take it back."""
    return user.has_perm(PUBLISH) and may_change_draft(user, content)
