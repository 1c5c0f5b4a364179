"""Who may look at, change and publish what is not public.

Beside Django's rights there are two of ours: `publishing.publish_content`, without which
a draft is only asked to be released, and `<app>.change_own_<type>`, which opens only the
items that somebody is responsible for (`owner`).
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
    is_own = not isinstance(content, PageContent) and may_change_own(user, content.identity)
    is_public = content.versions.filter(state=PUBLISHED).exists()
    return user.is_staff and (may or is_own or is_public)


def may_change(user, model) -> bool:
    """Tell whether somebody may change things of this type."""
    return user.has_perm(f"{model._meta.app_label}.change_{model._meta.model_name}")


def may_change_draft(user, content) -> bool:
    """Tell whether somebody may change drafts of this content."""
    return may_change(user, type(content)) or may_change_own(user, content.identity)


def may_change_own(user, identity) -> bool:
    """Tell whether somebody may change this thing because they are responsible for it."""
    return identity.owner_id == user.pk and has_own_right(user, type(identity))


def has_own_right(user, model) -> bool:
    """Tell whether somebody may change the things of this type that are theirs."""
    return user.has_perm(f"{model._meta.app_label}.change_own_{model._meta.model_name}")


def may_publish(user, content) -> bool:
    """Tell whether somebody may make this content public and take it back."""
    return user.has_perm(PUBLISH) and may_change_draft(user, content)
